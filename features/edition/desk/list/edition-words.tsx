import { StateTag, type Tone } from '@jianbao/ui'
import type { EditionState, EditionSummary } from '../../contract/index.ts'
import { listTexts } from './list.texts.ts'

const tones: Readonly<Record<EditionState, Tone>> = {
  drafting: 'busy',
  signing: 'doubt',
  returned: 'bad',
  signed: 'good',
  issued: 'good',
  void: 'quiet',
}

type Stated = { readonly state: EditionState; readonly stepName: string | null }

export function EditionStateTag({ state, stepName }: Stated) {
  const t = listTexts.useTexts()
  return (
    <StateTag tone={tones[state]}>
      {state === 'signing' && stepName ? t('stateStep', { step: stepName }) : t(`state.${state}`)}
    </StateTag>
  )
}

type Numbered = Pick<EditionSummary, 'state' | 'special' | 'issueNo'>

/** Its number: the one it has, or, before it is signed, the one it would get. */
export function useNumberWords(): (edition: Numbered) => string {
  const t = listTexts.useTexts()
  return ({ state, special, issueNo }) => {
    if (issueNo === null) return t('unnumbered')
    if (state === 'signed' || state === 'issued') return t(special ? 'special' : 'issue', { no: issueNo })
    return t(special ? 'expectedSpecial' : 'expected', { no: issueNo })
  }
}
