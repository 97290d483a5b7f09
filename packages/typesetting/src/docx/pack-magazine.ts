import {
  Bookmark,
  Document,
  HeadingLevel,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  Packer,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx'
import type { Bulletin } from '../contract.ts'
import { composePage, type Element } from '../model/compose-page.ts'
import { isNoteLength } from '../model/magazine-notes.ts'
import { composeMagazine } from '../model/magazine-page.ts'
import { bodyParagraphs } from './body.ts'
import type { DocxOptions } from './docx-options.ts'
import { imprintTable } from './imprint-table.ts'
import { contentsParagraphs, coverParagraphs, type Entry, pageNumber, runningHead } from './magazine-front.ts'
import { magazineMeasures, magazineRed, magazineStyles } from './magazine-styles.ts'
import { faces, twips } from './measures.ts'

/** Characters a headline across the page takes on a line. */
const titleChars = 24
const margins = {
  top: twips(27),
  bottom: twips(25),
  left: 1091,
  right: 1091,
  header: twips(15),
  footer: twips(13),
}
const page = { size: { width: 11906, height: 16838 }, margin: margins }
const oneColumn = { page, column: { count: 1 } }
/** Twips that a column of the two takes. */
const columnWidth = Math.floor((11906 - 2 * 1091 - 480) / 2)
const twoColumns = { page, column: { count: 2, space: 480 } }

/**
 * A magazine as Word sections: cover, contents, and for every column a page of its own. Headlines stand in sections of
 * one column, text in sections of two, which Word ends at the same height by itself.
 */
export async function packMagazine(bulletin: Bulletin, options: DocxOptions): Promise<Buffer> {
  const images = options.images ?? {}
  const imagePaths = Object.fromEntries(Object.keys(images).map(key => [key, key]))
  const glue = options.glue ?? []
  const {
    cover,
    contents,
    runningHead: issue,
    title,
    author,
  } = composeMagazine(bulletin, { imagePaths, glue })
  const { body, imprint } = composePage(bulletin, { imagePaths, titleChars, glue })
  const writer = new SectionWriter(images, issue)
  writer.write(body)
  if (imprint) writer.close(imprintTable(imprint, magazineMeasures))
  const front: ISectionOptions[] = [
    { properties: oneColumn, children: coverParagraphs(cover, images) },
    {
      properties: { ...oneColumn, type: SectionType.NEXT_PAGE },
      ...heads(issue, null),
      children: contents ? contentsParagraphs(writer.entries) : [],
    },
  ]
  const document = new Document({
    title,
    ...(author ? { creator: author } : {}),
    evenAndOddHeaderAndFooters: true,
    styles: magazineStyles,
    sections: [...front.filter(section => section.children.length > 0), ...writer.sections],
  })
  return Packer.toBuffer(document)
}

function heads(issue: string, column: string | null) {
  return {
    headers: { default: runningHead(issue, column, 'odd'), even: runningHead(issue, column, 'even') },
    footers: { default: pageNumber('right'), even: pageNumber('left') },
  }
}

type Title = Extract<Element, { kind: 'title' }>
type Article = { title: Title | null; rest: Element[] }

class SectionWriter {
  readonly sections: ISectionOptions[] = []
  readonly entries: Entry[] = []
  readonly #images: Readonly<Record<string, Uint8Array>>
  readonly #issue: string
  #children: (Paragraph | Table)[] = []
  #columns: 1 | 2 = 1
  #next: { name: string | null } | null = { name: null }

  constructor(images: Readonly<Record<string, Uint8Array>>, issue: string) {
    this.#images = images
    this.#issue = issue
  }

  write(body: readonly Element[]): void {
    for (const part of cutAtColumns(body)) {
      if (part.column) this.#opener(part.column)
      for (const { title, rest } of part.articles) this.#article(title, rest)
    }
    this.#end()
  }

  /** The imprint in a section of one column of its own, at the foot of the last page. */
  close(table: ReturnType<typeof imprintTable>): void {
    const children = [table, new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [] })]
    this.sections.push({ properties: { ...oneColumn, type: SectionType.CONTINUOUS }, children })
  }

  #opener(element: Extract<Element, { kind: 'column' }>): void {
    this.#end()
    const name = element.text.replace(/^【(.*)】$/u, '$1')
    this.#next = { name }
    const child = this.#anchored(name, 'column', [new TextRun(name)])
    this.#set(1, [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [child] })])
  }

  #article(title: Title | null, rest: readonly Element[]): void {
    const paragraphs = bodyParagraphs(rest, this.#images, magazineMeasures, columnWidth)
    if (title === null) {
      this.#set(2, paragraphs)
      return
    }
    const note = isNoteLength(textLength(rest))
    const look = note ? { size: 24, font: faces.hei, color: magazineRed } : {}
    const runs = title.lines.map(
      (text, index) => new TextRun({ text, ...look, ...(index > 0 && !note ? { break: 1 } : {}) }),
    )
    const child = this.#anchored(title.text, 'article', runs)
    const heading = new Paragraph({ heading: HeadingLevel.HEADING_2, children: [child] })
    if (!note) this.#set(1, [heading])
    this.#set(2, note ? [heading, ...paragraphs] : paragraphs)
  }

  #anchored(text: string, kind: Entry['kind'], children: TextRun[]): Bookmark {
    const id = `jianbao_${this.entries.length + 1}`
    this.entries.push({ id, kind, text })
    return new Bookmark({ id, children })
  }

  #set(columns: 1 | 2, paragraphs: readonly (Paragraph | Table)[]): void {
    if (paragraphs.length === 0) return
    if (columns !== this.#columns) this.#end()
    this.#columns = columns
    this.#children.push(...paragraphs)
  }

  #end(): void {
    if (this.#children.length === 0) return
    const properties: ISectionPropertiesOptions = {
      ...(this.#columns === 1 ? oneColumn : twoColumns),
      type: this.#next ? SectionType.NEXT_PAGE : SectionType.CONTINUOUS,
    }
    // A section without heads of its own goes on with those before it.
    const own = this.#next ? heads(this.#issue, this.#next.name) : {}
    this.sections.push({ properties, ...own, children: this.#children })
    this.#children = []
    this.#next = null
  }
}

/** The flat body of a bulletin by columns and articles. */
function cutAtColumns(body: readonly Element[]) {
  const parts: { column: Extract<Element, { kind: 'column' }> | null; articles: Article[] }[] = []
  for (const element of body) {
    if (element.kind === 'column') parts.push({ column: element, articles: [] })
    else {
      if (parts.length === 0) parts.push({ column: null, articles: [] })
      const { articles } = parts.at(-1)!
      if (element.kind === 'title') articles.push({ title: element, rest: [] })
      else {
        if (articles.length === 0) articles.push({ title: null, rest: [] })
        articles.at(-1)!.rest.push(element)
      }
    }
  }
  return parts
}

function textLength(elements: readonly Element[]): number {
  return elements.reduce((sum, element) => {
    if (element.kind === 'items') return sum + element.items.join('').length
    if (element.kind === 'table') return sum + element.table.rows.flat().join('').length
    return sum + ('text' in element ? element.text.length : 200)
  }, 0)
}
