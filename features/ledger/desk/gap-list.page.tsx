import {
  ColumnChoice,
  DataTable,
  EmptyState,
  ExportButton,
  ListFrame,
  PageHeader,
  useFilters,
  usePhone,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import type { Entry, EntryPage } from '../contract/index.ts'
import { ChosenBar } from './chosen-bar.tsx'
import { type Choosing, EntryCard, entryKey, useEntryColumns } from './entry-columns.tsx'
import { GapFilters, GroupChoice } from './gap-filters.tsx'
import { ItemDrawer } from './item-drawer.tsx'
import { entriesQuery } from './ledger.queries.ts'
import { ledgerTexts } from './ledger.texts.ts'
import { countFilters, entryQueryOf, type GapSearch } from './ledger-search.ts'

const listName = 'ledger.entries'
const noFilters = { unit: undefined, only: undefined, kind: undefined, task: undefined, period: undefined }
/** Lines about which something can still be done. */
const open = ['gap', 'silent', 'under-way', 'near']

export default function GapListPage() {
  const t = ledgerTexts.useTexts()
  const phone = usePhone()
  const [filters, setFilters] = useFilters<GapSearch>()
  const query = entryQueryOf(filters)
  const entries = useQuery(entriesQuery(query))
  const { data } = entries
  const { page: _, ...exported } = query
  const [chosen, setChosen] = useState<ReadonlyMap<string, Entry>>(new Map())
  const deeds = open.includes(filters.group ?? 'gap')
    ? (data?.actions ?? []).filter(action => action !== 'export')
    : []
  const choosing = useMemo(
    (): Choosing | null =>
      deeds.length > 0
        ? { chosen: new Set(chosen.keys()), toggle: entry => setChosen(toggled(chosen, [entry])) }
        : null,
    [deeds.length, chosen],
  )
  const setItem = useCallback(
    (item: string | undefined) => setFilters({ item, page: filters.page }),
    [setFilters, filters.page],
  )
  const onOpen = useCallback((entry: Entry) => setItem(entry.itemId), [setItem])
  const columns = useEntryColumns(choosing, onOpen)
  return (
    <>
      <PageHeader
        title={t('gaps')}
        note={
          data?.campaign
            ? t('gapsNote', { campaign: data.campaign.name, day: data.today })
            : t('coverageNoteNone')
        }
        actions={
          phone || !data?.campaign ? null : (
            <>
              <ColumnChoice name={listName} columns={columns} />
              <ExportButton path="/api/coverage/entries/export" order={{ body: exported }} />
            </>
          )
        }
      />
      {data?.campaign ? (
        <>
          <GapFilters filters={filters} frame={data} onChange={setFilters} />
          <GroupChoice counts={data.counts} filters={filters} />
        </>
      ) : null}
      {choosing && data && data.rows.length > 0 ? (
        <ChosenBar
          deeds={deeds}
          chosen={[...chosen.values()]}
          whole={data.rows.every(row => chosen.has(entryKey(row)))}
          onWhole={() => setChosen(toggled(chosen, data.rows))}
          onDone={() => setChosen(new Map())}
        />
      ) : null}
      <ListFrame<Entry, EntryPage>
        list={entries}
        empty={<NoEntries page={data} filters={filters} onClear={() => setFilters(noFilters)} />}
        onOpen={onOpen}
        onPage={page => setFilters({ page })}
      >
        {(rows, selected) => (
          <DataTable
            label={t('list')}
            name={listName}
            rows={rows}
            rowKey={entryKey}
            columns={columns}
            selected={selected}
            card={entry => <EntryCard {...{ entry, choosing, onOpen }} />}
            order={filters.sort ?? 'due'}
            onOrder={sort => setFilters({ sort: sort as GapSearch['sort'] })}
          />
        )}
      </ListFrame>
      {filters.item ? <ItemDrawer id={filters.item} onClose={() => setItem(undefined)} /> : null}
    </>
  )
}

/** Puts all in, or takes all out where all are in. */
function toggled(chosen: ReadonlyMap<string, Entry>, entries: readonly Entry[]): Map<string, Entry> {
  const next = new Map(chosen)
  const out = entries.every(entry => chosen.has(entryKey(entry)))
  for (const entry of entries) out ? next.delete(entryKey(entry)) : next.set(entryKey(entry), entry)
  return next
}

type NoEntriesProps = {
  readonly page: EntryPage | undefined
  readonly filters: GapSearch
  readonly onClear: () => void
}

function NoEntries({ page, filters, onClear }: NoEntriesProps) {
  const t = ledgerTexts.useTexts()
  if (page && !page.campaign)
    return <EmptyState title={t('noCampaignTitle')}>{t('noCampaignWords')}</EmptyState>
  const group = filters.group ?? 'gap'
  const good = group === 'gap' || group === 'silent'
  return (
    <EmptyState
      title={t(good ? 'emptyGapTitle' : 'emptyTitle')}
      action={countFilters(filters) > 0 ? <Button onClick={onClear}>{t('clearFilters')}</Button> : undefined}
    >
      {t(good ? 'emptyGapWords' : 'emptyWords')}
    </EmptyState>
  )
}
