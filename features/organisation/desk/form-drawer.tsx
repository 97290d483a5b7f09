import { type Sending, useFocusBack, usePhone } from '@jianbao/ui'
import { Button, Drawer } from 'antd'
import { type ReactNode, useId } from 'react'
import styles from './form.module.css'
import { Refusal } from './refusal.tsx'

type FormDrawerProps = {
  readonly title: string
  readonly save: string
  readonly cancel: string
  readonly overtaken: string
  readonly sending: Sending
  readonly onSend: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form beside the page, over all of it on a phone; a refusal stands above its fields. */
export function FormDrawer(props: FormDrawerProps) {
  const { title, save, cancel, overtaken, sending, onSend, onClose, children } = props
  const phone = usePhone()
  const form = useId()
  useFocusBack()
  return (
    <Drawer
      open
      size={phone ? '100%' : 520}
      title={title}
      onClose={onClose}
      footer={
        <div className={styles['foot']}>
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="primary" htmlType="submit" form={form} loading={sending.busy}>
            {save}
          </Button>
        </div>
      }
    >
      <form
        id={form}
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          onSend()
        }}
      >
        <Refusal error={sending.error} overtaken={overtaken} />
        {children}
      </form>
    </Drawer>
  )
}
