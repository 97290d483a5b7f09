import { type Migration, readMigrations } from '../db/index.ts'

export { type Actor, act, type Deed, type EntryDraft, noteDeed, noteRefusal } from './act.ts'
export { type Anchor, type AnchorKeeper, anchorFile, openAnchors, readAnchors } from './anchors.ts'
export { chainHead } from './chain-head.ts'
export { type FoundEntry, findEntry } from './find-entry.ts'
export { Refusals } from './refusals.ts'
export { type ChainFault, type ChainReport, verifyChain } from './verify-chain.ts'

export const auditMigrations = (): Promise<Migration[]> =>
  readMigrations('audit', new URL('./migrations/', import.meta.url))
