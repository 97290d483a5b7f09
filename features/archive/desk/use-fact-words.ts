/** Facts in words of the office: roles, days, measures. */
import { formatCount, formatDay, formatFigure, useLanguage } from '@jianbao/ui'
import { archiveTexts } from './archive.texts.ts'
import type { ReadingEvent } from './reading.marks.ts'
import type { Thing } from './reading.things.ts'

type DateFact = ReadingEvent['dates'][number]
type FigureFact = ReadingEvent['figures'][number]

export function useDateWords(): (date: DateFact) => string {
  const t = archiveTexts.useTexts()
  const language = useLanguage()
  const parts: Readonly<Record<string, string>> = {
    am: t('part.am'),
    noon: t('part.noon'),
    pm: t('part.pm'),
    evening: t('part.evening'),
  }
  return date => {
    if (date.kind === 'duration') return `${t('date.duration')} ${date.surface}`
    const start = date.start ? formatDay(date.start, language) : null
    const end = date.end ? formatDay(date.end, language) : null
    const about = date.fuzzy.length > 0 ? t('date.fuzzy') : ''
    const part = date.part ? ` ${parts[date.part] ?? date.part}` : ''
    if (start && end) return `${about}${start === end ? start : t('date.range', { start, end })}${part}`
    if (start) return about + t('date.since', { start })
    return end ? about + t('date.until', { end }) : t('date.open')
  }
}

/** @returns what a figure was read as: the number itself, for who wants to check the reading. */
export function useFigureWords(): (figure: FigureFact) => string {
  const t = archiveTexts.useTexts()
  return figure => {
    const words = `${formatCount(figure.value)} ${figure.unit}`
    return figure.qualifier === 'exact' ? words : `${t(`qualifier.${figure.qualifier}`)} ${words}`
  }
}

export function useFactWords(): (thing: Thing) => string {
  const t = archiveTexts.useTexts()
  const date = useDateWords()
  const value = useFigureWords()
  return thing => {
    switch (thing.kind) {
      case 'unit':
        return `${thing.fact.name} · ${t(`role.${thing.fact.role}`)}`
      case 'date':
        return date(thing.fact)
      case 'place':
        return `${thing.fact.name} · ${t(`place.${thing.fact.kind}`)}`
      case 'figure': {
        const measure = t(`measure.${thing.fact.measure}`)
        const of = thing.fact.of ? t('figureOf', { measure, of: thing.fact.of }) : measure
        return `${formatFigure(thing.fact)}（${value(thing.fact)}） · ${of}`
      }
      case 'event':
        return `${t(`event.${thing.event.type}`)} · ${thing.event.act}`
      case 'masthead':
        return t(`field.${thing.field}`)
      case 'noise':
        return t(`noise.${thing.noise.reason}`)
      default:
        return thing.text
    }
  }
}
