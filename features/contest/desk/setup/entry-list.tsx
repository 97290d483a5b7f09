import { Button } from 'antd'
import type { ReactNode } from 'react'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

type EntryListProps<Entry> = {
  readonly label: string
  readonly hint?: string
  readonly entries: readonly Entry[]
  readonly keyOf: (entry: Entry, at: number) => string
  readonly nameOf: (entry: Entry, at: number) => string
  readonly add: string
  readonly most: number
  readonly least?: number
  readonly onAdd: () => void
  readonly onRemove: (at: number) => void
  readonly children: (entry: Entry, at: number) => ReactNode
}

/** Entries of one kind, each with its fields, added and removed one by one. */
export function EntryList<Entry>(props: EntryListProps<Entry>) {
  const { label, hint, entries, keyOf, nameOf, add, most, least = 0, onAdd, onRemove, children } = props
  const t = setupTexts.useTexts()
  return (
    <fieldset className={styles['entries']}>
      <legend className={styles['label']}>{label}</legend>
      {hint ? <p className={styles['hint']}>{hint}</p> : null}
      {entries.map((entry, at) => (
        <fieldset key={keyOf(entry, at)} className={styles['entry']} aria-label={nameOf(entry, at)}>
          <div className={styles['entryHead']}>
            <strong>{nameOf(entry, at)}</strong>
            {entries.length > least ? (
              <Button
                size="small"
                aria-label={t('removeNamed', { name: nameOf(entry, at) })}
                onClick={() => onRemove(at)}
              >
                {t('removeOne')}
              </Button>
            ) : null}
          </div>
          {children(entry, at)}
        </fieldset>
      ))}
      {entries.length < most ? (
        <span>
          <Button onClick={onAdd}>{add}</Button>
        </span>
      ) : null}
    </fieldset>
  )
}
