import { UnitFilter } from '@jianbao/organisation/desk'
import {
  type Column,
  DataTable,
  EmptyState,
  FoldingFilters,
  formatCount,
  formatInstant,
  holdsRole,
  ListFrame,
  PageHeader,
  useFilters,
  useHeldRoles,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { type Bank, type BankPage, type BankQuery, contestKeepers } from '../../contract/index.ts'
import styles from './bank.module.css'
import { banksQuery } from './bank.queries.ts'
import { bankTexts } from './bank.texts.ts'
import { BankForm } from './bank-form.tsx'

const noFilters = { q: undefined, unit: undefined }

/** The question banks of one's units. */
export default function BankListPage() {
  const t = bankTexts.useTexts()
  const [filters, setFilters] = useFilters<BankQuery>()
  const banks = useQuery(banksQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const [adding, setAdding] = useState(false)
  const keeps = holdsRole(useHeldRoles(), contestKeepers)
  const open = ({ id }: Bank) => void navigate({ to: '/banks/$id', params: { id } })
  const filtered = Object.keys(noFilters).some(name => name in filters)
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('menu')} note={t('listNote')} actions={keeps ? add : null} />
      <FoldingFilters
        words={filters.q}
        label={t('searchBanks')}
        onWords={q => setFilters({ q })}
        searchRef={search}
        className={styles['search']}
        set={filters.unit ? 1 : 0}
        more={filters.unit ? t('moreFiltersSet', { count: 1 }) : t('moreFilters')}
      >
        <UnitFilter
          name={filters.unit === undefined ? null : (banks.data?.unitName ?? '')}
          onChange={unit => setFilters({ unit: unit?.id })}
        />
        <ViewMenu />
      </FoldingFilters>
      <ListFrame<Bank, BankPage>
        list={banks}
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
            <EmptyState title={t('emptyTitle')} {...(keeps ? { action: add } : {})}>
              {t(keeps ? 'emptyKeeper' : 'emptyReader')}
            </EmptyState>
          )
        }
      >
        {(rows, selected) => <BankRows rows={rows} selected={selected} />}
      </ListFrame>
      {adding ? <BankForm bank={null} onSaved={open} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function BankRows(props: { readonly rows: readonly Bank[]; readonly selected: number }) {
  const t = bankTexts.useTexts()
  const name = (bank: Bank) => (
    <span className={styles['name']}>
      <Link to="/banks/$id" params={{ id: bank.id }}>
        {bank.name}
      </Link>
      {bank.notes ? <span className={styles['faint']}>{bank.notes}</span> : null}
    </span>
  )
  const columns: readonly Column<Bank>[] = [
    { key: 'name', title: t('colName'), cell: name, fixed: true },
    { key: 'unit', title: t('colUnit'), cell: bank => bank.unitName },
    {
      key: 'approved',
      title: t('colApproved'),
      number: true,
      cell: bank => formatCount(bank.counts.approved),
    },
    { key: 'draft', title: t('colDraft'), number: true, cell: bank => formatCount(bank.counts.draft) },
    { key: 'retired', title: t('colRetired'), number: true, cell: bank => formatCount(bank.counts.retired) },
    { key: 'contests', title: t('colContests'), number: true, cell: bank => formatCount(bank.contests) },
    { key: 'updated', title: t('colUpdated'), cell: bank => formatInstant(bank.updatedAt) },
  ]
  return (
    <DataTable
      {...props}
      label={t('list')}
      name="contest.banks"
      rowKey={({ id }) => id}
      columns={columns}
      card={bank => (
        <>
          {name(bank)}
          <p className={styles['note']}>
            {bank.unitName} · {t('counts', { approved: bank.counts.approved, draft: bank.counts.draft })}
          </p>
        </>
      )}
    />
  )
}
