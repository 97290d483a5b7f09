import { figureMeasures } from '@jianbao/intake/contract'
import { EmptyState, formatCount, ListFrame, PageHeader, useFilters, useSlow } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import type { EventQuery, FoundEvent } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import { Choice } from './choice.tsx'
import { EventItem } from './event-item.tsx'
import { FactFilters } from './fact-filters.tsx'
import filterStyles from './filter.module.css'
import styles from './find.module.css'
import { eventsQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'
import { eventOrders, noFilters } from './find-search.ts'
import { FindTabs } from './find-tabs.tsx'

/** The events a number counts, one after another. */
export default function EventListPage() {
  const t = findTexts.useTexts()
  const [filters, setFilters] = useFilters<EventQuery>()
  const navigate = useNavigate()
  const events = useQuery(eventsQuery(filters))
  const slow = useSlow(events.isPlaceholderData)
  const { order: _order, page: _page, partner: _partner, ...shared } = filters
  return (
    <>
      <PageHeader
        title={t('eventList')}
        note={
          events.data && !slow
            ? `${t('countEvents', { count: events.data.total, number: formatCount(events.data.total) })} · ${t('eventListNote')}`
            : t('eventListNote')
        }
        back={
          <Link to="/timeline" search={shared}>
            ← {t('menuTimeline')}
          </Link>
        }
      />
      <FindTabs />
      <FactFilters
        filters={filters}
        onChange={setFilters}
        order={<EventOrder filters={filters} onChange={setFilters} />}
      />
      <ListFrame<FoundEvent>
        list={events}
        onOpen={({ articleId }) => void navigate({ to: '/articles/$id', params: { id: articleId } })}
        onPage={page => setFilters({ page })}
        empty={
          <EmptyState
            title={t('noEventsFound')}
            action={<Button onClick={() => setFilters(noFilters)}>{t('clearFilters')}</Button>}
          >
            {t('noEventsFoundWords')}
          </EmptyState>
        }
      >
        {(rows, selected) => (
          <ol className={styles['rows']} aria-label={t('eventList')}>
            {rows.map((event, at) => (
              <li key={event.id} {...(at === selected ? { 'aria-current': true as const } : {})}>
                <EventItem event={event} />
              </li>
            ))}
          </ol>
        )}
      </ListFrame>
    </>
  )
}

type EventOrderProps = {
  readonly filters: EventQuery
  readonly onChange: (change: Pick<Partial<EventQuery>, never> & Record<string, unknown>) => void
}

function EventOrder({ filters, onChange }: EventOrderProps) {
  const t = findTexts.useTexts()
  const facts = archiveTexts.useTexts()
  return (
    <>
      <Choice
        label={t('measureFilter')}
        all={t('allMeasures')}
        value={filters.measure}
        options={figureMeasures.map(measure => ({
          value: measure,
          label: t('withMeasure', { measure: facts(`measure.${measure}`) }),
        }))}
        onChange={measure => onChange({ measure })}
      />
      <Select
        className={filterStyles['select'] ?? ''}
        aria-label={t('orderLabel')}
        value={filters.order ?? 'newest'}
        onChange={order => onChange({ order: order === 'newest' ? undefined : order })}
        options={eventOrders.map(order => ({ value: order, label: t(`order.${order}`) }))}
      />
    </>
  )
}
