import { DataTable, formatInstant } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { MineRow } from '../../contract/index.ts'
import { reportTexts } from '../report.texts.ts'
import styles from './mine.module.css'
import { mineColumnsName, Parts, Reason, StateCell, taskWords, useMineColumns } from './mine-columns.tsx'

type MineRowsProps = {
  readonly rows: readonly MineRow[]
  readonly selected: number
  readonly order: string | undefined
  readonly onOrder: (order: string | undefined) => void
}

export function MineRows({ rows, selected, order, onOrder }: MineRowsProps) {
  const t = reportTexts.useTexts()
  return (
    <DataTable
      label={t('mine')}
      name={mineColumnsName}
      rows={rows}
      rowKey={row => row.id}
      columns={useMineColumns()}
      selected={selected}
      order={order}
      onOrder={onOrder}
      card={row => <MineCard row={row} />}
    />
  )
}

function MineCard({ row }: { row: MineRow }) {
  const t = reportTexts.useTexts()
  return (
    <div className={styles['card']}>
      <Link to="/reports/$id" params={{ id: row.id }} className={styles['name'] ?? ''}>
        {row.title || t('untitled')}
      </Link>
      <p className={styles['cardState']}>
        <StateCell row={row} />
      </p>
      <Reason row={row} />
      <p className={styles['cardFoot']}>
        <span>{[row.startDay, taskWords(row)].filter(Boolean).join(' · ')}</span>
        <Parts row={row} />
        <time dateTime={row.updatedAt}>{formatInstant(row.updatedAt)}</time>
      </p>
      {row.state === 'returned' || row.state === 'draft' ? (
        <Link to="/reports/$id/edit" params={{ id: row.id }}>
          {t(row.state === 'draft' ? 'goOn' : 'mend')}
        </Link>
      ) : null}
    </div>
  )
}
