/** What an editor changed in a text, by words: Chinese has no blanks between them. */
import { diffArrays } from 'diff'

export type DiffPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const cut = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment)

/** @returns parts that, without the added ones, make `before` and, without the removed ones, `after`. */
export function differ(before: string, after: string): DiffPart[] {
  return diffArrays(cut(before), cut(after)).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}
