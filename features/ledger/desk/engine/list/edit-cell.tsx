import { EditOutlined } from '@ant-design/icons'
import { DayField } from '@jianbao/ui'
import { InputNumber } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { LedgerItemRow } from '../../../contract/index.ts'
import { editable, type Field } from './drafts.ts'
import styles from './list.module.css'
import { listTexts } from './list.texts.ts'
import { OwnerSelect } from './owner-select.tsx'
import type { Drafts } from './use-drafts.ts'

type EditCellProps = {
  readonly row: LedgerItemRow
  readonly field: Field
  readonly desk: Drafts
  /** What the cell shows while nobody writes in it. */
  readonly children: ReactNode
}

/** A cell that is written in where the caller may: pressed, it becomes a field; what is typed waits to be saved. */
export function EditCell({ row, field, desk, children }: EditCellProps) {
  const t = listTexts.useTexts()
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLFieldSetElement>(null)
  const draft = desk.drafts.get(row.id)
  const isDrafted = draft?.facts[field] !== undefined
  const may = editable(row).includes(field) || isDrafted
  useEffect(() => {
    if (open) place.current?.querySelector<HTMLElement>('input')?.focus()
  }, [open])
  if (!may) return <>{children}</>
  const what = t(field === 'dueDay' ? 'colDue' : field === 'owner' ? 'colOwner' : 'colPercent')
  const value = shownOf(t, row, field, desk)
  const label = t('editOf', { title: row.title, unit: row.unitName, what })
  if (open)
    return (
      <fieldset
        ref={place}
        aria-label={label}
        className={styles['editor']}
        onBlur={event => {
          // The list of names hangs elsewhere in the page.
          if (!event.currentTarget.contains(event.relatedTarget) && field !== 'owner') setOpen(false)
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && field !== 'owner') setOpen(false)
          if (event.key === 'Escape') setOpen(false)
        }}
      >
        <Editor {...{ row, field, desk, label }} onDone={() => setOpen(false)} />
      </fieldset>
    )
  return (
    <button
      type="button"
      className={styles['edit']}
      data-drafted={isDrafted}
      aria-label={`${t('edit', { what, value })}，${row.title}，${row.unitName}`}
      onClick={() => setOpen(true)}
    >
      {isDrafted ? value : children}
      <EditOutlined aria-hidden="true" />
    </button>
  )
}

type Words = ReturnType<typeof listTexts.useTexts>

function shownOf(t: Words, row: LedgerItemRow, field: Field, desk: Drafts): string {
  const facts = desk.drafts.get(row.id)?.facts
  if (field === 'dueDay') return facts?.dueDay ?? row.dueDay
  if (field === 'percent') return t('percentOf', { percent: facts?.percent ?? row.percent })
  const name = facts?.owner === undefined ? row.ownerName : (facts.owner?.name ?? '')
  return name || t('nobody')
}

type EditorProps = Omit<EditCellProps, 'children'> & { readonly label: string; readonly onDone: () => void }

function Editor({ row, field, desk, label, onDone }: EditorProps) {
  const facts = desk.drafts.get(row.id)?.facts
  if (field === 'dueDay')
    return (
      <DayField
        label={label}
        value={facts?.dueDay ?? row.dueDay}
        earliest={row.startDay}
        onChange={dueDay => dueDay && desk.change(row, { dueDay })}
      />
    )
  if (field === 'percent')
    return (
      <InputNumber
        aria-label={label}
        min={0}
        max={100}
        precision={0}
        value={facts?.percent ?? row.percent}
        onChange={percent => percent !== null && desk.change(row, { percent })}
      />
    )
  const owner = row.ownerId === null ? null : { id: row.ownerId, name: row.ownerName }
  return (
    <OwnerSelect
      label={label}
      unitId={row.unitId}
      value={facts?.owner === undefined ? owner : facts.owner}
      onChange={next => {
        desk.change(row, { owner: next })
        onDone()
      }}
      onClose={onDone}
    />
  )
}
