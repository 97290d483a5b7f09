import type { Edition } from '../../contract/index.ts'
import type { JumpPlace } from '../editor/item-editor.tsx'

export type ProofPanelProps = {
  readonly edition: Edition
  /** Goes to the words a finding is about; left out where there is nothing to go to. */
  readonly onJump?: ((place: JumpPlace) => void) | undefined
}

/** What proofreading finds in an issue as it is saved: mended with one click, or left with a reason. */
export function ProofPanel({ edition }: ProofPanelProps) {
  return <section data-edition={edition.id} />
}
