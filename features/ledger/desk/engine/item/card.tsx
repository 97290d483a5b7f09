import { type ReactNode, useId } from 'react'
import styles from './item.module.css'

type CardProps = {
  readonly title: ReactNode
  /** Beside the heading. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly id?: string
}

/** A part of the page with a heading of its own. */
export function Card({ title, aside, children, id }: CardProps) {
  const own = useId()
  const heading = id ?? own
  return (
    <section className={styles['card']} aria-labelledby={heading}>
      <div className={styles['cardHead']}>
        <h2 id={heading}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
