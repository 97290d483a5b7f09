import type { LedgerItem } from '../../../../contract/index.ts'

/** What the form of a deed is given. */
export type DeedProps = { readonly item: LedgerItem; readonly onClose: () => void }
