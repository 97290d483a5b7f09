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
import { Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { type Finding, type FindingPage, type FindingQuery, findingStates } from '../../contract/index.ts'
import { findingsQuery } from '../inspection.queries.ts'
import styles from './finding.module.css'
import { findingTexts } from './finding.texts.ts'
import { type FindingDeed, FindingDialog } from './finding-dialogs.tsx'
import { FindingFilters } from './finding-filters.tsx'
import { columnsName, FindingRows, useFindingColumns } from './finding-rows.tsx'

const noFilters = {
  q: undefined,
  id: undefined,
  tour: undefined,
  unit: undefined,
  state: undefined,
  seriousness: undefined,
}

/** Findings across tours; several are settled at once. */
export default function FindingListPage() {
  const t = findingTexts.useTexts()
  const [filters, setFilters] = useFilters<FindingQuery>()
  const findings = useQuery(findingsQuery(filters))
  const search = useRef<InputRef>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<FindingDeed | null>(null)
  const pick = { chosen, onChoose: setChosen }
  const columns = useFindingColumns(pick)
  const [shown] = useShownColumns(columnsName, columns)
  const { page: _page, pageSize: _pageSize, ...under } = filters
  const filtered = Object.keys(noFilters).some(name => name in filters)
  const picked = (findings.data?.rows ?? []).filter(({ id }) => chosen.has(id))
  const may = (['confirm', 'raise', 'dismiss'] as const).filter(
    deed => picked.length > 0 && picked.every(({ actions }) => actions.includes(deed)),
  )
  const exported = shown
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={t('listNote')}
        actions={
          <>
            <ColumnChoice name={columnsName} columns={columns} />
            <ExportButton path="/api/findings/export" order={{ body: { ...under, columns: exported } }} />
          </>
        }
      />
      <ListTabs
        label={t('states')}
        chosen={filters.state ?? 'all'}
        onChoose={tab => setFilters({ state: tab === 'all' ? undefined : tab })}
        tabs={(['all', ...findingStates] as const).map(tab => ({
          tab,
          words: tab === 'all' ? t('tab.all') : t(`state.${tab}`),
          count: countOf(findings.data, tab),
        }))}
      />
      <FindingFilters filters={filters} page={findings.data} onChange={setFilters} searchRef={search} />
      {picked.length > 0 ? (
        <div className={styles['chosen']}>
          <span aria-live="polite">{t('chosen', { count: picked.length })}</span>
          {may.map(deed => (
            <Button
              key={deed}
              {...(deed === 'raise' ? { type: 'primary' as const } : {})}
              onClick={() => setAsked(deed)}
            >
              {t(deed)}
            </Button>
          ))}
          <Button type="link" onClick={() => setChosen(new Set())}>
            {t('clear')}
          </Button>
        </div>
      ) : null}
      <ListFrame<Finding, FindingPage>
        list={findings}
        onOpen={({ id }) => setFilters({ id })}
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
        {(rows, selected) => <FindingRows rows={rows} selected={selected} {...pick} />}
      </ListFrame>
      {asked ? (
        <FindingDialog
          key={asked}
          deed={asked}
          findings={picked}
          onDone={() => setChosen(new Set())}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  )
}

function countOf(page: FindingPage | undefined, tab: Finding['state'] | 'all'): number | undefined {
  if (!page) return undefined
  if (tab !== 'all') return page.counts[tab]
  return Object.values(page.counts).reduce((sum, count) => sum + count, 0)
}
