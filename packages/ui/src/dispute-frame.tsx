import { type ReactNode, useId } from 'react'
import styles from './dispute-frame.module.css'

type DisputeFrameProps = {
  readonly title: string
  readonly note: string
  readonly children: ReactNode
  /** What is done with all of them at once. */
  readonly foot?: ReactNode
}

/** What two wrote in the same places, to choose; until then neither is lost. */
export function DisputeFrame({ title, note, children, foot }: DisputeFrameProps) {
  const heading = useId()
  return (
    <section className={styles['frame']} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p>{note}</p>
      {children}
      {foot ? <div className={styles['foot']}>{foot}</div> : null}
    </section>
  )
}

type DisputedPlaceProps = {
  readonly label: string
  readonly sides: readonly { readonly head: string; readonly words: string; readonly act?: ReactNode }[]
  readonly children?: ReactNode
}

/** One place with its sides beside each other; the choice stands in each side or below them. */
export function DisputedPlace({ label, sides, children }: DisputedPlaceProps) {
  return (
    <article aria-label={label}>
      <h3>{label}</h3>
      <div className={styles['sides']}>
        {sides.map(({ head, words, act }) => (
          <div key={head} className={styles['side']}>
            <h4>{head}</h4>
            <p>{words}</p>
            {act}
          </div>
        ))}
      </div>
      {children}
    </article>
  )
}
