/** The light and the state of an item: a word with a shape before it, so that colour is never the only sign. */
import { StateTag, type Tone } from '@jianbao/ui'
import { type ItemState, itemLights, type ItemLight as Light } from '../../contract/index.ts'
import { engineTexts } from './engine.texts.ts'
import styles from './item-words.module.css'

const tones: Readonly<Record<ItemState, Tone>> = {
  draft: 'quiet',
  review: 'quiet',
  ready: 'busy',
  dispatched: 'busy',
  doing: 'busy',
  feedback: 'doubt',
  closed: 'good',
  settled: 'good',
  cancelled: 'quiet',
}

export function ItemStateTag({ state }: { readonly state: ItemState }) {
  const t = engineTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}

type ItemLightProps = {
  /** Null: what is not open has none. */
  readonly light: Light | null
  /** Stands instead of the light's own word. */
  readonly word?: string
  /** The shape alone is coloured: of many numbers none shouts. */
  readonly plain?: boolean
}

export function ItemLight({ light, word, plain = false }: ItemLightProps) {
  const t = engineTexts.useTexts()
  if (light === null) return word === undefined ? null : <span>{word}</span>
  return (
    <span className={styles['light']} data-light={light} data-plain={plain} title={t(`lamp.${light}`)}>
      <LightShape light={light} />
      <span>{word ?? t(`light.${light}`)}</span>
    </span>
  )
}

/** Disc, diamond, triangle, square: told apart without colour. `light` of null: a ring, done or not begun. */
export function LightShape({ light }: { readonly light: Light | null }) {
  return <i aria-hidden="true" className={styles['shape']} data-light={light ?? 'none'} />
}

/** What the lights mean. */
export function ItemLightLegend() {
  const t = engineTexts.useTexts()
  return (
    <ul className={styles['legend']} aria-label={t('lights')}>
      {itemLights.map(light => (
        <li key={light}>
          <ItemLight light={light} />
          <span className={styles['meaning']}>{t(`lampWords.${light}`)}</span>
        </li>
      ))}
    </ul>
  )
}
