import { StateTag, type Tone } from '@jianbao/ui'
import type { ReportState } from '../contract/index.ts'
import { reportTexts } from './report.texts.ts'

const tones: Readonly<Record<ReportState, Tone>> = {
  draft: 'quiet',
  review: 'busy',
  submitted: 'busy',
  accepted: 'busy',
  adopted: 'good',
  kept: 'quiet',
  returned: 'bad',
  withdrawn: 'quiet',
}

export function ReportStateTag({ state }: { state: ReportState }) {
  const t = reportTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}
