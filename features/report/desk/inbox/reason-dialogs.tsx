import { FormField, ProblemNotice, useSending } from '@jianbao/ui'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import styles from './dialog.module.css'
import { DialogFrame } from './dialog-frame.tsx'
import { inboxTexts } from './inbox.texts.ts'

type ReasonDialogProps = {
  readonly title: string
  readonly confirm: string
  readonly note: string
  readonly label: string
  readonly optional?: boolean
  readonly danger?: boolean
  readonly usual?: readonly string[]
  readonly onConfirm: (reason: string) => Promise<unknown>
  readonly refused: (error: unknown, again: (version?: number) => void) => ReactNode
  readonly onClose: () => void
}

/** A deed with a reason in words; the office's usual ones are picked and changed. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, confirm, note, label, optional, danger, usual, onConfirm, refused, onClose } = props
  const t = inboxTexts.useTexts()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const { busy, error, send } = useSending(onClose)
  const lacking = !optional && reason.trim().length < 2
  const go = () => {
    setAsked(true)
    if (!lacking) void send(() => onConfirm(reason.trim()))
  }
  return (
    <DialogFrame
      title={title}
      confirm={confirm}
      busy={busy}
      danger={danger ?? false}
      onConfirm={go}
      onClose={onClose}
    >
      <p className={styles['soft']}>{note}</p>
      {usual ? (
        <fieldset className={styles['usual']}>
          <legend>{t('usualReasons')}</legend>
          {usual.map(words => (
            <Button
              key={words}
              size="small"
              onClick={() => setReason(before => (before.trim() ? `${before.trim()}\n${words}` : words))}
            >
              {words}
            </Button>
          ))}
        </fieldset>
      ) : null}
      <FormField label={label} problem={asked && lacking ? t('reasonLack') : null}>
        <Input.TextArea
          autoFocus
          value={reason}
          maxLength={500}
          autoSize={{ minRows: 3, maxRows: 8 }}
          onChange={event => setReason(event.target.value)}
        />
      </FormField>
      {error ? refused(error, go) : null}
    </DialogFrame>
  )
}

/** What is said of many at once: what was refused as a whole. */
export const plainRefusal = (error: unknown): ReactNode => <ProblemNotice error={error} />

export function useUsualReasons(): readonly string[] {
  const t = inboxTexts.useTexts()
  return [t('usual.1'), t('usual.2'), t('usual.3'), t('usual.4'), t('usual.5'), t('usual.6')]
}
