import type { DraftKeeper } from './draft-keeper.ts'

/** Drafts somebody is writing at this moment; what they hold may be newer than what the device does. */
export const openKeepers = new Set<Pick<DraftKeeper, 'putAway'>>()
