import { type Column, DataTable, formatInstant } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { MissiveSummary } from '../contract/index.ts'
import styles from './missive.module.css'
import { missiveTexts } from './missive.texts.ts'
import { MissiveState } from './missive-words.tsx'

export function MissiveRows(props: { readonly rows: readonly MissiveSummary[]; readonly selected: number }) {
  const t = missiveTexts.useTexts()
  const to = (row: MissiveSummary) =>
    row.kind === 'circular' ? t('wholeBelow', { name: row.addresseeName }) : row.addresseeName
  const columns: readonly Column<MissiveSummary>[] = [
    { key: 'title', title: t('colTitle'), cell: row => <Title row={row} />, fixed: true },
    { key: 'to', title: t('colTo'), cell: to },
    { key: 'items', title: t('colItems'), cell: row => row.items, number: true },
    { key: 'state', title: t('colState'), cell: row => <MissiveState missive={row} /> },
    { key: 'receipts', title: t('colReceipts'), cell: row => <Receipts row={row} /> },
    {
      key: 'issued',
      title: t('colIssued'),
      cell: row => <span className={styles['day']}>{row.issuedAt ? formatInstant(row.issuedAt) : ''}</span>,
    },
  ]
  return (
    <DataTable
      {...props}
      label={t('list')}
      name="circular.missives"
      rowKey={({ id }) => id}
      columns={columns}
      card={row => (
        <div className={styles['card']}>
          <Title row={row} />
          <p className={styles['soft']}>{to(row)}</p>
          <div className={styles['head']}>
            <MissiveState missive={row} />
            <Receipts row={row} />
          </div>
        </div>
      )}
    />
  )
}

function Title({ row }: { readonly row: MissiveSummary }) {
  const t = missiveTexts.useTexts()
  return (
    <span className={styles['title']}>
      <Link to="/missives/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
      <span className={styles['soft']}>
        {[t(`kind.${row.kind}`), row.number ?? t('noNumber'), row.unitName].join(' · ')}
      </span>
    </span>
  )
}

function Receipts({ row }: { readonly row: MissiveSummary }) {
  const t = missiveTexts.useTexts()
  if (!row.delivered) return null
  const { acknowledged, recipients, replied, overdue } = row
  return (
    <span className={styles['day']}>
      {t('receipts', { acknowledged, recipients })}
      {row.replyDueDay ? ` · ${t('repliedCount', { replied })}` : ''}
      {overdue > 0 ? (
        <strong className={styles['late']}>{t('overdueCount', { count: overdue })}</strong>
      ) : null}
    </span>
  )
}
