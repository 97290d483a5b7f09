import { createContext, type ReactNode, use, useId } from 'react'
import styles from './unit.module.css'

/** Below what the parts of a unit stand: the page's own heading, or that of the unit beside a tree. */
export const SectionHeading = createContext<'h2' | 'h3'>('h3')

export function UnitSection({ title, children }: { title: string; children: ReactNode }) {
  const Heading = use(SectionHeading)
  const id = useId()
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {children}
    </section>
  )
}
