import { activityTypes } from '@jianbao/intake/contract'
import { useMemo } from 'react'
import type { Timeline, TimelineQuery } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import { PeriodCard } from './period-card.tsx'

type EventPeriodsProps = {
  readonly title: string
  readonly timeline: Pick<Timeline, 'months'>
  readonly filters: TimelineQuery
}

/** Events over time, the most frequent types apart; every number opens the list of its events. */
export function EventPeriods({ title, timeline, filters }: EventPeriodsProps) {
  const facts = archiveTexts.useTexts()
  const { months } = timeline
  const rows = useMemo(
    () => months.map(({ month, type, events }) => ({ month, part: type, count: events })),
    [months],
  )
  const parts = useMemo(() => {
    const sum = (type: string) => rows.reduce((all, row) => all + (row.part === type ? row.count : 0), 0)
    return activityTypes
      .map(type => ({ key: type, name: facts(`event.${type}`), count: sum(type) }))
      .filter(part => part.count > 0)
      .sort((a, b) => Number(a.key === 'other') - Number(b.key === 'other') || b.count - a.count)
  }, [rows, facts])
  return (
    <PeriodCard
      title={title}
      rows={rows}
      parts={parts}
      within={filters}
      target={(days, part) => ({
        to: '/events',
        search: { ...filters, ...days, ...(part === null ? {} : { type: part }) },
      })}
    />
  )
}
