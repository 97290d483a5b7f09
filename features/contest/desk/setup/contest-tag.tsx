import { StateTag } from '@jianbao/ui'
import type { ContestState } from '../../contract/index.ts'
import { setupTexts } from './setup.texts.ts'

const tones = { draft: 'quiet', rehearsal: 'doubt', open: 'good', closed: 'busy', published: 'good' } as const

export function ContestTag({ state }: { readonly state: ContestState }) {
  const t = setupTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}
