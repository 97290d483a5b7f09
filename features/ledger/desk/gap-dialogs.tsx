import { CommissionDialog } from './commission-dialog.tsx'
import type { Gap } from './gaps.ts'
import { RemindDialog } from './remind-dialog.tsx'

export type GapDeed = 'remind' | 'commission'

type GapDialogsProps = { readonly deed: GapDeed; readonly gaps: readonly Gap[]; readonly onClose: () => void }

export function GapDialogs({ deed, gaps, onClose }: GapDialogsProps) {
  return deed === 'remind' ? (
    <RemindDialog gaps={gaps} onClose={onClose} />
  ) : (
    <CommissionDialog gaps={gaps} onClose={onClose} />
  )
}
