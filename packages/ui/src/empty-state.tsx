import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type EmptyStateProps = { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }

/** An empty place that says what to do first. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      {children ? <p className={styles['words']}>{children}</p> : null}
      {action}
    </div>
  )
}
