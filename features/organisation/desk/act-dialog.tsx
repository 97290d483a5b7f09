import { useFocusBack, useSending } from '@jianbao/ui'
import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import styles from './form.module.css'
import { Refusal } from './refusal.tsx'

type ActDialogProps = {
  readonly title: string
  /** What the button that does it says. */
  readonly confirm: string
  readonly cancel: string
  readonly danger?: boolean
  /** Not yet: something is still to be chosen or counted. */
  readonly blocked?: boolean
  /** Said when somebody else was quicker: what is shown is the newest by then. */
  readonly overtaken: string
  readonly children: ReactNode
  readonly onConfirm: () => Promise<unknown>
  readonly onClose: () => void
}

/** Asks once before something is done; a refusal stays in the dialogue, with what was chosen. */
export function ActDialog(props: ActDialogProps) {
  const {
    title,
    confirm,
    cancel,
    danger = false,
    blocked = false,
    overtaken,
    children,
    onConfirm,
    onClose,
  } = props
  const { busy, error, send } = useSending(onClose)
  useFocusBack()
  return (
    <Modal open title={title} footer={null} width={560} onCancel={onClose}>
      <form
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          if (!blocked) void send(onConfirm)
        }}
      >
        {children}
        <Refusal error={error} overtaken={overtaken} />
        <div className={styles['foot']}>
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="primary" htmlType="submit" danger={danger} loading={busy} disabled={blocked}>
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
