import { EmptyState, formatCount, ListSkeleton, PageHeader, ProblemNotice, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Timeline, TimelineQuery } from '../../contract/index.ts'
import { EmptyArchive } from './empty-archive.tsx'
import { EventPeriods } from './event-periods.tsx'
import { FactFilters } from './fact-filters.tsx'
import styles from './find.module.css'
import { timelineQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'
import { noFilters } from './find-search.ts'
import { FindTabs } from './find-tabs.tsx'
import { UnitMatrix } from './unit-matrix.tsx'

export default function TimelinePage() {
  const t = findTexts.useTexts()
  const [filters, setFilters] = useFilters<TimelineQuery>()
  const timeline = useQuery(timelineQuery(filters))
  const filtered = Object.keys(filters).length > 0
  return (
    <>
      <PageHeader title={t('menuTimeline')} note={t('timelineNote')} />
      <FindTabs />
      <FactFilters filters={filters} onChange={setFilters} />
      {timeline.error ? (
        <ProblemNotice error={timeline.error} onRetry={() => void timeline.refetch()} />
      ) : null}
      {timeline.isPending ? <ListSkeleton rows={12} /> : null}
      {timeline.data && timeline.data.total > 0 ? <Drawn timeline={timeline.data} filters={filters} /> : null}
      {timeline.data?.total !== 0 ? null : filtered ? (
        <EmptyState
          title={t('noEventsFound')}
          action={
            <Link to="/timeline" search={noFilters}>
              {t('clearFilters')}
            </Link>
          }
        >
          {t('noEventsFoundWords')}
        </EmptyState>
      ) : (
        <EmptyArchive />
      )}
    </>
  )
}

function Drawn({ timeline, filters }: { timeline: Timeline; filters: TimelineQuery }) {
  const t = findTexts.useTexts()
  const { total, undated } = timeline
  return (
    <div className={styles['stack']}>
      <p className={styles['sums']}>
        <Link to="/events" search={filters}>
          {t('allEvents', { count: total, number: formatCount(total) })}
        </Link>
        {undated > 0 ? (
          <Link to="/events" search={{ ...filters, without: 'day' }}>
            {t('undatedEvents', { count: undated, number: formatCount(undated) })}
          </Link>
        ) : null}
      </p>
      <EventPeriods title={t('eventsByMonth')} timeline={timeline} filters={filters} />
      <UnitMatrix timeline={timeline} filters={filters} />
    </div>
  )
}
