import type { DeskRole } from '@jianbao/ui'

/** Who brings manuscripts in and reviews them. */
export const receivers: readonly DeskRole[] = ['editor', 'reviser']
