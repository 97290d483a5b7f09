import type { ReactNode } from 'react'
import styles from './form-field.module.css'

type FormFieldProps = {
  readonly label: string
  readonly hint?: string | undefined
  readonly problem?: string | null | undefined
  readonly children: ReactNode
}

/** A labelled field with a line under it: what it is for, or what is wrong with it. */
export function FormField({ label, hint, problem, children }: FormFieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={styles['field']}>
      <span className={styles['label']}>{label}</span>
      {children}
      {problem ? (
        <span className={styles['problem']} role="alert">
          {problem}
        </span>
      ) : hint ? (
        <span className={styles['hint']}>{hint}</span>
      ) : null}
    </label>
  )
}
