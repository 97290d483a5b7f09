import type { Place } from '../contract.ts'

/** The place of what belongs to the whole document. */
export const nowhere: Place = { column: null, attachment: null, article: null, block: null }
