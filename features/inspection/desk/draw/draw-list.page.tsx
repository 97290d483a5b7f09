import { UnitFilter } from '@jianbao/organisation/desk'
import {
  ColumnChoice,
  EmptyState,
  ExportButton,
  FoldingFilters,
  ListFrame,
  ListTabs,
  PageHeader,
  useFilters,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef, Select } from 'antd'
import { useRef } from 'react'
import {
  type DrawPage,
  type DrawQuery,
  type DrawSummary,
  drawOrders,
  drawStates,
} from '../../contract/index.ts'
import styles from './draw.module.css'
import { drawsQuery } from './draw.queries.ts'
import { drawTexts } from './draw.texts.ts'
import { columnsName, DrawRows, useDrawColumns } from './draw-rows.tsx'

const noFilters = { q: undefined, state: undefined, unit: undefined }

/** Random draws of one's own units and of those below. */
export default function DrawListPage() {
  const t = drawTexts.useTexts()
  const [filters, setFilters] = useFilters<DrawQuery>()
  const draws = useQuery(drawsQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const columns = useDrawColumns()
  const { page: _page, pageSize: _pageSize, ...under } = filters
  const filtered = Object.keys(noFilters).some(name => name in filters)
  const set = filters.unit === undefined ? 0 : 1
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={t('listNote')}
        actions={
          <>
            <ColumnChoice name={columnsName} columns={columns} />
            <ExportButton path="/api/draws/export" order={{ body: under }} />
            <Link to="/draws/new" className={styles['primary'] ?? ''}>
              {t('add')}
            </Link>
          </>
        }
      />
      <ListTabs
        label={t('states')}
        chosen={filters.state ?? 'all'}
        onChoose={tab => setFilters({ state: tab === 'all' ? undefined : tab })}
        tabs={(['all', ...drawStates] as const).map(tab => ({
          tab,
          words: tab === 'all' ? t('tab.all') : t(`state.${tab}`),
          count: countOf(draws.data, tab),
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
          name={filters.unit === undefined ? null : (draws.data?.unitName ?? '')}
          onChange={unit => setFilters({ unit: unit?.id })}
        />
        <Select
          className={styles['select'] ?? ''}
          aria-label={t('orderFilter')}
          value={filters.order ?? 'newest'}
          onChange={order => setFilters({ order: order === 'newest' ? undefined : order })}
          options={drawOrders.map(order => ({ value: order, label: t(`order.${order}`) }))}
        />
        <ViewMenu />
      </FoldingFilters>
      <ListFrame<DrawSummary, DrawPage>
        list={draws}
        onOpen={({ id }) => void navigate({ to: '/draws/$id', params: { id } })}
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
            <EmptyState title={t('emptyTitle')}>{t('emptyWords')}</EmptyState>
          )
        }
      >
        {(rows, selected) => <DrawRows rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}

function countOf(page: DrawPage | undefined, tab: DrawSummary['state'] | 'all'): number | undefined {
  if (!page) return undefined
  const { counts } = page
  return tab === 'all' ? drawStates.reduce((sum, state) => sum + counts[state], 0) : counts[tab]
}
