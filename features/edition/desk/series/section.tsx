import { type ReactNode, useId } from 'react'
import styles from './series.module.css'

type SectionProps = { readonly title: string; readonly note?: string; readonly children: ReactNode }

export function Section({ title, note, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note ? <p className={styles['faint']}>{note}</p> : null}
      {children}
    </section>
  )
}
