import type { Block, BulletinArticle } from '../contract.ts'

/** Up to so many characters an article is a note: it shares a run with its neighbours, its headline inside the column. */
const noteLength = 420
/** Shorter still, an article is a note even where it has no neighbour to share a run with. */
const loneNoteLength = 120

/** Whether a text of so many characters is set as a note. */
export const isNoteLength = (length: number): boolean => length <= noteLength

/** Which articles of a column are notes. */
export function findNotes(articles: readonly BulletinArticle[]): boolean[] {
  const lengths = articles.map(article => article.blocks.reduce((sum, block) => sum + lengthOf(block), 0))
  const isShort = (at: number) => (lengths[at] ?? Number.POSITIVE_INFINITY) <= noteLength
  return lengths.map(
    (length, at) => isShort(at) && (length <= loneNoteLength || isShort(at - 1) || isShort(at + 1)),
  )
}

/** A picture takes half of a note, and no note has a table. */
function lengthOf(block: Block): number {
  if ('text' in block) return block.text.length
  return block.type === 'table' ? noteLength + 1 : noteLength / 2
}
