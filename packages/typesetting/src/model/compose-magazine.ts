/** What a magazine is made of, before anything is measured: bands across the page and runs of text in columns. */
import type { Block, Bulletin, BulletinArticle, Place } from '../contract.ts'
import { breakTitle } from '../title/break-title.ts'
import { printText } from './clean-text.ts'
import type { MagazineElement, MagazinePart } from './magazine.types.ts'
import { type Byline, bylineOf, cutHeadline, wholeHeadline } from './magazine-headline.ts'
import { findNotes } from './magazine-notes.ts'
import { nowhere } from './nowhere.ts'
import { setBulletinTable } from './set-table.ts'

/** Characters of their own size that a line across the page takes, and one inside a column. */
export const openerChars = 16
const headlineChars = 24
const subtitleChars = 34
export const noteChars = 16
/** A longer headline is no longer display type: it is set as text, which may be cut by a page. */
const longHeadline = 100
const longHeading = 60
/** A longer caption is set as text below its picture. */
const longCaption = 80
/** A longer name does not stand on the last line of a note. */
const noteBylineChars = 18
/** From this width a picture stands across both columns. */
const widePercent = 90

export type ComposeMagazineOptions = {
  imagePaths: Readonly<Record<string, string>>
  glue: readonly string[]
}

/** A line of the table of contents; `id` is where it leads, `alone` says that the name of a column is all there is. */
export type ContentsEntry = {
  kind: 'column' | 'article'
  id: string
  text: string
  byline: string | null
  alone: boolean
}

export type ComposedBody = { parts: MagazinePart[]; entries: ContentsEntry[] }

/** Parts and contents of a magazine in order. Everything in it is cleaned text. */
export function composeMagazineBody(bulletin: Bulletin, options: ComposeMagazineOptions): ComposedBody {
  const composer = new MagazineComposer(options)
  for (const [at, column] of bulletin.columns.entries())
    composer.column(column.name, column.articles, { ...nowhere, column: at })
  for (const [index, { title, blocks }] of (bulletin.attachments ?? []).entries()) {
    const name = bulletin.attachments!.length === 1 ? '附件' : `附件${index + 1}`
    const article = { kind: 'article', headline: title, contributor: null, blocks } as const
    composer.column(name, [article], { ...nowhere, attachment: index })
  }
  return { parts: composer.parts, entries: composer.entries }
}

type Head = { main: string; sub: string | null; byline: Byline | null }

class MagazineComposer {
  readonly parts: MagazinePart[] = []
  readonly entries: ContentsEntry[] = []
  readonly #options: ComposeMagazineOptions
  /** Level of the last heading: PDF/UA lets no level be skipped. */
  #level = 0
  #columnLevel = 0
  #articleLevel = 0
  /** The run that further notes may join. */
  #notes: MagazineElement[] | null = null
  #at: Place = nowhere

  constructor(options: ComposeMagazineOptions) {
    this.#options = options
  }

  column(name: string | null, articles: readonly BulletinArticle[], at: Place): void {
    this.#at = at
    this.#notes = null
    const text = bare(printable(name) ?? '')
    this.#columnLevel = text ? 1 : 0
    if (text) this.#opener(text, articles)
    const notes = findNotes(articles)
    for (const [place, article] of articles.entries()) {
      this.#at = { ...at, article: at.attachment === null ? place : null }
      this.#article(article, notes[place]!)
    }
  }

