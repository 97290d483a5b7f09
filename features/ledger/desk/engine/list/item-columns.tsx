import { type Column, formatCount, formatInstant } from '@jianbao/ui'
import { Checkbox } from 'antd'
import { useMemo } from 'react'
import type { ItemColumn, LedgerItemRow } from '../../../contract/index.ts'
import { ItemLight, ItemStateTag } from '../item-words.tsx'
import { EditCell } from './edit-cell.tsx'
import styles from './list.module.css'
import { listTexts } from './list.texts.ts'
import type { Drafts } from './use-drafts.ts'

export type RowActs = {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (row: LedgerItemRow) => void
  readonly onOpen: (row: LedgerItemRow) => void
  readonly desk: Drafts
}
type RowProps = { readonly row: LedgerItemRow }

/** Columns of the list; owner, deadline and progress are written in where the caller may. */
export function useItemColumns(
  acts: RowActs,
): readonly (Column<LedgerItemRow> & { key: ItemColumn | 'choose' })[] {
  const t = listTexts.useTexts()
  return useMemo(
    () => [
      {
        key: 'choose',
        title: t('colChoose'),
        fixed: true,
        className: styles['tick'],
        cell: row => <Choose {...{ row, acts }} />,
      },
      {
        key: 'code',
        title: t('colCode'),
        className: styles['code'],
        sort: { up: 'number', down: '' },
        cell: row => row.code,
      },
      {
        key: 'title',
        title: t('colTitle'),
        fixed: true,
        className: styles['title'],
        cell: row => <ItemTitle {...{ row, acts }} />,
      },
      { key: 'unit', title: t('colUnit'), sort: { up: 'unit', down: '' }, cell: row => row.unitName },
      { key: 'light', title: t('colLight'), cell: row => <ItemLight light={row.light} /> },
      { key: 'state', title: t('colState'), cell: row => <ItemStateTag state={row.state} /> },
      { key: 'owner', title: t('colOwner'), cell: row => <Owner {...{ row, acts }} /> },
      {
        key: 'due',
        title: t('colDue'),
        className: styles['day'],
        sort: { up: 'due', down: '' },
        cell: row => <Due {...{ row, acts }} />,
      },
      { key: 'percent', title: t('colPercent'), number: true, cell: row => <Percent {...{ row, acts }} /> },
      { key: 'target', title: t('colTarget'), spare: true, cell: row => <Target row={row} /> },
      { key: 'lead', title: t('colLead'), spare: true, cell: row => row.leadName ?? '–' },
      { key: 'evidence', title: t('colEvidence'), number: true, cell: row => formatCount(row.evidence) },
      { key: 'parts', title: t('colParts'), spare: true, cell: row => <Parts row={row} /> },
      { key: 'ledger', title: t('colLedger'), spare: true, cell: row => row.ledgerName },
      { key: 'keeper', title: t('colKeeper'), spare: true, cell: row => row.keeperName },
      { key: 'measure', title: t('colMeasure'), spare: true, cell: row => row.measure || '–' },
      {
        key: 'dispatched',
        title: t('colDispatched'),
        spare: true,
        className: styles['day'],
        cell: row => (row.dispatchedAt ? formatInstant(row.dispatchedAt) : '–'),
      },
      {
        key: 'recheck',
        title: t('colRecheck'),
        spare: true,
        className: styles['day'],
        cell: row => row.recheckDay ?? '–',
      },
    ],
    [t, acts],
  )
}

type ActProps = RowProps & { readonly acts: RowActs }

function Choose({ row, acts }: ActProps) {
  const t = listTexts.useTexts()
  return (
    <Checkbox
      aria-label={t('choose', { title: row.title, unit: row.unitName })}
      checked={acts.chosen.has(row.id)}
      onChange={() => acts.onChoose(row)}
    />
  )
}

function ItemTitle({ row, acts }: ActProps) {
  const t = listTexts.useTexts()
  const { asked, flag, reopened } = row
  const problem = acts.desk.drafts.get(row.id)?.problem
  return (
    <>
      <button type="button" className={styles['titleLink']} onClick={() => acts.onOpen(row)}>
        {row.title}
      </button>
      {asked || flag || reopened > 0 ? (
        <span className={styles['marks']}>
          {flag ? <span className={styles['warn']}>{t('flagMark')}</span> : null}
          {asked ? <span>{t('askedMark')}</span> : null}
          {reopened > 0 ? <span>{t('reopenedMark', { count: reopened })}</span> : null}
        </span>
      ) : null}
      {problem ? (
        <span role="alert" className={styles['problem']}>
          {problem}
        </span>
      ) : null}
    </>
  )
}

function Owner({ row, acts }: ActProps) {
  const t = listTexts.useTexts()
  return (
    <EditCell row={row} field="owner" desk={acts.desk}>
      <span>
        {row.ownerName || t('nobody')}
        {row.ownerLeft ? <span className={styles['warn']}> {t('leftMark')}</span> : null}
      </span>
    </EditCell>
  )
}

function Due({ row, acts }: ActProps) {
  return (
    <EditCell row={row} field="dueDay" desk={acts.desk}>
      <span>{row.dueDay}</span>
    </EditCell>
  )
}

function Percent({ row, acts }: ActProps) {
  const t = listTexts.useTexts()
  return (
    <EditCell row={row} field="percent" desk={acts.desk}>
      <span>{t('percentOf', { percent: row.percent })}</span>
    </EditCell>
  )
}

function Target({ row: { target, reached } }: RowProps) {
  const t = listTexts.useTexts()
  if (!target) return '–'
  return t('targetOf', { reached: formatCount(reached), value: formatCount(target.value), unit: target.unit })
}

function Parts({ row: { parts, openParts } }: RowProps) {
  const t = listTexts.useTexts()
  return parts > 0 ? t('partsOf', { open: openParts, all: parts }) : '–'
}

/** An item on a phone. */
export function ItemCard({ row, acts }: ActProps) {
  return (
    <div className={styles['card']}>
      <Choose row={row} acts={acts} />
      <div className={styles['cardBody']}>
        <div className={styles['cardLine']}>
          <ItemLight light={row.light} />
          <ItemStateTag state={row.state} />
          <span className={styles['code']}>{row.code}</span>
        </div>
        <ItemTitle row={row} acts={acts} />
        <div className={styles['cardLine']}>{row.unitName}</div>
        <div className={styles['cardLine']}>
          <Due row={row} acts={acts} />
          <Owner row={row} acts={acts} />
          <Percent row={row} acts={acts} />
        </div>
      </div>
    </div>
  )
}
