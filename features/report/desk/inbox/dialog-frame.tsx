import { useFocusBack } from '@jianbao/ui'
import { Button, Modal } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import styles from './dialog.module.css'
import { inboxTexts } from './inbox.texts.ts'

type DialogFrameProps = {
  readonly title: string
  readonly onClose: () => void
  /** What the button says that does it; a dialogue without one is only read. */
  readonly confirm?: string
  readonly busy?: boolean
  readonly danger?: boolean
  readonly blocked?: boolean
  readonly width?: number
  readonly onConfirm?: () => void
  readonly children: ReactNode
}

/** A dialogue of the desk: its form, what was refused, and two buttons below. */
export function DialogFrame(props: DialogFrameProps) {
  const { title, confirm, busy, danger, blocked, width = 560, onClose, onConfirm, children } = props
  const t = inboxTexts.useTexts()
  useFocusBack()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!blocked && !busy) onConfirm?.()
  }
  return (
    <Modal open title={title} footer={null} width={width} onCancel={onClose}>
      <form className={styles['form']} onSubmit={submit}>
        {children}
        <div className={styles['foot']}>
          <Button onClick={onClose}>{confirm ? t('cancel') : t('close')}</Button>
          {confirm ? (
            <Button
              type="primary"
              htmlType="submit"
              danger={danger ?? false}
              loading={busy ?? false}
              disabled={blocked ?? false}
            >
              {confirm}
            </Button>
          ) : null}
        </div>
      </form>
    </Modal>
  )
}