  #opener(text: string, articles: readonly BulletinArticle[]): void {
    const id = `c${this.entries.length}`
    const alone = articles.every(article => printable(article.headline) === null)
    this.entries.push({ kind: 'column', id, text, byline: null, alone })
    const level = this.#step(1)
    const lines = this.#lines(text, openerChars)
    this.parts.push({ at: this.#at, kind: 'opener', id, level, text, lines: lines.length > 3 ? [] : lines })
  }

  #article(article: BulletinArticle, isNote: boolean): void {
    const { main, sub } = cutHeadline(printable(article.headline) ?? '', printable(article.subtitle))
    const byline = bylineOf(printable(article.contributor))
    const body = this.#bodyOf(article, isNote, { main, sub, byline })
    if (body === null) return
    if (isNote && this.#notes) this.#notes.push(...body.elements)
    else {
      if (body.header) this.parts.push(body.header)
      this.parts.push(...runs(body.elements, !body.header))
      const last = this.parts.at(-1)
      this.#notes = isNote && last?.kind === 'run' ? last.elements : null
    }
  }

  #bodyOf(article: BulletinArticle, isNote: boolean, head: Head) {
    const { main, sub, byline } = head
    const elements: MagazineElement[] = []
    let header: Extract<MagazinePart, { kind: 'header' }> | null = null
    this.#articleLevel = this.#columnLevel
    if (main) {
      const id = `a${this.entries.length}`
      const text = wholeHeadline({ headline: main, subtitle: sub })!
      this.entries.push({ kind: 'article', id, text, byline: byline?.name ?? null, alone: false })
      this.#articleLevel = this.#step(this.#columnLevel + 1)
      const title = { id, level: this.#articleLevel, text }
      if (text.length > longHeadline) elements.push({ at: this.#at, kind: 'long-title', ...title })
      else if (isNote)
        elements.push({
          at: this.#at,
          kind: 'note-title',
          ...title,
          lines: this.#lines(main, noteChars),
          sub: sub ?? null,
        })
      else
        header = {
          at: this.#at,
          kind: 'header',
          ...title,
          lines: this.#lines(main, headlineChars),
          sublines: sub ? this.#lines(sub, subtitleChars) : [],
          byline: byline?.isLong ? null : (byline?.line ?? null),
        }
    }
    const blocks = this.#blocks(article.blocks)
    if (byline && !isNote && !header?.byline) elements.push({ kind: 'byline', text: byline.line })
    elements.push(...blocks)
    const last = elements.at(-1)
    const lastText = last?.kind === 'paragraph' || last?.kind === 'brief' ? last : null
    if (lastText && !isNote) lastText.end = true
    if (byline && isNote) {
      if (lastText && byline.name.length <= noteBylineChars) lastText.by = byline.name
      else elements.push({ kind: 'byline', text: byline.line })
    }
    return elements.length === 0 && !header ? null : { header, elements }
  }

  #blocks(blocks: readonly Block[]): MagazineElement[] {
    const place = this.#at
    return blocks.flatMap((block, at): MagazineElement[] => {
      this.#at = { ...place, block: at }
      return this.#block(block).map(element => ({ at: this.#at, ...element }))
    })
  }

  #block(block: Block): MagazineElement[] {
    if (block.type === 'figure') return this.#figure(block)
    if (block.type === 'table') {
      const table = setBulletinTable(block)
      return table ? [{ kind: 'table', table }] : []
    }
    const text = printText(block.text)
    if (text === '') return []
    if (block.type === 'item') return [{ kind: 'brief', text }]
    if (block.type === 'quote') return [{ kind: 'quote', text }]
    if (block.type === 'paragraph') return [{ kind: 'paragraph', text }]
    const level = this.#step(this.#articleLevel + block.level)
    if (text.length > longHeading) return [{ kind: 'long-title', id: null, level, text }]
    return [{ kind: 'heading', style: block.level, level, text }]
  }

  #figure(block: Extract<Block, { type: 'figure' }>): MagazineElement[] {
    const caption = printable(block.caption)
    const isLong = caption !== null && caption.length > longCaption
    const alt = printText(block.alt) || caption || '图片'
    const figure: MagazineElement = {
      kind: 'figure',
      imageKey: block.image,
      src: Object.hasOwn(this.#options.imagePaths, block.image)
        ? this.#options.imagePaths[block.image]!
        : null,
      alt,
      frame: alt.slice(0, longCaption).toWellFormed(),
      caption: isLong ? null : caption,
      wide: (block.widthPercent ?? 0) >= widePercent,
    }
    return isLong ? [figure, { kind: 'quote', text: caption }] : [figure]
  }

  #lines(text: string, width: number): string[] {
    return breakTitle(text, width, this.#options.glue)
  }

  #step(level: number): number {
    this.#level = Math.min(level, this.#level + 1)
    return this.#level
  }
}

/** Parts a body at its wide pictures and tables: columns, picture across the page, columns. */
function runs(elements: readonly MagazineElement[], apart: boolean): MagazinePart[] {
  const parts: MagazinePart[] = []
  let open: MagazineElement[] | null = null
  for (const element of elements) {
    if (element.kind === 'figure' && element.wide) {
      parts.push({ kind: 'wide', figure: element })
      open = null
    } else if (element.kind === 'table') {
      parts.push(element)
      open = null
    } else if (open) open.push(element)
    else {
      open = [element]
      parts.push({ kind: 'run', elements: open, apart: apart && parts.length === 0 })
    }
  }
  return parts
}

function printable(text: string | null | undefined): string | null {
  return text ? printText(text) || null : null
}

/** The name of a column without the brackets a bulletin sets it in. */
function bare(name: string): string {
  return /^【(.*)】$/u.exec(name)?.[1]?.trim() ?? name
}
