import type { WordNode, WordParagraph } from './word-document.types.ts'

export type WordBody = { readonly paragraphs: WordParagraph[]; readonly pictures: number }

/** A table whose cells hold more text than a table has is there for the layout: its paragraphs are the text. */
const longCell = 120

/** The paragraphs of a Word document in reading order; the rows of its tables as one line each, cells parted by tabs. */
export function wordParagraphs(document: WordNode): WordBody {
  const walker = new Walker()
  walker.blocks(document.children ?? [], false)
  return { paragraphs: walker.paragraphs, pictures: walker.pictures }
}

class Walker {
  readonly paragraphs: WordParagraph[] = []
  pictures = 0
  #newPage = false
  #counters: number[] = []

  blocks(nodes: readonly WordNode[], inTable: boolean): void {
    for (const node of nodes) {
      if (node.type === 'paragraph') this.#paragraph(node, inTable)
      else if (node.type === 'table') this.#table(node)
      else if (node.children) this.blocks(node.children, inTable)
    }
  }

  #paragraph(node: WordNode, inTable: boolean): void {
    const runs = new RunReader(node)
    this.pictures += runs.pictures
    const text = this.#sign(node, runs.text !== '') + runs.text
    if (runs.newPage) this.#newPage = true
    this.paragraphs.push({
      lines: text.trim() === '' ? [] : text.split('\n').filter(line => line.trim() !== ''),
      styleId: node.styleId ?? '',
      styleName: node.styleName ?? '',
      isCentred: node.alignment === 'center',
      isBold: runs.isBold,
      fontSize: runs.fontSize,
      isIndented: Number(node.indent?.firstLine ?? 0) > 0,
      inTable,
      newPage: this.#newPage,
    })
    if (text.trim() !== '') this.#newPage = false
  }

  // Word counts its lists by itself and writes no number into the text.
  #sign(node: WordNode, hasText: boolean): string {
    if (!node.numbering) {
      if (hasText && !/heading|标题/i.test(node.styleName ?? '')) this.#counters = []
      return ''
    }
    if (!hasText) return ''
    if (!node.numbering.isOrdered) return '● '
    const level = Math.min(8, Number(node.numbering.level) || 0)
    this.#counters.length = level + 1
    this.#counters[level] = (this.#counters[level] ?? 0) + 1
    return `${this.#counters[level]}. `
  }

  #table(node: WordNode): void {
    for (const row of node.children ?? []) {
      const cells = (row.children ?? []).filter(cell => cell.type === 'tableCell')
      const inner = cells.map(cell => {
        const walker = new Walker()
        walker.blocks(cell.children ?? [], true)
        this.pictures += walker.pictures
        return walker.paragraphs.filter(({ lines }) => lines.length > 0)
      })
      const isLayout = inner.some(paragraphs => lengthOf(paragraphs) > longCell || paragraphs.length > 3)
      if (isLayout || cells.length === 1) this.paragraphs.push(...inner.flat())
      else this.#row(inner)
    }
  }

  #row(cells: readonly WordParagraph[][]): void {
    const text = cells.map(cell => cell.flatMap(({ lines }) => lines).join(' ')).join('\t')
    const first = cells.flat()[0]
    if (first) this.paragraphs.push({ ...first, lines: [text.trim()] })
  }
}

function lengthOf(paragraphs: readonly WordParagraph[]): number {
  return paragraphs.reduce((sum, { lines }) => sum + lines.join('').length, 0)
}

/** The text of a paragraph and how it is set. */
class RunReader {
  text = ''
  pictures = 0
  newPage = false
  fontSize = 0
  isBold = true

  constructor(paragraph: WordNode) {
    for (const child of paragraph.children ?? []) this.#read(child, null)
    if (this.text.trim() === '') this.isBold = false
  }

  #read(node: WordNode, run: WordNode | null): void {
    if (node.type === 'text') this.#add(node.value ?? '', run)
    else if (node.type === 'tab') this.text += '\t'
    else if (node.type === 'image') this.pictures++
    else if (node.type === 'break' && node.breakType === 'page') this.newPage = true
    else if (node.type === 'break') this.text += '\n'
    else for (const child of node.children ?? []) this.#read(child, node.type === 'run' ? node : run)
  }

  #add(value: string, run: WordNode | null): void {
    this.text += value.replace(/[\r\n\f\v\u0085\u2028\u2029]/g, ' ')
    if (value.trim() === '') return
    if (!run?.isBold) this.isBold = false
    this.fontSize = Math.max(this.fontSize, run?.fontSize ?? 0)
  }
}
