import { addressOf, type Column, DataTable, formatInstant, StateTag } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { linkOfLine, type Reminder } from '../../contract/index.ts'
import styles from './remind.module.css'
import { remindTexts } from './remind.texts.ts'

export const columnsName = 'ledger.reminders'

export function useReminderColumns(): Column<Reminder>[] {
  const t = remindTexts.useTexts()
  return [
    { key: 'at', title: t('colAt'), className: styles['at'], cell: row => <When row={row} /> },
    { key: 'unit', title: t('colUnit'), cell: row => row.unitName, fixed: true },
    { key: 'what', title: t('colWhat'), cell: row => <What row={row} /> },
    { key: 'way', title: t('colWay'), cell: row => <Way row={row} /> },
    { key: 'words', title: t('colWords'), className: styles['words'], cell: row => row.words ?? '' },
    { key: 'people', title: t('colPeople'), number: true, cell: row => <People row={row} /> },
  ]
}

type ReminderRowsProps = { readonly rows: readonly Reminder[]; readonly selected: number }

export function ReminderRows({ rows, selected }: ReminderRowsProps) {
  const t = remindTexts.useTexts()
  return (
    <DataTable
      label={t('list')}
      name={columnsName}
      rows={rows}
      rowKey={row => row.id}
      columns={useReminderColumns()}
      selected={selected}
      card={row => <Card row={row} />}
    />
  )
}

/** Where a row leads: to what of the unit was reminded of. */
export function addressOfReminder({ kind, unitId, campaignId, taskId }: Reminder): string {
  if (kind === 'task') return `${linkOfLine('overdue', unitId, campaignId)}&task=${taskId}`
  return linkOfLine(kind, unitId, campaignId)
}

type RowProps = { readonly row: Reminder }

function What({ row }: RowProps) {
  const t = remindTexts.useTexts()
  const name = [row.taskName, row.periodName].filter(Boolean).join(' ')
  return <Link {...addressOf(addressOfReminder(row))}>{name || t(`remindKind.${row.kind}`)}</Link>
}

function When({ row }: RowProps) {
  const t = remindTexts.useTexts()
  return (
    <>
      {formatInstant(row.at)}
      {row.waiting ? <span className={styles['quiet']}>{t('waiting')}</span> : null}
    </>
  )
}

function Way({ row }: RowProps) {
  const t = remindTexts.useTexts()
  return row.way === 'manual' ? t('way.manual', { by: row.by ?? '' }) : t('way.automatic')
}

function People({ row }: RowProps) {
  const t = remindTexts.useTexts()
  if (row.people > 0) return t('people', { count: row.people })
  return (
    <StateTag tone="bad" title={t('nobodyWords')}>
      {t('nobody')}
    </StateTag>
  )
}

function Card({ row }: RowProps) {
  return (
    <>
      <p className={styles['sentence']}>
        <strong>{row.unitName}</strong>
      </p>
      <p className={styles['sentence']}>
        <What row={row} />
      </p>
      {row.words ? <p className={styles['sentence']}>{row.words}</p> : null}
      <p className={styles['foot']}>
        <span>
          <When row={row} /> · <Way row={row} />
        </span>
        <People row={row} />
      </p>
    </>
  )
}
