import {
  type Column,
  DataTable,
  EmptyState,
  ListFrame,
  ListTabs,
  PageHeader,
  StateTag,
  useFilters,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { VisitPage, VisitQuery, VisitSummary } from '../../contract/index.ts'
import styles from '../finding/finding.module.css'
import { findingTexts } from '../finding/finding.texts.ts'
import { visitsQuery } from '../inspection.queries.ts'

const tones = { planned: 'busy', 'under-way': 'busy', done: 'good' } as const

export function VisitTag({ visit }: { readonly visit: Pick<VisitSummary, 'state' | 'tourState'> }) {
  const t = findingTexts.useTexts()
  if (visit.tourState === 'cancelled') return <StateTag tone="quiet">{t('visit.cancelled')}</StateTag>
  return <StateTag tone={tones[visit.state]}>{t(`visit.${visit.state}`)}</StateTag>
}

/** Visits to the caller's units, as they were announced or took place. */
export default function VisitListPage() {
  const t = findingTexts.useTexts()
  const [filters, setFilters] = useFilters<VisitQuery>()
  const visits = useQuery(visitsQuery(filters))
  const navigate = useNavigate()
  const name = (row: VisitSummary) => (
    <Link to="/visits/$id" params={{ id: row.id }} className={styles['name'] ?? ''}>
      {row.tourName}
    </Link>
  )
  const count = (row: VisitSummary) => (row.findings > 0 ? t('visitCount', { count: row.findings }) : '')
  const columns: readonly Column<VisitSummary>[] = [
    { key: 'name', title: t('visit'), cell: name, fixed: true },
    { key: 'day', title: t('visitDay'), cell: row => row.day },
    { key: 'unit', title: t('visitUnit'), cell: row => row.unitName },
    { key: 'by', title: t('visitBy'), cell: row => row.byUnitName },
    { key: 'leader', title: t('visitLeader'), cell: row => row.leaderName ?? '' },
    { key: 'state', title: t('visitState'), cell: row => <VisitTag visit={row} /> },
    { key: 'findings', title: t('visitFindings'), cell: count },
  ]
  const { coming, past } = visits.data?.counts ?? {}
  const counts = { coming, past, all: coming === undefined ? undefined : coming + past! }
  return (
    <>
      <PageHeader title={t('visits')} note={t('visitsNote')} />
      <ListTabs
        label={t('times')}
        chosen={filters.time ?? 'all'}
        onChoose={tab => setFilters({ time: tab === 'all' ? undefined : tab })}
        tabs={(['all', 'coming', 'past'] as const).map(tab => ({
          tab,
          words: t(`time.${tab}`),
          count: counts[tab],
        }))}
      />
      <ListFrame<VisitSummary, VisitPage>
        list={visits}
        onOpen={({ id }) => void navigate({ to: '/visits/$id', params: { id } })}
        onPage={page => setFilters({ page })}
        empty={<EmptyState title={t('visitEmpty')}>{t('visitEmptyWords')}</EmptyState>}
      >
        {(rows, selected) => (
          <DataTable
            rows={rows}
            selected={selected}
            label={t('visitList')}
            name="inspection.visits"
            rowKey={({ id }) => id}
            columns={columns}
            card={row => (
              <>
                <div className={styles['cardHead']}>
                  {name(row)}
                  <VisitTag visit={row} />
                </div>
                <p className={styles['note']}>
                  {[row.day, row.unitName, count(row)].filter(Boolean).join(' · ')}
                </p>
              </>
            )}
          />
        )}
      </ListFrame>
    </>
  )
}
