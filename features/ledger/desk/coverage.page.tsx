import {
  EmptyState,
  ExportButton,
  ListSkeleton,
  PageHeader,
  PageTurner,
  ProblemNotice,
  useFilters,
  useListKeys,
  usePhone,
  useSlow,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Coverage } from '../contract/index.ts'
import styles from './coverage.module.css'
import { CoverageFilters } from './coverage-filters.tsx'
import { Figures } from './figures.tsx'
import { ItemDrawer } from './item-drawer.tsx'
import { coverageQuery } from './ledger.queries.ts'
import { ledgerTexts } from './ledger.texts.ts'
import { type CoverageSearch, countFilters, coverageQueryOf } from './ledger-search.ts'
import { LightLegend } from './light.tsx'
import { MatrixCards } from './matrix-cards.tsx'
import { listSearch } from './matrix-line.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { PlaceLine } from './place-line.tsx'

export default function CoveragePage() {
  const t = ledgerTexts.useTexts()
  const phone = usePhone()
  const [filters, setFilters] = useFilters<CoverageSearch>()
  const query = coverageQueryOf(filters)
  const coverage = useQuery(coverageQuery(query))
  const { data } = coverage
  const { page: _, ...exported } = query
  return (
    <>
      <PageHeader
        title={t('coverage')}
        note={
          data?.campaign
            ? t('coverageNote', { campaign: data.campaign.name, day: data.today })
            : t('coverageNoteNone')
        }
        actions={
          data?.campaign && !phone ? (
            <ExportButton path="/api/coverage/export" order={{ body: exported }} />
          ) : null
        }
      />
      {data?.campaign ? <CoverageFilters filters={filters} frame={data} onChange={setFilters} /> : null}
      {coverage.error ? (
        <ProblemNotice error={coverage.error} onRetry={() => void coverage.refetch()} />
      ) : null}
      {coverage.isPending ? <ListSkeleton rows={14} /> : null}
      {data ? <Shown {...{ data, filters, setFilters, stale: coverage.isPlaceholderData }} /> : null}
      {filters.item ? (
        <ItemDrawer id={filters.item} onClose={() => setFilters({ item: undefined, page: filters.page })} />
      ) : null}
    </>
  )
}

type ShownProps = {
  readonly data: Coverage
  readonly filters: CoverageSearch
  readonly setFilters: ReturnType<typeof useFilters<CoverageSearch>>[1]
  readonly stale: boolean
}

function Shown({ data, filters, setFilters, stale }: ShownProps) {
  const t = ledgerTexts.useTexts()
  const phone = usePhone()
  const slow = useSlow(stale)
  const navigate = useNavigate()
  const selected = useListKeys({
    count: data.rows.length,
    onOpen: at => {
      const row = data.rows[at]!
      if (data.lines === 'below' && row.opens) setFilters({ unit: row.unitId ?? undefined })
      else void navigate({ to: '/gaps', search: { ...listSearch(filters, row), group: 'expected' } })
    },
  })
  if (!data.campaign) return <EmptyState title={t('noCampaignTitle')}>{t('noCampaignWords')}</EmptyState>
  const onOpen = (item: string) => setFilters({ item, page: filters.page })
  if (data.total === 0)
    return (
      <EmptyState
        title={t('noTasksTitle')}
        action={
          countFilters(filters) > 0 ? (
            <Button onClick={() => setFilters({ unit: undefined, kind: undefined, task: undefined })}>
              {t('clearFilters')}
            </Button>
          ) : undefined
        }
      >
        {t('noTasksWords')}
      </EmptyState>
    )
  return (
    <div {...(slow ? { 'data-stale': '' } : {})}>
      {data.line.length > 0 ? <PlaceLine line={data.line} under={data.under} filters={filters} /> : null}
      <Figures sum={data.sum} search={listSearch(filters, null)} />
      {phone ? (
        <MatrixCards coverage={data} filters={filters} onOpen={onOpen} />
      ) : (
        <MatrixTable coverage={data} filters={filters} selected={selected} onOpen={onOpen} />
      )}
      <div className={styles['foot']}>
        <LightLegend />
        <PageTurner {...data} onTurn={page => setFilters({ page })} />
      </div>
    </div>
  )
}
