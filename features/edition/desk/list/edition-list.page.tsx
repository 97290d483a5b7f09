import { PlusOutlined } from '@ant-design/icons'
import {
  ColumnChoice,
  DataTable,
  EmptyState,
  ExportButton,
  type FilterChange,
  FoldingFilters,
  holdsRole,
  ListFrame,
  ListTabs,
  PageHeader,
  useFilters,
  useHeldRoles,
  usePhone,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, type InputRef, Select } from 'antd'
import { useRef, useState } from 'react'
import { type EditionPage, type EditionSummary, editionTabs } from '../../contract/index.ts'
import { BeginDialog } from './begin-dialog.tsx'
import { EditionCard, useEditionColumns } from './edition-columns.tsx'
import type { EditionSearch } from './edition-search.ts'
import styles from './list.module.css'
import { editionsQuery } from './list.queries.ts'
import { listTexts } from './list.texts.ts'

const listName = 'edition.list'
const noFilters = { q: undefined, series: undefined, year: undefined }

type Tab = (typeof editionTabs)[number]

/** What seldom happens has a tab only while there is something, or somebody looks at it. */
function shownTabs(chosen: Tab | undefined, counts: EditionPage['counts'] | undefined): Tab[] {
  const seldom: readonly Tab[] = ['returned', 'failed']
  return editionTabs.filter(tab => !seldom.includes(tab) || tab === chosen || (counts?.[tab] ?? 0) > 0)
}

export default function EditionListPage() {
  const t = listTexts.useTexts()
  const phone = usePhone()
  const navigate = useNavigate()
  const [filters, setFilters] = useFilters<EditionSearch>()
  const list = useQuery(editionsQuery(filters))
  const search = useRef<InputRef>(null)
  const [begins, setBegins] = useState(false)
  const editor = holdsRole(useHeldRoles(), ['editor'])
  const columns = useEditionColumns()
  const { page: _, ...shown } = filters
  const begin = editor ? (
    <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setBegins(true)}>
      {t('begin')}
    </Button>
  ) : null
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={phone ? null : t('note')}
        actions={
          <>
            {phone ? null : <ColumnChoice name={listName} columns={columns} />}
            {phone ? null : (
              <ExportButton path="/api/editions/export" order={{ body: { tab: 'open', ...shown } }} />
            )}
            {begin}
          </>
        }
      />
      <Filters filters={filters} page={list.data} searchRef={search} onChange={setFilters} />
      <ListTabs
        label={t('tabs')}
        chosen={filters.tab ?? 'open'}
        onChoose={tab => setFilters({ tab: tab === 'open' ? undefined : tab })}
        tabs={shownTabs(filters.tab, list.data?.counts).map(tab => ({
          tab,
          words: t(`tab.${tab}`),
          count: list.data?.counts[tab],
        }))}
      />
      <ListFrame<EditionSummary, EditionPage>
        list={list}
        empty={<Nothing page={list.data} begin={begin} onClear={() => setFilters(noFilters)} />}
        onOpen={({ id }) => void navigate({ to: '/editions/$id', params: { id } })}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
      >
        {(rows, selected) => (
          <DataTable
            label={t('list')}
            name={listName}
            rows={rows}
            rowKey={row => row.id}
            columns={columns}
            selected={selected}
            card={row => <EditionCard row={row} />}
          />
        )}
      </ListFrame>
      {begins ? <BeginDialog onClose={() => setBegins(false)} /> : null}
    </>
  )
}

type FiltersProps = {
  readonly filters: EditionSearch
  readonly page: EditionPage | undefined
  readonly searchRef: React.Ref<InputRef>
  readonly onChange: (change: FilterChange<EditionSearch>) => void
}

function Filters({ filters, page, searchRef, onChange }: FiltersProps) {
  const t = listTexts.useTexts()
  const set = [filters.series, filters.year].filter(Boolean).length
  const thisYear = new Date().getFullYear()
  const years = Array.from({ length: 6 }, (_, at) => thisYear - at)
  return (
    <FoldingFilters
      words={filters.q}
      label={t('search')}
      onWords={q => onChange({ q })}
      searchRef={searchRef}
      className={styles['search']}
      set={set}
      more={set > 0 ? t('moreFiltersSet', { count: set }) : t('moreFilters')}
    >
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('seriesFilter')}
        value={filters.series ?? ''}
        onChange={series => onChange({ series: series || undefined })}
        options={[
          { value: '', label: t('anySeries') },
          ...(page?.series ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('yearFilter')}
        value={filters.year ?? 0}
        onChange={year => onChange({ year: year || undefined })}
        options={[
          { value: 0, label: t('anyYear') },
          ...[...new Set([...years, ...(filters.year ? [filters.year] : [])])].map(year => ({
            value: year,
            label: String(year),
          })),
        ]}
      />
      <ViewMenu />
    </FoldingFilters>
  )
}

type NothingProps = {
  readonly page: EditionPage | undefined
  readonly begin: React.ReactNode
  readonly onClear: () => void
}

function Nothing({ page, begin, onClear }: NothingProps) {
  const t = listTexts.useTexts()
  if (page && page.counts.all === 0)
    return (
      <EmptyState title={t('empty')} action={begin}>
        {t('emptyWords')}
      </EmptyState>
    )
  return (
    <EmptyState title={t('noMatch')} action={<Button onClick={onClear}>{t('clearFilters')}</Button>}>
      {t('noMatchWords')}
    </EmptyState>
  )
}
