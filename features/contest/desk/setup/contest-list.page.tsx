import { UnitFilter } from '@jianbao/organisation/desk'
import {
  ColumnChoice,
  EmptyState,
  ExportButton,
  FoldingFilters,
  holdsRole,
  ListFrame,
  ListTabs,
  PageHeader,
  useFilters,
  useHeldRoles,
  useShownColumns,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef, Select } from 'antd'
import { useRef } from 'react'
import {
  type ContestPage,
  type ContestQuery,
  type ContestState,
  type ContestSummary,
  contestKeepers,
  contestOrders,
  contestStates,
} from '../../contract/index.ts'
import { contestsQuery } from './contest.queries.ts'
import { ContestRows, columnsName, homeOf, useContestColumns } from './contest-rows.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

const noFilters = { q: undefined, state: undefined, unit: undefined }

/** Contests of one's own units, of those below, and those of others they take part in. */
export default function ContestListPage() {
  const t = setupTexts.useTexts()
  const [filters, setFilters] = useFilters<ContestQuery>()
  const contests = useQuery(contestsQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const keeps = holdsRole(useHeldRoles(), contestKeepers)
  const columns = useContestColumns()
  const [shown] = useShownColumns(columnsName, columns)
  const { page: _page, pageSize: _pageSize, ...under } = filters
  const filtered = Object.keys(noFilters).some(name => name in filters)
  const open = (row: ContestSummary) => void navigate({ to: homeOf(row), params: { id: row.id } })
  const set = filters.unit === undefined ? 0 : 1
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={t('listNote')}
        actions={
          <>
            <ColumnChoice name={columnsName} columns={columns} />
            <ExportButton path="/api/contests/export" order={{ body: { ...under, columns: shown } }} />
            {keeps ? (
              <Link to="/contests/new" className={styles['primary'] ?? ''}>
                {t('add')}
              </Link>
            ) : null}
          </>
        }
      />
      <ListTabs
        label={t('states')}
        chosen={filters.state ?? 'all'}
        onChoose={tab => setFilters({ state: tab === 'all' ? undefined : tab })}
        tabs={(['all', ...contestStates] as const).map(tab => ({
          tab,
          words: tab === 'all' ? t('tab.all') : t(`state.${tab}`),
          count: countOf(contests.data, tab),
        }))}
      />
      <FoldingFilters
        words={filters.q}
        label={t('search')}
        onWords={q => setFilters({ q })}
        searchRef={search}
        className={styles['search']}
        set={set}
        more={set > 0 ? t('moreFiltersSet', { count: set }) : t('moreFilters')}
      >
        <UnitFilter
          name={filters.unit === undefined ? null : (contests.data?.unitName ?? '')}
          onChange={unit => setFilters({ unit: unit?.id })}
        />
        <Select
          className={styles['select'] ?? ''}
          aria-label={t('orderFilter')}
          value={filters.order ?? 'newest'}
          onChange={order => setFilters({ order: order === 'newest' ? undefined : order })}
          options={contestOrders.map(order => ({ value: order, label: t(`order.${order}`) }))}
        />
        <ViewMenu />
      </FoldingFilters>
      <ListFrame<ContestSummary, ContestPage>
        list={contests}
        onOpen={open}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          filtered ? (
            <EmptyState
              title={t('noMatch')}
              action={<Button onClick={() => setFilters(noFilters)}>{t('clearFilters')}</Button>}
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : (
            <EmptyState title={t('emptyTitle')}>{t(keeps ? 'emptyKeeper' : 'emptyReader')}</EmptyState>
          )
        }
      >
        {(rows, selected) => <ContestRows rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}

function countOf(page: ContestPage | undefined, tab: ContestState | 'all'): number | undefined {
  if (!page) return undefined
  return tab === 'all' ? Object.values(page.counts).reduce((sum, each) => sum + each, 0) : page.counts[tab]
}
