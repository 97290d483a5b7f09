import styles from './screen.module.css'
import { screenTexts } from './screen.texts.ts'

type Line = {
  readonly no: number
  readonly name: string
  readonly people: number
  readonly rate?: number | null
}

/** Lines that change places as they overtake one another; each keeps its element, so it is seen to move. */
export function CityBars({ lines, most }: { readonly lines: readonly Line[]; readonly most: number }) {
  const t = screenTexts.useTexts()
  const shown = lines.filter(({ people }) => people > 0).slice(0, most)
  if (shown.length === 0) return <p className={styles['quiet']}>{t('nobody')}</p>
  const longest = Math.max(1, ...shown.map(({ people }) => people))
  const placed = new Map(shown.map(({ no }, at) => [no, at]))
  // In the order of the numbers, moved to their places by the style: the element of a line stays its own.
  const still = [...shown].sort((one, other) => one.no - other.no)
  return (
    <ol className={styles['bars']} style={{ ['--lines' as string]: shown.length }}>
      {still.map(({ no, name, people, rate }) => (
        <li key={no} style={{ ['--place' as string]: placed.get(no) }}>
          <span className={styles['barName']}>{name}</span>
          <span className={styles['barTrack']} aria-hidden="true">
            <i style={{ inlineSize: `${(people / longest) * 100}%` }} />
          </span>
          <span className={styles['barCount']}>
            {people.toLocaleString('en-US')}
            {rate ? <small>{`${(rate * 100).toFixed(1)}%`}</small> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}
