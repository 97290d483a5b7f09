/** Puts the mend of a finding into the document it was found in, without losing a number that stands for figures. */
import type { Place } from '@jianbao/proofreading/contract'
import { type ArticleDoc, type BlockNode, type Inline, inlineText } from '../../contract/index.ts'

/** Null where the words are no longer what was found, or a number that stands for figures is part of them. */
export function mendDoc(
  doc: ArticleDoc,
  place: Place,
  { quote, mend }: { readonly quote: string; readonly mend: string },
): ArticleDoc | null {
  const { block, start, end } = place
  const node = block === null ? undefined : doc.content[block]
  if (!node) return null
  const mended = mendBlock(node, place, content => mendInlines(content, { start, end, quote, mend }))
  return mended && { ...doc, content: doc.content.map((each, at) => (at === block ? mended : each)) }
}

type MendContent = (content: readonly Inline[] | undefined) => Inline[] | null

function mendBlock(node: BlockNode, place: Place, mendContent: MendContent): BlockNode | null {
  if (node.type === 'picture') {
    const [caption] =
      mendContent(node.attrs.caption ? [{ type: 'text', text: node.attrs.caption }] : []) ?? []
    if (place.part !== 'caption' || caption?.type !== 'text') return null
    return { ...node, attrs: { ...node.attrs, caption: caption.text } }
  }
  if (node.type !== 'table') {
    const content = place.part === 'body' ? mendContent(node.content) : null
    return content && { ...node, content }
  }
  const { cell } = place
  const found = cell ? node.content[cell.row]?.content[cell.column] : undefined
  // A cell of several paragraphs prints them without a break; nothing is put into those.
  if (!cell || !found || found.content.length !== 1) return null
  const content = mendContent(found.content[0]!.content)
  if (!content) return null
  const rows = structuredClone(node.content)
  rows[cell.row]!.content[cell.column]!.content = [{ ...found.content[0]!, content }]
  return { ...node, content: rows }
}

type Change = { readonly start: number; readonly end: number; readonly quote: string; readonly mend: string }

function mendInlines(content: readonly Inline[] | undefined, change: Change): Inline[] | null {
  const { start, end, quote, mend } = change
  if (inlineText(content).slice(start, end) !== quote) return null
  const mended: Inline[] = []
  let before = 0
  let put = false
  for (const node of content ?? []) {
    const printed = node.type === 'text' ? node.text : node.attrs.shown
    const [from, to] = [start - before, end - before]
    before += printed.length
    if (to <= 0 || from >= printed.length) {
      mended.push(node)
      continue
    }
    if (node.type !== 'text') return null
    const text = printed.slice(0, Math.max(0, from)) + (put ? '' : mend) + printed.slice(to)
    put = true
    if (text !== '') mended.push({ type: 'text', text })
  }
  return put ? mended : null
}
