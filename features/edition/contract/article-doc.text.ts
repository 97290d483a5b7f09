/** Text out of a document and into one. */
import type { ArticleDoc, BlockNode, FigureAttrs, Inline } from './article-doc.schema.ts'

/** What inline nodes print. */
export function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map(node => (node.type === 'text' ? node.text : node.attrs.shown)).join('')
}

/** A block as lines of text; a table a line for each row. */
export function blockLines(block: BlockNode): string[] {
  if (block.type === 'picture') return block.attrs.caption ? [block.attrs.caption] : []
  if (block.type === 'table')
    return block.content.map(row =>
      row.content.map(cell => cell.content.map(each => inlineText(each.content)).join('')).join('　'),
    )
  return [inlineText(block.content)]
}

/** The whole, a line feed between blocks. */
export function docText(doc: ArticleDoc): string {
  return doc.content.flatMap(blockLines).join('\n')
}

/** A document of plain paragraphs, one for each line that is not empty. */
export function docOf(text: string): ArticleDoc {
  const lines = text.split(/\n+/).filter(line => line.trim() !== '')
  return {
    type: 'doc',
    content: lines.map(line => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
  }
}

/** The inline nodes of a block, those of a table's cells one after another. */
export function inlinesOf(block: BlockNode): readonly Inline[] {
  if (block.type === 'picture') return []
  if (block.type === 'table')
    return block.content.flatMap(row =>
      row.content.flatMap(cell => cell.content.flatMap(each => each.content ?? [])),
    )
  return block.content ?? []
}

/** Every figure that stands for figures of reports, in the order of the text. */
export function figuresOf(doc: ArticleDoc): FigureAttrs[] {
  return doc.content.flatMap(inlinesOf).flatMap(node => (node.type === 'figure' ? [node.attrs] : []))
}

/** Keys of the pictures that stand in it. */
export function picturesOf(doc: ArticleDoc): string[] {
  return doc.content.flatMap(block => (block.type === 'picture' ? [block.attrs.pictureId] : []))
}
