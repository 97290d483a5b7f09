import { type Column, formatInstant } from '@jianbao/ui'
import { Checkbox } from 'antd'
import { useMemo } from 'react'
import type { Entry } from '../contract/index.ts'
import styles from './gap-list.module.css'
import { ledgerTexts } from './ledger.texts.ts'
import { Behind, DueWords, EntryState } from './state-words.tsx'

/** What a line is known by among those of the list. */
export const entryKey = ({ itemId, periodNo }: Entry): string => `${itemId} ${periodNo}`

export type Choosing = {
  readonly chosen: ReadonlySet<string>
  readonly toggle: (entry: Entry) => void
}
type Open = (entry: Entry) => void

/** Columns of the list; `choosing` null: nothing can be done with its lines. */
export function useEntryColumns(choosing: Choosing | null, onOpen: Open): readonly Column<Entry>[] {
  const t = ledgerTexts.useTexts()
  return useMemo(
    () => [
      ...(choosing
        ? [
            {
              key: 'choose',
              title: t('colChoose'),
              fixed: true,
              className: styles['choose'],
              cell: (entry: Entry) => <Choose entry={entry} choosing={choosing} />,
            },
          ]
        : []),
      {
        key: 'unit',
        title: t('colUnit'),
        fixed: true,
        cell: (entry: Entry) => (
          <>
            <span className={styles['name']}>{entry.unitName}</span>
            {entry.above ? <span className={styles['above']}>{entry.above}</span> : null}
          </>
        ),
      },
      {
        key: 'task',
        title: t('colTask'),
        cell: (entry: Entry) => <TaskName entry={entry} onOpen={onOpen} />,
      },
      {
        key: 'due',
        title: t('colDue'),
        className: styles['due'],
        sort: { up: 'due', down: '-due' },
        cell: (entry: Entry) => (
          <>
            {entry.dueDay} <DueWords {...entry} />
          </>
        ),
      },
      { key: 'state', title: t('colState'), cell: (entry: Entry) => <EntryState state={entry.state} /> },
      { key: 'behind', title: t('colBehind'), cell: (entry: Entry) => <Behind {...entry} /> },
      {
        key: 'reminded',
        title: t('colReminded'),
        className: styles['due'],
        cell: (entry: Entry) => <Reminded entry={entry} />,
      },
    ],
    [t, choosing, onOpen],
  )
}

function Choose({ entry, choosing }: { readonly entry: Entry; readonly choosing: Choosing }) {
  const t = ledgerTexts.useTexts()
  return (
    <Checkbox
      checked={choosing.chosen.has(entryKey(entry))}
      aria-label={t('choose', { unit: entry.unitName, task: entry.taskName })}
      onChange={() => choosing.toggle(entry)}
    />
  )
}

function TaskName({ entry, onOpen }: { readonly entry: Entry; readonly onOpen: Open }) {
  return (
    <button type="button" className={styles['task']} onClick={() => onOpen(entry)}>
      {[entry.taskName, entry.periodName].filter(Boolean).join(' ')}
    </button>
  )
}

function Reminded({ entry: { remindedAt, reminders } }: { readonly entry: Entry }) {
  const t = ledgerTexts.useTexts()
  if (!remindedAt) return <span className={styles['faint']}>{t('notReminded')}</span>
  return t('reminded', { day: formatInstant(remindedAt), count: reminders })
}

type EntryCardProps = { readonly entry: Entry; readonly choosing: Choosing | null; readonly onOpen: Open }

/** A line on a phone. */
export function EntryCard({ entry, choosing, onOpen }: EntryCardProps) {
  return (
    <div className={styles['card']}>
      <div className={styles['cardHead']}>
        {choosing ? <Choose entry={entry} choosing={choosing} /> : null}
        <span className={styles['name']}>{entry.unitName}</span>
        <EntryState state={entry.state} />
      </div>
      <TaskName entry={entry} onOpen={onOpen} />
      <p className={styles['faint']}>
        {entry.dueDay} <DueWords {...entry} />
      </p>
      <Behind {...entry} />
      <p className={styles['faint']}>
        <Reminded entry={entry} />
      </p>
    </div>
  )
}
