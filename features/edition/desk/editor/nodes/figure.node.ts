/** A number in the text that stands for figures of reports: one piece, written by the dialog and by nobody else. */
import { mergeAttributes, Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import type { FigureAttrs } from '../../../contract/index.ts'
import { FigureChip } from './figure-chip.tsx'

const mark = 'data-figure'

export const FigureNodeKind = Node.create({
  name: 'figure',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    id: { default: null, rendered: false },
    op: { default: 'one', rendered: false },
    measure: { default: null, rendered: false },
    sources: { default: [], rendered: false },
    shown: { default: '', rendered: false },
  }),
  // Copied and pasted within an edition it stays a reference; it becomes another one with an id of its own.
  parseHTML: () => [
    {
      tag: `span[${mark}]`,
      getAttrs: element => {
        const attrs = readAttrs(element.getAttribute(mark))
        return attrs ? { ...attrs, id: crypto.randomUUID() } : false
      },
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { [mark]: JSON.stringify(node.attrs) }),
    String(node.attrs['shown']),
  ],
  renderText: ({ node }) => String(node.attrs['shown']),
  addNodeView: () => ReactNodeViewRenderer(FigureChip, { as: 'span' }),
})

function readAttrs(text: string | null): FigureAttrs | null {
  try {
    const read: unknown = JSON.parse(text ?? '')
    const attrs = read as Partial<FigureAttrs>
    const whole = Array.isArray(attrs.sources) && attrs.sources.length > 0 && typeof attrs.shown === 'string'
    return whole && attrs.shown ? (attrs as FigureAttrs) : null
  } catch {
    return null
  }
}
