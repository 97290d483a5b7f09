import {
  ColumnChoice,
  DataTable,
  EmptyState,
  ExportButton,
  type FilterChange,
  ListFrame,
  ListTabs,
  PageHeader,
  useFilters,
  usePhone,
  useShownColumns,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useCallback, useMemo, useRef, useState } from 'react'
import {
  type ItemColumn,
  type ItemPage,
  itemColumnKeys,
  itemTabs,
  type LedgerItemRow,
} from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { LedgerTabs } from '../ledger-tabs.tsx'
import { ledgersQuery } from '../propose/propose.queries.ts'
import { BulkBar } from './bulk-bar.tsx'
import { DraftBar } from './draft-bar.tsx'
import { ItemCard, type RowActs, useItemColumns } from './item-columns.tsx'
import { ItemFilters } from './item-filters.tsx'
import styles from './list.module.css'
import { itemCountsQuery, itemsQuery } from './list.queries.ts'
import { listTexts } from './list.texts.ts'
import { countFilters, filterOf, type ItemSearch, itemQueryOf, noFilters, tabOf } from './list-search.ts'
import { RangeSwitch } from './range-switch.tsx'
import { SheetDialog } from './sheet-dialog.tsx'
import { useChoosing } from './use-choosing.ts'
import { useDrafts } from './use-drafts.ts'

const listName = 'ledger.items'

export default function ItemListPage() {
  const t = listTexts.useTexts()
  const phone = usePhone()
  const navigate = useNavigate()
  const [filters, setFilters] = useFilters<ItemSearch>()
  const query = itemQueryOf(filters)
  const filter = filterOf(filters)
  const list = useQuery(itemsQuery(query))
  const search = useRef<InputRef>(null)
  const choosing = useChoosing(JSON.stringify(filter))
  const desk = useDrafts()
  const onOpen = useCallback(
    (row: LedgerItemRow) => void navigate({ to: '/ledger-items/$id', params: { id: row.id } }),
    [navigate],
  )
  const acts = useMemo(
    (): RowActs => ({ chosen: new Set(choosing.chosen.keys()), onChoose: choosing.toggle, onOpen, desk }),
    [choosing, onOpen, desk],
  )
  const columns = useItemColumns(acts)
  const [shown] = useShownColumns(listName, columns)
  const exported = {
    ...filter,
    ...(filters.order ? { order: filters.order } : {}),
    columns: itemColumnKeys.filter((key): key is ItemColumn => shown.includes(key)),
  }
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={phone ? null : t('note')}
        actions={
          <>
            {phone ? null : <ColumnChoice name={listName} columns={columns} />}
            {phone ? null : <ExportButton path="/api/ledger-items/export" order={{ body: exported }} />}
            <KeeperActions />
          </>
        }
      />
      <LedgerTabs />
      <RangeSwitch range={filters.as ?? 'own'} onChange={as => setFilters({ as })} />
      <ItemFilters
        filters={filters}
        underName={list.data?.underName ?? null}
        searchRef={search}
        onChange={setFilters}
      />
      <Tabs filters={filters} onChange={setFilters} />
      <DraftBar desk={desk} />
      {list.data ? <BulkBar choosing={choosing} filter={filter} {...list.data} /> : null}
      <ListFrame<LedgerItemRow, ItemPage>
        list={list}
        empty={<NoItems filters={filters} onClear={() => setFilters(noFilters)} />}
        onOpen={onOpen}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus()}
      >
        {(rows, selected) => (
          <DataTable
            label={t('list')}
            name={listName}
            rows={rows}
            rowKey={row => row.id}
            columns={columns}
            selected={selected}
            card={row => <ItemCard row={row} acts={acts} />}
            order={filters.order ?? 'due'}
            onOrder={order =>
              setFilters({ order: !order || order === 'due' ? undefined : (order as ItemSearch['order']) })
            }
          />
        )}
      </ListFrame>
    </>
  )
}

type FiltersProps = {
  readonly filters: ItemSearch
  readonly onChange: (change: FilterChange<ItemSearch>) => void
}

/** The groups with their counts; a group that only figures lead to gets its own tab while it is looked into. */
function Tabs({ filters, onChange }: FiltersProps) {
  const t = listTexts.useTexts()
  const engine = engineTexts.useTexts()
  const counted = useQuery(itemCountsQuery(filterOf(filters))).data
  const chosen = tabOf(filters)
  const tabs = (itemTabs as readonly string[]).includes(chosen) ? itemTabs : [...itemTabs, chosen as 'open']
  return (
    <ListTabs
      label={t('tabs')}
      chosen={chosen as 'open'}
      tabs={tabs.map(tab => {
        const count = counted?.counts[tab]
        const more = counted?.more.includes(tab)
        return {
          tab,
          words: tab === 'all' ? t('tab.all') : engine(`group.${tab}`),
          count: more ? `${count}+` : count,
          wanted: tab === 'overdue' && (count ?? 0) > 0,
        }
      })}
      onChoose={group =>
        onChange({ group: group === 'open' ? undefined : group, state: undefined, light: undefined })
      }
    />
  )
}

/** For those who keep a ledger. */
function KeeperActions() {
  const t = listTexts.useTexts()
  const phone = usePhone()
  const [importing, setImporting] = useState(false)
  const ledgers = useQuery(ledgersQuery).data?.rows ?? []
  if (!ledgers.some(({ actions }) => actions.includes('propose'))) return null
  return (
    <>
      {phone ? null : <Button onClick={() => setImporting(true)}>{t('import')}</Button>}
      {importing ? <SheetDialog onClose={() => setImporting(false)} /> : null}
      <Link className={styles['propose']} to="/ledgers/new">
        {t('propose')}
      </Link>
    </>
  )
}

function NoItems({ filters, onClear }: { readonly filters: ItemSearch; readonly onClear: () => void }) {
  const t = listTexts.useTexts()
  const set = countFilters(filters) > 0 || filters.q !== undefined
  const which = set ? null : filters.as === 'part' ? 'Part' : tabOf(filters) === 'open' ? 'Open' : null
  return (
    <EmptyState
      title={t(which ? `empty${which}Title` : 'emptyTitle')}
      action={set ? <Button onClick={onClear}>{t('clearFilters')}</Button> : undefined}
    >
      {t(which ? `empty${which}Words` : 'emptyWords')}
    </EmptyState>
  )
}
