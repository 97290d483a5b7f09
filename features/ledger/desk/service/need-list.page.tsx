import {
  ColumnChoice,
  EmptyState,
  ExportButton,
  ListFrame,
  ListTabs,
  PageHeader,
  useFilters,
  useShownColumns,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef } from 'react'
import {
  type NeedPage,
  type NeedQuery,
  type NeedState,
  type NeedSummary,
  needStates,
} from '../../contract/index.ts'
import { NeedFilters } from './need-filters.tsx'
import { NeedRows, needColumnsName, useNeedColumns } from './need-rows.tsx'
import styles from './service.module.css'
import { needsQuery } from './service.queries.ts'
import { serviceTexts } from './service.texts.ts'

const noFilters = { q: undefined, state: undefined, source: undefined, kind: undefined, unit: undefined }

/** What people asked of one's own units and those below. */
export default function NeedListPage() {
  const t = serviceTexts.useTexts()
  const [filters, setFilters] = useFilters<NeedQuery>()
  const list = useQuery(needsQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const columns = useNeedColumns()
  const [shown] = useShownColumns(needColumnsName, columns)
  const { page: _page, pageSize: _pageSize, ...under } = filters
  const filtered = Object.keys(noFilters).some(name => name in filters)
  return (
    <>
      <PageHeader
        title={t('needs')}
        note={t('needsNote')}
        actions={
          <>
            <ColumnChoice name={needColumnsName} columns={columns} />
            <ExportButton path="/api/needs/export" order={{ body: { ...under, columns: shown } }} />
            <Link to="/needs/new" className={styles['primary'] ?? ''}>
              {t('registerNeed')}
            </Link>
          </>
        }
      />
      <ListTabs
        label={t('states')}
        chosen={filters.state ?? 'all'}
        onChoose={tab => setFilters({ state: tab === 'all' ? undefined : tab })}
        tabs={(['all', ...needStates] as const).map(tab => ({
          tab,
          words: tab === 'all' ? t('tab.all') : t(`state.${tab}`),
          count: countOf(list.data, tab),
        }))}
      />
      <NeedFilters filters={filters} page={list.data} onChange={setFilters} searchRef={search} />
      <ListFrame<NeedSummary, NeedPage>
        list={list}
        onOpen={({ id }) => void navigate({ to: '/needs/$id', params: { id } })}
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
            <EmptyState title={t('emptyNeeds')}>{t('emptyNeedsWords')}</EmptyState>
          )
        }
      >
        {(rows, selected) => <NeedRows rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}

function countOf(page: NeedPage | undefined, tab: NeedState | 'all'): number | undefined {
  if (!page) return undefined
  return tab === 'all' ? Object.values(page.counts).reduce((sum, count) => sum + count, 0) : page.counts[tab]
}
