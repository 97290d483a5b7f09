import { formatCount, ListSkeleton, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { EventItem } from './event-item.tsx'
import { EventPeriods } from './event-periods.tsx'
import styles from './find.module.css'
import { eventsQuery, timelineQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'

export type UnitFilters = { readonly unit: string; readonly unitOnly?: boolean }

const firstEvents = 10

/** What a unit did: over time, and the latest of it. */
export function UnitDeeds({ filters }: { filters: UnitFilters }) {
  const t = findTexts.useTexts()
  const timeline = useQuery(timelineQuery(filters))
  const events = useQuery(eventsQuery({ ...filters, pageSize: firstEvents }))
  const error = timeline.error ?? events.error
  return (
    <div className={styles['stack']}>
      {error ? <ProblemNotice error={error} onRetry={() => void timeline.refetch()} /> : null}
      {timeline.data ? (
        <EventPeriods title={t('eventsByMonth')} timeline={timeline.data} filters={filters} />
      ) : (
        <ListSkeleton rows={6} />
      )}
      <section className={styles['section']} aria-labelledby="latest">
        <h2 id="latest">{t('latestEvents')}</h2>
        {events.data ? null : <ListSkeleton rows={6} />}
        <ol className={styles['rows']}>
          {events.data?.rows.map(event => (
            <li key={event.id}>
              <EventItem event={event} />
            </li>
          ))}
        </ol>
        {events.data ? (
          <p>
            <Link to="/events" search={filters}>
              {t('allEvents', { count: events.data.total, number: formatCount(events.data.total) })}
            </Link>
          </p>
        ) : null}
      </section>
    </div>
  )
}
