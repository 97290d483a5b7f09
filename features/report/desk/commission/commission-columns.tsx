import { type Column, StateTag, type Tone } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { Commission, CommissionState } from '../../contract/index.ts'
import styles from './commission.module.css'
import { commissionTexts } from './commission.texts.ts'

const tones: Readonly<Record<CommissionState, Tone>> = {
  open: 'busy',
  delivered: 'doubt',
  done: 'good',
  missed: 'bad',
  cancelled: 'quiet',
}
export type RowDeed = 'move' | 'cancel'
type RowActs = { readonly today: string; readonly onDeed: (deed: RowDeed, row: Commission) => void }

export function useCommissionColumns({ today, onDeed }: RowActs): readonly Column<Commission>[] {
  const t = commissionTexts.useTexts()
  return useMemo(
    () => [
      {
        key: 'title',
        title: t('colTitle'),
        fixed: true,
        className: styles['wide'],
        cell: row => <Title row={row} />,
      },
      { key: 'unit', title: t('colUnit'), sort: { up: 'unit', down: 'unit' }, cell: row => row.unitName },
      { key: 'desk', title: t('colDesk'), spare: true, cell: row => row.deskName },
      {
        key: 'due',
        title: t('colDue'),
        className: styles['day'],
        sort: { up: 'due', down: '-due' },
        cell: row => <Due row={row} today={today} />,
      },
      { key: 'state', title: t('colState'), className: styles['day'], cell: row => <State row={row} /> },
      { key: 'report', title: t('colReport'), cell: row => <Answered row={row} /> },
      { key: 'by', title: t('colBy'), spare: true, cell: row => row.byName },
      { key: 'acts', title: t('colActs'), fixed: true, cell: row => <Deeds row={row} onDeed={onDeed} /> },
    ],
    [t, today, onDeed],
  )
}

function Title({ row }: { row: Commission }) {
  return (
    <>
      <strong>{row.title}</strong>
      {row.taskName ? (
        <span className={styles['task']}>
          {[row.taskName, row.periodName === row.taskName ? null : row.periodName]
            .filter(Boolean)
            .join(' · ')}
        </span>
      ) : null}
      {row.brief ? <span className={styles['brief']}>{row.brief}</span> : null}
      {row.reason ? <span className={styles['brief']}>{row.reason}</span> : null}
    </>
  )
}

function State({ row }: { row: Commission }) {
  const t = commissionTexts.useTexts()
  return (
    <>
      <StateTag tone={tones[row.state]}>{t(`state.${row.state}`)}</StateTag>
      {row.late && row.state !== 'missed' ? <span className={styles['late']}>{t('late')}</span> : null}
    </>
  )
}

const dayMs = 86_400_000

function Due({ row, today }: { row: Commission; today: string }) {
  const t = commissionTexts.useTexts()
  const count = Math.round((Date.parse(row.dueDay) - Date.parse(today)) / dayMs)
  const waits = row.state === 'open' || row.state === 'missed'
  return (
    <>
      {row.dueDay}
      {waits ? (
        <span className={styles['left']} data-near={count <= 1}>
          {count > 0 ? t('daysLeft', { count }) : count === 0 ? t('today') : t('daysOver', { count: -count })}
        </span>
      ) : null}
    </>
  )
}

function Answered({ row }: { row: Commission }) {
  if (!row.report) return '–'
  return (
    <Link to="/reports/$id" params={{ id: row.report.id }}>
      {row.report.title}
    </Link>
  )
}

function Deeds({ row, onDeed }: { row: Commission; onDeed: RowActs['onDeed'] }) {
  const t = commissionTexts.useTexts()
  if (!row.actions.length) return null
  return (
    <span className={styles['deeds']}>
      {row.actions.includes('answer') ? (
        <Link to="/reports/new" search={{ commission: row.id }}>
          {t('answer')}
        </Link>
      ) : null}
      {row.actions.includes('move') ? (
        <Button size="small" onClick={() => onDeed('move', row)}>
          {t('move')}
        </Button>
      ) : null}
      {row.actions.includes('cancel') ? (
        <Button size="small" onClick={() => onDeed('cancel', row)}>
          {t('cancel')}
        </Button>
      ) : null}
    </span>
  )
}

/** A commission on a phone. */
export function CommissionCard({ row, today, onDeed }: RowActs & { row: Commission }) {
  return (
    <div className={styles['card']}>
      <Title row={row} />
      <p className={styles['line']}>
        <span>{row.unitName}</span>
        <State row={row} />
      </p>
      <p className={styles['line']}>
        <Due row={row} today={today} />
      </p>
      {row.report ? (
        <p>
          <Answered row={row} />
        </p>
      ) : null}
      <Deeds row={row} onDeed={onDeed} />
    </div>
  )
}
