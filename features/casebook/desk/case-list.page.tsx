import {
  ColumnChoice,
  EmptyState,
  ExportButton,
  holdsRole,
  ListFrame,
  ListTabs,
  PageHeader,
  useFilters,
  useHeldRoles,
  useShownColumns,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef } from 'react'
import {
  type CasePage,
  type CaseQuery,
  type CaseSummary,
  caseKeepers,
  caseStates,
} from '../contract/index.ts'
import styles from './case.module.css'
import { casesQuery } from './case.queries.ts'
import { caseTexts } from './case.texts.ts'
import { CaseFilters } from './case-filters.tsx'
import { CaseRows, columnsName, useCaseColumns } from './case-rows.tsx'

const noFilters = { q: undefined, tag: undefined, state: undefined, unit: undefined }

/** Cases of one's own units, those approved above them, and all that are public. */
export default function CaseListPage() {
  const t = caseTexts.useTexts()
  const [filters, setFilters] = useFilters<CaseQuery>()
  const cases = useQuery(casesQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const keeps = holdsRole(useHeldRoles(), caseKeepers)
  const columns = useCaseColumns()
  const [shown] = useShownColumns(columnsName, columns)
  const { page: _page, pageSize: _pageSize, ...under } = filters
  const filtered = Object.keys(noFilters).some(name => name in filters)
  const open = ({ id }: CaseSummary) => void navigate({ to: '/cases/$id', params: { id } })
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={t('listNote')}
        actions={
          <>
            <ColumnChoice name={columnsName} columns={columns} />
            <ExportButton path="/api/cases/export" order={{ body: { ...under, columns: shown } }} />
            {keeps ? (
              <Link to="/cases/new" className={styles['primary'] ?? ''}>
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
        tabs={(['all', ...caseStates] as const).map(tab => ({
          tab,
          words: tab === 'all' ? t('tab.all') : t(`state.${tab}`),
          count: countOf(cases.data, tab),
        }))}
      />
      <CaseFilters filters={filters} page={cases.data} onChange={setFilters} searchRef={search} />
      <ListFrame<CaseSummary, CasePage>
        list={cases}
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
        {(rows, selected) => <CaseRows rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}

function countOf(page: CasePage | undefined, tab: CaseSummary['state'] | 'all'): number | undefined {
  if (!page) return undefined
  const { draft, approved, public: open } = page.counts
  return tab === 'all' ? draft + approved + open : page.counts[tab]
}
