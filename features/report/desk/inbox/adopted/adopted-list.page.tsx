import {
  ColumnChoice,
  DataTable,
  DayField,
  EmptyState,
  type FilterChange,
  FoldingFilters,
  ListFrame,
  ListTabs,
  PageHeader,
  useFilters,
  usePhone,
  useProblemText,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, type InputRef, Select } from 'antd'
import { useRef, useState } from 'react'
import { type AdoptionPage, adoptionTabs, type InboxWords } from '../../../contract/index.ts'
import inbox from '../inbox.module.css'
import { inboxWordsQuery } from '../inbox.queries.ts'
import { allOf } from '../inbox-words.ts'
import styles from './adopted.module.css'
import { adoptedQuery, useAdoptedActs } from './adopted.queries.ts'
import { adoptedTexts } from './adopted.texts.ts'
import { AdoptedCard, type AdoptedDeed, type AdoptedRow, useAdoptedColumns } from './adopted-columns.tsx'
import type { AdoptedSearch } from './adopted-search.ts'
import { EditDialog } from './edit-dialog.tsx'
import { RegisterDialog, UnregisterDialog } from './register-dialog.tsx'

const listName = 'report.adopted'
const noFilters = { q: undefined, column: undefined, from: undefined, to: undefined }

export default function AdoptedListPage() {
  const t = adoptedTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const phone = usePhone()
  const [{ adoption, ...filters }, setFilters] = useFilters<AdoptedSearch>()
  const list = useQuery(adoptedQuery(filters))
  const words = useQuery(inboxWordsQuery).data
  const { register } = useAdoptedActs()
  const search = useRef<InputRef>(null)
  const [deed, setDeed] = useState<{ deed: AdoptedDeed; id: string } | null>(
    adoption ? { deed: 'register', id: adoption } : null,
  )
  const registerMatch = async ({ id, version, match }: AdoptedRow) => {
    try {
      const done = await register(id, { version, issueId: match!.issueId, articleId: match!.articleId })
      void message.success(t('registered', { issue: done.issue?.name ?? '' }))
    } catch (error) {
      void message.error(text(error))
    }
  }
  const onDeed = (what: AdoptedDeed, row: AdoptedRow) =>
    what === 'match' ? void registerMatch(row) : setDeed({ deed: what, id: row.id })
  const columns = useAdoptedColumns({ words, onDeed })
  const close = () => setDeed(null)
  const tell = (what: string) => void message.success(what)
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={phone ? null : t('note')}
        actions={phone ? null : <ColumnChoice name={listName} columns={columns} />}
      />
      <Filters filters={filters} words={words} searchRef={search} onChange={setFilters} />
      <ListTabs
        label={t('tabs')}
        chosen={filters.tab ?? 'waiting'}
        onChoose={tab => setFilters({ tab: tab === 'waiting' ? undefined : tab })}
        tabs={adoptionTabs.map(tab => ({
          tab,
          words: t(`tab.${tab}`),
          count: tab === 'matched' ? undefined : list.data?.counts[tab],
        }))}
      />
      <ListFrame<AdoptedRow, AdoptionPage>
        list={list}
        empty={<Nothing page={list.data} onClear={() => setFilters(noFilters)} />}
        onOpen={row => setDeed({ deed: 'edit', id: row.id })}
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
            card={row => <AdoptedCard row={row} words={words} onDeed={onDeed} />}
          />
        )}
      </ListFrame>
      {deed?.deed === 'edit' ? (
        <EditDialog id={deed.id} words={words} onClose={close} onDone={() => tell(t('saved'))} />
      ) : null}
      {deed?.deed === 'register' ? (
        <RegisterDialog id={deed.id} onClose={close} onDone={issue => tell(t('registered', { issue }))} />
      ) : null}
      {deed?.deed === 'unregister' ? (
        <UnregisterDialog id={deed.id} onClose={close} onDone={() => tell(t('unregistered'))} />
      ) : null}
    </>
  )
}

type FiltersProps = {
  readonly filters: AdoptedSearch
  readonly words: InboxWords | undefined
  readonly searchRef: React.Ref<InputRef>
  readonly onChange: (change: FilterChange<AdoptedSearch>) => void
}

function Filters({ filters, words, searchRef, onChange }: FiltersProps) {
  const t = adoptedTexts.useTexts()
  const set = [filters.column, filters.from, filters.to].filter(Boolean).length
  return (
    <FoldingFilters
      words={filters.q}
      label={t('search')}
      onWords={q => onChange({ q })}
      searchRef={searchRef}
      className={inbox['search']}
      set={set}
      more={set > 0 ? t('moreFiltersSet', { count: set }) : t('moreFilters')}
    >
      <Select
        className={inbox['select'] ?? ''}
        aria-label={t('columnFilter')}
        value={filters.column ?? ''}
        onChange={column => onChange({ column: column || undefined })}
        options={[
          { value: '', label: t('anyColumn') },
          ...allOf(words, 'columns').map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {(['from', 'to'] as const).map(end => (
        <span key={end} className={styles['due']}>
          <span aria-hidden="true">{t(end)}</span>
          <DayField
            label={t(end)}
            value={filters[end]}
            earliest="2000-01-01"
            onChange={day => onChange({ [end]: day })}
          />
        </span>
      ))}
      <ViewMenu />
    </FoldingFilters>
  )
}

function Nothing({ page, onClear }: { page: AdoptionPage | undefined; onClear: () => void }) {
  const t = adoptedTexts.useTexts()
  if (page && page.counts.all === 0)
    return (
      <EmptyState title={t('empty')} action={<Link to="/inbox">{t('goInbox')}</Link>}>
        {t('emptyWords')}
      </EmptyState>
    )
  return (
    <EmptyState title={t('noMatch')} action={<Button onClick={onClear}>{t('clearFilters')}</Button>}>
      {t('noMatchWords')}
    </EmptyState>
  )
}
