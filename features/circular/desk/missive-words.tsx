/** State of a document, and light of an item, in a word with a shape. */
import { StateTag, type Tone } from '@jianbao/ui'
import type { MissiveLight, MissiveSummary } from '../contract/index.ts'
import { missiveTexts } from './missive.texts.ts'

type Stated = Pick<MissiveSummary, 'state' | 'delivered' | 'problem'>

const tones = {
  draft: 'quiet',
  waiting: 'doubt',
  issued: 'good',
  recalled: 'quiet',
} as const satisfies Record<MissiveSummary['state'], Tone>

export function MissiveState({ missive: { state, delivered, problem } }: { readonly missive: Stated }) {
  const t = missiveTexts.useTexts()
  if (state === 'issued' && problem) return <StateTag tone="bad">{t('state.failed')}</StateTag>
  if (state === 'issued' && !delivered) return <StateTag tone="busy">{t('state.making')}</StateTag>
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}

const lamps: Readonly<Record<MissiveLight, Tone>> = {
  red: 'bad',
  yellow: 'doubt',
  blue: 'busy',
  green: 'good',
}
const itemStates = ['dispatched', 'doing', 'feedback', 'closed', 'settled', 'cancelled'] as const

export function ItemLamp({ light, state }: { readonly light: MissiveLight | null; readonly state: string }) {
  const t = missiveTexts.useTexts()
  if (light) return <StateTag tone={lamps[light]}>{t(`lamp.${light}`)}</StateTag>
  const known = itemStates.find(each => each === state)
  return <StateTag tone="quiet">{known ? t(`itemState.${known}`) : state}</StateTag>
}
