import { type Column, DataTable } from '@jianbao/ui'
import type { CertificateRow } from '../../contract/index.ts'
import { momentWords } from '../setup/contest-values.ts'
import styles from './award.module.css'
import { awardTexts } from './award.texts.ts'

type CertificateRowsProps = {
  readonly rows: readonly CertificateRow[]
  readonly selected: number
  readonly label: string
}

export function CertificateRows({ rows, selected, label }: CertificateRowsProps) {
  const t = awardTexts.useTexts()
  const columns: Column<CertificateRow>[] = [
    { key: 'name', title: t('colName'), cell: row => row.name, fixed: true },
    { key: 'unit', title: t('colUnit'), cell: row => row.unitName ?? '' },
    { key: 'points', title: t('colPoints'), cell: row => row.points, number: true },
    { key: 'attempts', title: t('colAttempts'), cell: row => row.attempts, number: true },
    { key: 'place', title: t('colPlace'), cell: row => row.place ?? '', number: true },
    { key: 'number', title: t('colNumber'), cell: row => <CertificateNumber row={row} /> },
    {
      key: 'issued',
      title: t('colIssued'),
      cell: row => (row.issuedAt === null ? '' : momentWords(row.issuedAt)),
    },
    { key: 'prints', title: t('colPrints'), cell: row => row.prints, number: true },
  ]
  return (
    <DataTable
      label={label}
      name="contest.certificates"
      rows={rows}
      rowKey={({ player }) => String(player)}
      columns={columns}
      selected={selected}
      card={row => <Card row={row} />}
    />
  )
}

function CertificateNumber({ row: { number } }: { readonly row: CertificateRow }) {
  const t = awardTexts.useTexts()
  if (number === null) return <span className={styles['faint']}>{t('notYet')}</span>
  return (
    <a href={`/contests/check/${number}`} target="_blank" rel="noreferrer" className={styles['code'] ?? ''}>
      {number}
    </a>
  )
}

function Card({ row }: { readonly row: CertificateRow }) {
  const t = awardTexts.useTexts()
  return (
    <>
      <strong>{row.name}</strong>
      <span className={styles['faint']}>
        {[row.unitName, `${t('colPoints')} ${row.points}`, `${t('colAttempts')} ${row.attempts}`]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <CertificateNumber row={row} />
    </>
  )
}
