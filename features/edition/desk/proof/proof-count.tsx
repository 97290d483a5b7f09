import { StateTag } from '@jianbao/ui'
import type { Edition } from '../../contract/index.ts'
import { proofTexts } from './proof.texts.ts'
import { useProof } from './use-proof.ts'

/** For the bar of the page: how many places proofreading has something to say about, by the gravest of them. */
export function ProofCount({ edition }: { readonly edition: Edition }) {
  const t = proofTexts.useTexts()
  const { data } = useProof(edition)
  if (!data) return null
  const { error, warn, hint } = data.counts
  const count = error + warn + hint
  if (count === 0) return <StateTag tone="good">{t('clean')}</StateTag>
  return <StateTag tone={error > 0 ? 'bad' : warn > 0 ? 'doubt' : 'quiet'}>{t('count', { count })}</StateTag>
}
