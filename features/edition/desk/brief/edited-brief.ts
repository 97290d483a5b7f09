/** A drafted brief as words in a field, and back: a number that was left as it was keeps its sources. */
import { type ArticleDoc, docText, type FigureAttrs, figuresOf, type Inline } from '../../contract/index.ts'

export type EditedBrief = { readonly doc: ArticleDoc; readonly lost: readonly FigureAttrs[] }

/** `lost`: numbers that no longer stand in the text, in their order; the text prints no figure for them. */
export function docOfEdited(text: string, draft: ArticleDoc): EditedBrief {
  const lost: FigureAttrs[] = []
  const content: Inline[] = []
  const words = text.replace(/\s*\n+\s*/gu, '').trim()
  const say = (part: string) => {
    if (part) content.push({ type: 'text', text: part })
  }
  let done = 0
  for (const attrs of figuresOf(draft)) {
    const at = placeOf(words, attrs.shown, done)
    if (at === -1) lost.push(attrs)
    else {
      say(words.slice(done, at))
      content.push({ type: 'figure', attrs })
      done = at + attrs.shown.length
    }
  }
  say(words.slice(done))
  return { doc: { type: 'doc', content: [{ type: 'paragraph', content }] }, lost }
}

/** 20人 is not the end of 120人. */
function placeOf(text: string, shown: string, from: number): number {
  for (let at = text.indexOf(shown, from); at >= 0; at = text.indexOf(shown, at + 1))
    if (!/\d/u.test(shown[0] ?? '') || !/[\d.]/u.test(text[at - 1] ?? '')) return at
  return -1
}

export const textOfDraft = (draft: ArticleDoc): string => docText(draft)
