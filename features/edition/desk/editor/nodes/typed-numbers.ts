/** Underlines typed numbers that no figure stands behind. */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type TypedNumber, typedNumbersOf } from '../../../contract/index.ts'
import { docOfEditor } from '../doc-of-editor.ts'
import { placeIn } from '../jump-to.ts'

/** With its place in the document of the editor. */
export type LooseInText = TypedNumber & { readonly from: number; readonly to: number }
type Found = { readonly numbers: readonly LooseInText[]; readonly marks: DecorationSet }

const key = new PluginKey<Found>('typed-numbers')
// A block that was not touched is the same object: it is read once.
const read = new WeakMap<Node, readonly LooseInText[]>()

/** Places counted from in front of the block. */
function numbersOf(block: Node): readonly LooseInText[] {
  const known = read.get(block)
  if (known) return known
  const [node] = docOfEditor({
    content: [block.toJSON(), { type: 'paragraph', content: [{ type: 'text', text: '。' }] }],
  }).content
  const numbers = (node ? typedNumbersOf(node) : []).map(found => ({
    ...found,
    from: placeIn(block, found.start),
    to: placeIn(block, found.end),
  }))
  read.set(block, numbers)
  return numbers
}

function find(doc: Node, mark: string): Found {
  const numbers: LooseInText[] = []
  doc.forEach((block, at) => {
    for (const found of numbersOf(block)) numbers.push({ ...found, from: at + found.from, to: at + found.to })
  })
  const marks = numbers.map(({ from, to }) => Decoration.inline(from, to, { class: mark, 'data-loose': '' }))
  return { numbers, marks: DecorationSet.create(doc, marks) }
}

/** @param mark class of what is underlined. */
export const typedNumbers = (mark: string) =>
  Extension.create({
    name: 'typedNumbers',
    addProseMirrorPlugins: () => [
      new Plugin<Found>({
        key,
        state: {
          init: (_config, { doc }) => find(doc, mark),
          apply: (tr, before) => (tr.docChanged ? find(tr.doc, mark) : before),
        },
        props: { decorations: state => key.getState(state)?.marks },
      }),
    ],
  })

export const looseIn = (state: Parameters<typeof key.getState>[0]): readonly LooseInText[] =>
  key.getState(state)?.numbers ?? []
