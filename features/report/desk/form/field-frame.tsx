import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './form.module.css'
import { formTexts } from './form.texts.ts'

export type Pending = {
  /** The words of the text it was read from; null when it was inferred. */
  readonly surface: string | null
  readonly onAccept: () => void
  readonly onDismiss: () => void
}

type FieldFrameProps = {
  /** Of the marks in the text, and where the focus goes when something is wrong with it. */
  readonly id: string
  readonly label: string
  readonly pending?: Pending | null
  readonly problem?: string | null | undefined
  readonly hint?: ReactNode
  readonly lit: boolean
  readonly onLight: (id: string | null) => void
  /** Draws the control, given the id its label stands for. */
  readonly children: (control: string) => ReactNode
}

/** A field with what is proposed for it, what is wrong with it, and its words in the text. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, pending, problem, hint, lit, onLight, children } = props
  const t = formTexts.useTexts()
  const control = useId()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (lit && !box.current?.contains(document.activeElement))
      box.current?.scrollIntoView({ block: 'nearest' })
  }, [lit])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: lights its words beside; the controls inside take keys
    <div
      ref={box}
      className={styles['field']}
      data-field={id}
      data-pending={pending ? true : undefined}
      data-lit={lit ? true : undefined}
      onFocus={() => onLight(id)}
      onPointerDown={() => onLight(id)}
    >
      <div className={styles['fieldHead']}>
        <label htmlFor={control} className={styles['label']}>
          {label}
        </label>
        {pending ? <span className={styles['waits']}>{t('pending')}</span> : null}
      </div>
      {children(control)}
      {pending ? <PendingLine pending={pending} label={label} /> : null}
      {problem ? (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      ) : null}
      {hint ? <p className={styles['hint']}>{hint}</p> : null}
    </div>
  )
}

export function PendingLine({ pending, label }: { pending: Pending; label: string }) {
  const t = formTexts.useTexts()
  const { surface, onAccept, onDismiss } = pending
  return (
    <div className={styles['pendingLine']}>
      <span className={styles['surface']}>
        {surface ? t('fromWords', { words: surface }) : t('inferred')}
      </span>
      <Button
        size="small"
        icon={<CheckOutlined aria-hidden="true" />}
        aria-label={t('acceptOne', { what: label })}
        onClick={onAccept}
      >
        {t('accept')}
      </Button>
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined aria-hidden="true" />}
        aria-label={t('dismissOne', { what: label })}
        onClick={onDismiss}
      />
    </div>
  )
}
