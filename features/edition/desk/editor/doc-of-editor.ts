/** Between what the editor holds and what is kept: the closed shape of an article, nothing else. */
import type { JSONContent } from '@tiptap/core'
import type { ArticleDoc, BlockNode, FigureAttrs, Inline, ParagraphNode } from '../../contract/index.ts'

/** A document with nothing in it still has a line to write on. */
export function editorDoc(doc: ArticleDoc): JSONContent {
  const blank: BlockNode[] = [{ type: 'paragraph' }]
  return { type: 'doc', content: doc.content.length > 0 ? doc.content : blank }
}

/** An empty line at the end is where one writes on, not a paragraph. */
export function docOfEditor(json: JSONContent): ArticleDoc {
  const content = (json.content ?? []).flatMap(blockOf)
  while (content.length > 0 && isBlank(content.at(-1)!)) content.pop()
  return { type: 'doc', content }
}

const isBlank = (block: BlockNode): boolean => block.type === 'paragraph' && !block.content?.length

function blockOf({ type, attrs = {}, content = [] }: JSONContent): BlockNode[] {
  if (type === 'heading')
    return [{ type: 'heading', attrs: { level: attrs['level'] as 1 | 2 | 3 }, ...inlinesOf(content) }]
  if (type === 'picture') {
    const { pictureId, caption, alt, widthPercent } = attrs
    return [
      {
        type: 'picture',
        attrs: {
          pictureId: String(pictureId),
          caption: oneLine(caption, 120),
          alt: oneLine(alt, 200),
          widthPercent: Math.min(100, Math.max(20, Math.round(Number(widthPercent)) || 70)),
        },
      },
    ]
  }
  if (type === 'table') {
    const caption = oneLine(attrs['caption'], 120)
    const rows = content.map(row => ({
      type: 'tableRow' as const,
      content: (row.content ?? []).map(cell => ({
        type: cell.type === 'tableHeader' ? ('tableHeader' as const) : ('tableCell' as const),
        content: (cell.content ?? []).map(paragraphOf),
      })),
    }))
    return [{ type: 'table', ...(caption ? { attrs: { caption } } : {}), content: rows }]
  }
  return [paragraphOf({ content })]
}

const paragraphOf = ({ content = [] }: JSONContent): ParagraphNode => ({
  type: 'paragraph',
  ...inlinesOf(content),
})

function inlinesOf(content: readonly JSONContent[]): { content?: Inline[] } {
  const inlines = content.flatMap((node): Inline[] => {
    if (node.type === 'figure') return [{ type: 'figure', attrs: node.attrs as FigureAttrs }]
    return node.text ? [{ type: 'text', text: node.text }] : []
  })
  return inlines.length > 0 ? { content: inlines } : {}
}

const oneLine = (value: unknown, limit: number): string =>
  String(value ?? '')
    .replace(/\s+/gu, ' ')
    .slice(0, limit)
