import { PlusOutlined } from '@ant-design/icons'
import { type Level, levels } from '@jianbao/proofreading/contract'
import {
  ColumnChoice,
  DataTable,
  EmptyState,
  ExportButton,
  FoldingFilters,
  ListFrame,
  PageHeader,
  useFilters,
  usePhone,
  useProblemText,
} from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, type InputRef, Select } from 'antd'
import { useRef, useState } from 'react'
import type { OfficeWordPage, OfficeWordRow } from '../../../contract/index.ts'
import { proofTexts } from '../proof.texts.ts'
import { PasteDialog } from './paste-dialog.tsx'
import styles from './word.module.css'
import { wordActs, wordKey, wordsQuery } from './word.queries.ts'
import { wordTexts } from './word.texts.ts'
import { useWordColumns, WordCard } from './word-columns.tsx'
import { WordDialog } from './word-dialog.tsx'
import type { WordSearch } from './word-search.ts'

const listName = 'edition.words'
const noFilters = { q: undefined, level: undefined }

/** 用语规范: what proofreading holds every issue of the office against. */
export default function WordListPage() {
  const t = wordTexts.useTexts()
  const phone = usePhone()
  const [filters, setFilters] = useFilters<WordSearch>()
  const list = useQuery(wordsQuery(filters))
  const search = useRef<InputRef>(null)
  const [editing, setEditing] = useState<OfficeWordRow | 'new' | null>(null)
  const [pasting, setPasting] = useState(false)
  const remove = useRemoval()
  const deeds = { onEdit: setEditing, onRemove: remove }
  const columns = useWordColumns(deeds)
  const page = list.data
  const { page: _, sort: __, ...shown } = filters
  const add = page?.actions.includes('add') ? (
    <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  ) : null
  const narrowed = filters.q ?? filters.level
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={phone ? null : t('note')}
        actions={
          <>
            {phone ? null : <ColumnChoice name={listName} columns={columns} />}
            {phone ? null : <ExportButton path="/api/office-words/export" order={{ body: shown }} />}
            {page?.actions.includes('import') ? (
              <Button onClick={() => setPasting(true)}>{t('paste')}</Button>
            ) : null}
            {add}
          </>
        }
      />
      <Filters filters={filters} page={page} searchRef={search} onChange={setFilters} />
      <ListFrame<OfficeWordRow, OfficeWordPage>
        list={list}
        empty={
          narrowed === undefined ? (
            <EmptyState title={t('empty')} action={add}>
              {t('emptyWords')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('noMatch')}
              action={<Button onClick={() => setFilters(noFilters)}>{t('clearFilters')}</Button>}
            />
          )
        }
        onOpen={row => (row.actions.includes('edit') ? setEditing(row) : undefined)}
        onPage={next => setFilters({ page: next })}
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
            card={row => <WordCard row={row} {...deeds} />}
          />
        )}
      </ListFrame>
      {editing && page ? (
        <WordDialog
          unitId={page.unitId}
          row={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
      {pasting && page ? <PasteDialog unitId={page.unitId} onClose={() => setPasting(false)} /> : null}
    </>
  )
}

type FiltersProps = {
  readonly filters: WordSearch
  readonly page: OfficeWordPage | undefined
  readonly searchRef: React.Ref<InputRef>
  readonly onChange: ReturnType<typeof useFilters<WordSearch>>[1]
}

function Filters({ filters, page, searchRef, onChange }: FiltersProps) {
  const t = wordTexts.useTexts()
  const tp = proofTexts.useTexts()
  const set = filters.level ? 1 : 0
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
      <Select<Level | ''>
        className={styles['select'] ?? ''}
        aria-label={t('level')}
        value={filters.level ?? ''}
        onChange={level => onChange({ level: level || undefined })}
        options={[
          { value: '', label: t('anyLevel') },
          ...levels.map(level => ({ value: level, label: tp(`word.${level}`) })),
        ]}
      />
      {page && page.units.length > 1 ? (
        <Select
          className={styles['select'] ?? ''}
          aria-label={t('unit')}
          value={page.unitId}
          onChange={unit => onChange({ unit })}
          options={page.units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
    </FoldingFilters>
  )
}

function useRemoval(): (row: OfficeWordRow) => void {
  const t = wordTexts.useTexts()
  const text = useProblemText()
  const client = useQueryClient()
  const { modal, message } = App.useApp()
  return ({ id, wrong }) =>
    void modal.confirm({
      title: t('removeTitle', { wrong }),
      content: t('removeWords'),
      okText: t('remove'),
      cancelText: t('cancel'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await wordActs.remove(id)
          void message.success(t('removed', { wrong }))
        } catch (error) {
          void message.error(text(error))
        }
        await client.invalidateQueries({ queryKey: [wordKey] })
      },
    })
}
