import {
  BackToList,
  type Column,
  DataTable,
  EmptyState,
  type FilterChange,
  formatCount,
  formatDay,
  ListFrame,
  PageHeader,
  StateTag,
  useLanguage,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import {
  type ItemState,
  type ServicePage,
  type ServiceQuery,
  type ServiceRow,
  serviceGroups,
} from '../../contract/index.ts'
import { ItemLight, ItemStateTag } from '../engine/item-words.tsx'
import { writtenMoney } from './money-input.tsx'
import styles from './service.module.css'
import { servicesQuery } from './service.queries.ts'
import { serviceTexts } from './service.texts.ts'

type ServiceListProps = {
  readonly filters: ServiceQuery
  readonly onChange: (change: FilterChange<ServiceQuery>) => void
}

/** The services one figure of the totals counts. */
export function ServiceList({ filters, onChange }: ServiceListProps) {
  const t = serviceTexts.useTexts()
  const list = useQuery(servicesQuery(filters))
  const navigate = useNavigate()
  const columns = useColumns()
  return (
    <>
      <PageHeader
        title={t('services')}
        back={<BackToList to="/services-summary">{t('totals')}</BackToList>}
        note={list.data?.unitName ?? t('whole')}
      />
      <div className={`${styles['buttons']} ${styles['above']}`}>
        <Select
          className={styles['select'] ?? ''}
          aria-label={t('groupFilter')}
          value={filters.group ?? 'all'}
          onChange={group => onChange({ group })}
          options={serviceGroups.map(group => ({ value: group, label: t(`group.${group}`) }))}
        />
      </div>
      <ListFrame<ServiceRow, ServicePage>
        list={list}
        onOpen={({ id }) => void navigate({ to: '/ledger-items/$id', params: { id } })}
        onPage={page => onChange({ page })}
        empty={<EmptyState title={t('noServices')}>{t('noMatchWords')}</EmptyState>}
      >
        {(rows, selected) => (
          <DataTable
            rows={rows}
            selected={selected}
            label={t('services')}
            name="ledger.services"
            rowKey={({ id }) => id}
            columns={columns}
            card={row => (
              <>
                <div className={styles['cardHead']}>
                  <Title row={row} />
                  <ItemStateTag state={row.state as ItemState} />
                </div>
                <p className={styles['note']}>
                  {[row.unitName, row.people === null ? null : `${t('colPeople')} ${formatCount(row.people)}`]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </>
            )}
          />
        )}
      </ListFrame>
    </>
  )
}

function Title({ row }: { readonly row: ServiceRow }) {
  return (
    <Link to="/ledger-items/$id" params={{ id: row.id }} className={styles['title'] ?? ''}>
      {row.title}
    </Link>
  )
}

function useColumns(): readonly Column<ServiceRow>[] {
  const t = serviceTexts.useTexts()
  const language = useLanguage()
  const figure = (value: number | null) => (value === null ? '—' : formatCount(value))
  return [
    { key: 'title', title: t('colTitle'), cell: row => <Title row={row} />, fixed: true },
    { key: 'unit', title: t('colUnit'), cell: row => row.unitName },
    {
      key: 'state',
      title: t('colState'),
      cell: row => (
        <>
          <ItemStateTag state={row.state as ItemState} /> <ItemLight light={row.light} />
        </>
      ),
    },
    { key: 'due', title: t('colDue'), cell: row => formatDay(row.dueDay, language) },
    { key: 'people', title: t('colPeople'), cell: row => figure(row.people) },
    { key: 'attendances', title: t('colAttendances'), cell: row => figure(row.attendances) },
    { key: 'spent', title: t('colSpent'), cell: row => (row.spent === null ? '—' : writtenMoney(row.spent)) },
    {
      key: 'mean',
      title: t('colMean'),
      cell: row => (
        <>
          {row.mean ?? '—'} {row.failing ? <StateTag tone="bad">{t('colFailing')}</StateTag> : null}
        </>
      ),
    },
    {
      key: 'public',
      title: t('publication'),
      cell: row => (
        <StateTag tone={row.public ? 'good' : 'quiet'}>{t(row.public ? 'isPublic' : 'notPublic')}</StateTag>
      ),
    },
  ]
}
