import { type Counted, figureWords } from './figure-words.ts'
import styles from './preview.module.css'

type LitTextProps = {
  readonly text: string
  readonly figures: readonly Counted[]
}

/** Paragraphs of a report, with the words its figures were read from lit. */
export function LitText({ text, figures }: LitTextProps) {
  const words = [...new Set(figures.flatMap(figure => figureWords(text, figure) ?? []))]
  let at = 0
  return (
    <div className={styles['text']}>
      {text.split('\n').map(paragraph => {
        const key = at
        at += paragraph.length + 1
        return <p key={key}>{partsOf(paragraph, words)}</p>
      })}
    </div>
  )
}

function partsOf(paragraph: string, words: readonly string[]) {
  if (!words.length) return paragraph
  // The longest first: 120人次 is not 120人 and a rest.
  const sorted = words.toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(`(${sorted.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`)
  let at = 0
  return paragraph.split(pattern).map(part => {
    const key = at
    at += part.length
    return sorted.includes(part) ? <mark key={key}>{part}</mark> : part
  })
}
