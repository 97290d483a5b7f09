import { ProblemNotice, useSending } from '@jianbao/ui'
import { Alert, Button, Modal } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import type { ReviewEdit } from '../../contract/index.ts'
import styles from './dialog.module.css'
import { reviewTexts } from './review.texts.ts'
import { Overtaken } from './review-line.ts'

export type SendEdit = (edit: ReviewEdit) => Promise<void>

export type DialogProps = { readonly onSend: SendEdit; readonly onClose: () => void }

type DialogFrameProps = DialogProps & {
  readonly title: string
  /** The edit as filled in; null: something is still missing, and a field says so. */
  readonly build: () => ReviewEdit | null
  readonly children: ReactNode
  /** Other ways out: dropping the thing altogether. */
  readonly others?: readonly { readonly label: string; readonly edit: ReviewEdit }[]
}

/** A small dialogue: the cursor in its first field, Enter saves, Escape leaves; a refusal keeps what was typed. */
export function DialogFrame({ title, build, children, others = [], onSend, onClose }: DialogFrameProps) {
  const t = reviewTexts.useTexts()
  const form = useRef<HTMLFormElement>(null)
  const { busy, error, send } = useSending(onClose)
  // At once, for whoever types on without waiting; and once more when a browser focuses nothing that still moves.
  useEffect(() => enterForm(form.current), [])
  const sendEdit = (edit: ReviewEdit | null) => {
    if (edit && !(error instanceof Overtaken)) void send(() => onSend(edit))
  }
  return (
    <Modal
      open
      title={title}
      footer={null}
      width={520}
      onCancel={onClose}
      afterOpenChange={open => open && enterForm(form.current)}
    >
      <form
        ref={form}
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          sendEdit(build())
        }}
      >
        {children}
        {error instanceof Overtaken ? (
          <Alert type="warning" showIcon role="alert" title={t('overtaken', { reason: error.detail })} />
        ) : error ? (
          <ProblemNotice error={error} />
        ) : null}
        <div className={styles['foot']}>
          {others.map(({ label, edit }) => (
            <Button key={label} danger disabled={busy} onClick={() => sendEdit(edit)}>
              {label}
            </Button>
          ))}
          <Button className={styles['end'] ?? ''} onClick={onClose}>
            {t('cancel')}
          </Button>
          {/* What it speaks of may stand elsewhere by now: the words can be copied, not sent. */}
          <Button type="primary" htmlType="submit" loading={busy} disabled={error instanceof Overtaken}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function enterForm(form: HTMLFormElement | null): void {
  if (!form || form.contains(document.activeElement)) return
  const field =
    form.querySelector<HTMLInputElement>('[data-first]:checked') ??
    form.querySelector<HTMLInputElement>('input:checked:not([type=checkbox])') ??
    form.querySelector<HTMLInputElement>('input')
  field?.focus()
  if (field?.type === 'text') field.select()
}
