import { type Light as LightName, lightOf, type Tally } from '../contract/index.ts'
import { ledgerTexts } from './ledger.texts.ts'
import styles from './light.module.css'

type Shown = LightName | 'late'

type LightProps = {
  readonly light: Shown
  readonly word?: string
  /** The dot alone is coloured: of many numbers none shouts. */
  readonly plain?: boolean
}

/** A light with its word, so that colour is never the only sign; `word` stands instead of the word. */
export function Light({ light, word, plain = false }: LightProps) {
  const t = ledgerTexts.useTexts()
  return (
    <span className={styles['light']} data-light={light} data-plain={plain}>
      <i aria-hidden="true" className={styles['dot']} />
      <span>{word ?? t(`light.${light}`)}</span>
    </span>
  )
}

/** The light of a tally; what was done too late is done, and says so. */
export function shownLight(tally: Tally): Shown {
  const light = lightOf(tally)
  return light === 'done' && tally.late > 0 ? 'late' : light
}

const shown = ['done', 'late', 'under-way', 'near', 'few', 'overdue', 'coming'] as const

/** What the lights mean. */
export function LightLegend() {
  const t = ledgerTexts.useTexts()
  return (
    <ul className={styles['legend']} aria-label={t('legend')}>
      {shown.map(light => (
        <li key={light}>
          <Light light={light} />
        </li>
      ))}
    </ul>
  )
}
