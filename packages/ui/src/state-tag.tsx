import type { ReactNode } from 'react'
import styles from './state-tag.module.css'

export type Tone = 'good' | 'busy' | 'doubt' | 'bad' | 'quiet'

type StateTagProps = { readonly tone: Tone; readonly children: ReactNode; readonly title?: string }

/** A state in a word, with a shape before it, so that colour is never the only sign. */
export function StateTag({ tone, children, title }: StateTagProps) {
  return (
    <span className={styles['tag']} data-tone={tone} title={title}>
      <i aria-hidden="true" className={styles['shape']} />
      {children}
    </span>
  )
}
