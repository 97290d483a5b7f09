import { useFocusBack } from '@jianbao/ui'
import { Button, Modal } from 'antd'
import { useEffect } from 'react'
import styles from './dialog.module.css'
import { inboxTexts } from './inbox.texts.ts'
import previewStyles from './preview.module.css'
import { columnOfKey, keyOfColumn } from './triage.keys.ts'

type ColumnDialogProps = {
  readonly title: string
  readonly columns: readonly { readonly id: string; readonly name: string }[]
  readonly onChoose: (column: string) => void
  /** Null for several at once: each keeps its own text. */
  readonly onEdit: (() => void) | null
  readonly onClose: () => void
}

/** Columns with a key each: one press adopts with the unit's own text. */
export function ColumnDialog({ title, columns, onChoose, onEdit, onClose }: ColumnDialogProps) {
  const t = inboxTexts.useTexts()
  useFocusBack()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const column = columns[columnOfKey(event.key, columns.length)]
      if (!column) return
      event.preventDefault()
      onChoose(column.id)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [columns, onChoose])
  return (
    <Modal open title={title} footer={null} width={440} onCancel={onClose}>
      <div className={styles['form']}>
        {onEdit ? <p className={styles['soft']}>{t('chooseColumnNote')}</p> : null}
        <ol className={styles['columns']}>
          {columns.map(({ id, name }, at) => (
            <li key={id}>
              <Button block aria-keyshortcuts={keyOfColumn(at)} onClick={() => onChoose(id)}>
                <kbd className={previewStyles['key']}>{keyOfColumn(at)}</kbd>
                {name}
              </Button>
            </li>
          ))}
        </ol>
        <div className={styles['foot']}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {onEdit ? <Button onClick={onEdit}>{t('editFirst')}</Button> : null}
        </div>
      </div>
    </Modal>
  )
}
