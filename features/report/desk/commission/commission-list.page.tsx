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
import { App, Button, type InputRef } from 'antd'
import { useCallback, useRef, useState } from 'react'
import type { Commission, CommissionPage } from '../../contract/index.ts'
import { AskDialog } from './ask-dialog.tsx'
import styles from './commission.module.css'
import { commissionQuery, commissionsQuery } from './commission.queries.ts'
import { commissionTexts } from './commission.texts.ts'
import { CommissionCard, type RowDeed, useCommissionColumns } from './commission-columns.tsx'
import { CommissionFilters, CommissionTabs } from './commission-filters.tsx'
import type { CommissionSearch } from './commission-search.ts'
import { CancelDialog, MoveDialog } from './deed-dialogs.tsx'

const listName = 'report.commissions'
const noFilters = {
  q: undefined,
  unit: undefined,
  from: undefined,
  to: undefined,
  taskId: undefined,
  id: undefined,
}

export default function CommissionListPage() {
  const t = commissionTexts.useTexts()
  const { message } = App.useApp()
  const phone = usePhone()
  const [{ id, ...filters }, setFilters] = useFilters<CommissionSearch>()
  const all = useQuery(commissionsQuery(filters))
  const one = useQuery({ ...commissionQuery(id ?? ''), enabled: id !== undefined })
  const search = useRef<InputRef>(null)
  const [asking, setAsking] = useState(false)
  const [deed, setDeed] = useState<{ deed: RowDeed; row: Commission } | null>(null)
  const onDeed = useCallback((what: RowDeed, row: Commission) => setDeed({ deed: what, row }), [])
  const today = all.data?.today ?? ''
  const columns = useCommissionColumns({ today, onDeed })
  // One that a notice leads to is shown alone, in the same table.
  const alone = id !== undefined && one.data !== undefined && all.data !== undefined
  const list = alone
    ? { ...all, data: { ...all.data!, rows: [one.data!], total: 1, page: 1 } as CommissionPage }
    : all
  const { page: _page, ...exported } = filters
  const done = (words: string) => {
    setDeed(null)
    void message.success(words)
  }
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={phone ? null : t('note')}
        actions={
          <>
            {phone ? null : <ColumnChoice name={listName} columns={columns} />}
            {phone ? null : <ExportButton path="/api/commissions/export" order={{ body: exported }} />}
            {all.data?.asks ? (
              <Button type="primary" onClick={() => setAsking(true)}>
                {t('ask')}
              </Button>
            ) : null}
          </>
        }
      />
      <CommissionFilters filters={filters} page={all.data} searchRef={search} onChange={setFilters} />
      {id ? (
        <p className={styles['alone']}>
          {t('onlyOne')} <Button onClick={() => setFilters({ id: undefined })}>{t('clearFilters')}</Button>
        </p>
      ) : (
        <CommissionTabs filters={filters} page={all.data} onChange={setFilters} />
      )}
      <ListFrame<Commission, CommissionPage>
        list={list}
        empty={<Nothing page={all.data} filters={filters} onClear={() => setFilters(noFilters)} />}
        onOpen={row => setFilters({ id: row.id })}
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
            card={row => <CommissionCard row={row} today={today} onDeed={onDeed} />}
            order={filters.sort ?? 'due'}
            onOrder={sort => setFilters({ sort: sort as CommissionSearch['sort'] })}
          />
        )}
      </ListFrame>
      {asking ? (
        <AskDialog
          today={today}
          onClose={() => setAsking(false)}
          onDone={count => void message.success(t('sent', { count }))}
        />
      ) : null}
      {deed?.deed === 'move' ? (
        <MoveDialog
          row={deed.row}
          today={today}
          onClose={() => setDeed(null)}
          onDone={() => done(t('moved'))}
        />
      ) : null}
      {deed?.deed === 'cancel' ? (
        <CancelDialog row={deed.row} onClose={() => setDeed(null)} onDone={() => done(t('cancelled'))} />
      ) : null}
    </>
  )
}

type NothingProps = {
  readonly page: CommissionPage | undefined
  readonly filters: CommissionSearch
  readonly onClear: () => void
}

function Nothing({ page, filters, onClear }: NothingProps) {
  const t = commissionTexts.useTexts()
  const filtered = filters.q || filters.unit || filters.from || filters.to || filters.taskId
  if (filtered)
    return (
      <EmptyState title={t('noMatch')} action={<Button onClick={onClear}>{t('clearFilters')}</Button>}>
        {t('noMatchWords')}
      </EmptyState>
    )
  if (page && page.counts.all > 0) return <EmptyState title={t('noMatch')}>{t('noMatchWords')}</EmptyState>
  return <EmptyState title={t('empty')}>{t(page?.asks ? 'emptyAsk' : 'emptyAnswer')}</EmptyState>
}
