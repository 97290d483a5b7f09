import type { ContestAttemptRow } from '../../contract/index.ts'
import styles from './statistics.module.css'
import { statisticsTexts } from './statistics.texts.ts'

const most = 40
const height = 28
const step = 7

/** A bar for each question: as high as it took, full where it was right, hollow where not. */
export function MarksChart({ attempt }: { readonly attempt: ContestAttemptRow }) {
  const t = statisticsTexts.useTexts()
  const { marks, pace, rightCount } = attempt
  const shown = [...marks].slice(0, most)
  const slowest = pace ? Math.max(...pace, 0.001) : 1
  const label = pace
    ? t('paceLabel', {
        count: marks.length,
        right: rightCount,
        least: Math.min(...pace).toFixed(1),
        most: Math.max(...pace).toFixed(1),
      })
    : t('marksLabel', { count: marks.length, right: rightCount })
  return (
    <svg
      className={styles['marks']}
      role="img"
      aria-label={label}
      width={shown.length * step}
      height={height}
      viewBox={`0 0 ${shown.length * step} ${height}`}
    >
      <title>{label}</title>
      {shown.map((mark, at) => {
        const tall = pace ? 4 + ((pace[at] ?? 0) / slowest) * (height - 6) : height / 2
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: questions never change places
            key={at}
            data-mark={mark === '1' ? 'right' : mark === 'h' ? 'half' : 'wrong'}
            x={at * step + 1}
            y={height - 1 - tall}
            width={step - 2}
            height={tall}
          />
        )
      })}
    </svg>
  )
}
