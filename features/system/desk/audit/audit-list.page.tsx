import {
  ColumnChoice,
  EmptyState,
  ExportButton,
  formatCount,
  ListFrame,
  PageHeader,
  useFilters,
  usePhone,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef } from 'react'
import { type AuditEntry, type AuditPage, type AuditQuery, mostListed } from '../../contract/index.ts'
import styles from './audit.module.css'
import { auditQuery } from './audit.queries.ts'
import { auditTexts } from './audit.texts.ts'
import { AuditFilters } from './audit-filters.tsx'
import { AuditRows, columnsName, useAuditColumns } from './audit-rows.tsx'
import { ChainState } from './chain-state.tsx'

const names = ['words', 'person', 'unit', 'action', 'object', 'outcome', 'from', 'to'] as const
const noFilters = Object.fromEntries(names.map(name => [name, undefined]))

export default function AuditListPage() {
  const t = auditTexts.useTexts()
  const [filters, setFilters] = useFilters<AuditQuery>()
  const entries = useQuery(auditQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const columns = useAuditColumns()
  const phone = usePhone()
  const filtered = names.some(name => filters[name] !== undefined)
  const { page: _page, pageSize: _pageSize, ...shown } = filters

  return (
    <>
      <PageHeader
        title={t('menu')}
        note={t('listNote')}
        actions={
          <>
            {phone ? null : <ViewMenu />}
            <ColumnChoice name={columnsName} columns={columns} />
            {phone ? null : (
              <ExportButton
                path="/api/audit/export"
                order={{ body: { ...shown, format: 'csv' } }}
                label={t('exportCsv')}
              />
            )}
            <ExportButton path="/api/audit/export" order={{ body: { ...shown, format: 'xlsx' } }} />
          </>
        }
      />
      <ChainState />
      <AuditFilters
        filters={filters}
        onChange={setFilters}
        searchRef={search}
        rows={entries.data?.rows ?? []}
      />
      <ListFrame<AuditEntry, AuditPage>
        list={entries}
        empty={
          filtered ? (
            <EmptyState
              title={t('noMatchTitle')}
              action={<Button onClick={() => setFilters(noFilters)}>{t('clearFilters')}</Button>}
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : (
            <EmptyState title={t('emptyTitle')}>{t('emptyWords')}</EmptyState>
          )
        }
        onOpen={entry => void navigate({ to: '/audit/$id', params: { id: String(entry.id) } })}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
      >
        {(rows, selected, { totalIsFloor }) => (
          <>
            <AuditRows rows={rows} selected={selected} />
            {totalIsFloor ? (
              <p className={styles['quiet']}>{t('most', { most: formatCount(mostListed) })}</p>
            ) : null}
          </>
        )}
      </ListFrame>
    </>
  )
}
