import { diffChars, diffWordsWithSpace } from 'diff'
import styles from './dialog.module.css'

type TextDifferenceProps = { readonly before: string; readonly after: string }

/** What went and what came, in one running text; Chinese has no blanks, so it is compared by characters. */
export function TextDifference({ before, after }: TextDifferenceProps) {
  const parts = /[\u4e00-\u9fff]/.test(before + after)
    ? diffChars(before, after, { maxEditLength: 4000 })
    : diffWordsWithSpace(before, after, { maxEditLength: 4000 })
  // Too different to be told piece by piece.
  const shown = parts ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ]
  let at = 0
  return (
    <p className={styles['difference']}>
      {shown.map(part => {
        const key = at++
        if (part.removed) return <del key={key}>{part.value}</del>
        if (part.added) return <ins key={key}>{part.value}</ins>
        return <span key={key}>{part.value}</span>
      })}
    </p>
  )
}
