/** How a place in the archive is spoken of: which series, issue, day, column. */
import { formatDay, useLanguage } from '@jianbao/ui'
import type { FoundEvent } from '../../contract/index.ts'
import { findTexts } from './find.texts.ts'
import type { Place } from './find.types.ts'

/** @returns “某简报 第18期” for the issue an article stands in. */
export function useIssueWords(): (place: Place) => string {
  const t = findTexts.useTexts()
  return ({ series, issueNo, special }) =>
    [
      series ?? t('noSeries'),
      issueNo === null
        ? special
          ? t('specialOnly')
          : null
        : t(special ? 'special' : 'issueNo', { no: issueNo }),
    ]
      .filter(Boolean)
      .join(' ')
}

export function useDayWords(): (day: string | null) => string {
  const t = findTexts.useTexts()
  const language = useLanguage()
  return day => (day ? formatDay(day, language) : t('noDay'))
}

type When = Pick<FoundEvent, 'start' | 'end' | 'dateAssumed'>

/** @returns the day or days of an event, and whether the issue's date stands in for them. */
export function useWhenWords(): (event: When) => string {
  const t = findTexts.useTexts()
  const day = useDayWords()
  return ({ start, end, dateAssumed }) => {
    if (!start && !end) return t('noDay')
    if (dateAssumed) return t('assumedDay', { day: day(start ?? end) })
    if (start && end && start !== end) return t('dayRange', { start: day(start), end: day(end) })
    return start ? day(start) : t('until', { end: day(end) })
  }
}
