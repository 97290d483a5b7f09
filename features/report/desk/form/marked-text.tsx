import { segmentText, usePhone } from '@jianbao/ui'
import { useEffect, useId, useMemo, useRef } from 'react'
import type { DraftMark } from './draft-marks.ts'
import { markAt } from './draft-marks.ts'
import styles from './marked-text.module.css'

type MarkedTextProps = {
  readonly label: string
  readonly text: string
  readonly marks: readonly DraftMark[]
  readonly lit: string | null
  readonly placeholder: string
  readonly limit: number
  readonly problem: string | null
  readonly onText: (text: string) => void
  /** A place among the words of a field was touched. */
  readonly onTouch: (id: string) => void
}

/** A text that can be written in while the words its fields were taken from are marked below it. */
export function MarkedText(props: MarkedTextProps) {
  const { label, text, marks, lit, placeholder, limit, problem, onText, onTouch } = props
  const phone = usePhone()
  const ground = useRef<HTMLDivElement>(null)
  const [field, hint] = [useId(), useId()]
  const runs = useMemo(() => segmentText(text.length, marks), [text, marks])
  useEffect(() => {
    // On a phone the page would jump away from the field that is being touched.
    if (lit && !phone) ground.current?.querySelector('[data-lit]')?.scrollIntoView({ block: 'nearest' })
  }, [lit, phone])
  return (
    <div className={styles['field']}>
      <label htmlFor={field} className={styles['label']}>
        {label}
      </label>
      <div className={styles['sheet']} data-problem={problem !== null}>
        <div ref={ground} className={styles['ground']} aria-hidden="true">
          {runs.map(run => {
            const words = text.slice(run.start, run.end)
            const over = run.marks.map(at => marks[at]!)
            const [first] = over
            if (!first) return words
            const isLit = over.some(mark => mark.id === lit)
            return (
              <mark
                key={run.start}
                data-kind={first.kind}
                data-pending={first.pending}
                {...(isLit ? { 'data-lit': '' } : {})}
              >
                {words}
              </mark>
            )
          })}
          {'\n '}
        </div>
        <textarea
          id={field}
          data-field="body"
          value={text}
          placeholder={placeholder}
          maxLength={limit}
          spellCheck={false}
          aria-invalid={problem !== null}
          aria-describedby={problem ? hint : undefined}
          onChange={event => onText(event.target.value)}
          onClick={event => {
            const { selectionStart, selectionEnd } = event.currentTarget
            const mark = selectionStart === selectionEnd ? markAt(marks, selectionStart) : null
            if (mark) onTouch(mark.id)
          }}
        />
      </div>
      {problem ? (
        <p id={hint} className={styles['problem']}>
          {problem}
        </p>
      ) : null}
    </div>
  )
}
