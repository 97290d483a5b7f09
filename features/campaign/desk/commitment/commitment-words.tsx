import { StateTag, type Tone } from '@jianbao/ui'
import type { CommitmentSummary } from '../../contract/index.ts'
import { commitmentTexts } from './commitment.texts.ts'

const tones: Readonly<Record<CommitmentSummary['state'], Tone>> = {
  unsigned: 'doubt',
  overdue: 'bad',
  signed: 'good',
}

export function CommitmentStateTag({ state }: Pick<CommitmentSummary, 'state'>) {
  const t = commitmentTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}
