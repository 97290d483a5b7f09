import type { Block, Bulletin, BulletinArticle, LayoutProfile, Place } from '../contract.ts'
import { breakTitle } from '../title/break-title.ts'
import { printText } from './clean-text.ts'
import { composeImprint, type Imprint } from './imprint.ts'
import { wholeHeadline } from './magazine-headline.ts'
import { composeMasthead, contributorLine, documentTitle, type Masthead } from './masthead.ts'
import { nowhere } from './nowhere.ts'
import { type SetTable, setBulletinTable } from './set-table.ts'

/** The rest of a text (of a list: of its last item) after a spacer of some lines, see imprint-company. */
type Parted = { tail?: string; rows?: number }

/** `at`: where it stands in the model; `end`: it is the last thing of the body. */
type Placed = { at?: Place; end?: true }

/** One thing on the page, as the template takes it. */
export type Element = Placed &
  (
    | { kind: 'quote' | 'contributor' | 'label'; text: string }
    | ({ kind: 'paragraph'; text: string } & Parted)
    /** `blocks`: of each brief, its place in the article. */
    | ({ kind: 'items'; items: string[]; blocks?: number[] } & Parted)
    | { kind: 'heading'; style: 1 | 2 | 3; level: number; text: string }
    | { kind: 'column'; level: number; text: string; first: boolean; alone: boolean }
    | { kind: 'title'; level: number; text: string; lines: string[]; first: boolean }
    | {
        kind: 'figure'
        imageKey: string
        src: string | null
        alt: string
        caption: string | null
        width: number
      }
    | { kind: 'table'; table: SetTable }
    /** Keeps lines at the foot of its page empty, so that what they would hold goes over. */
    | { kind: 'spacer'; rows: number }
    | { kind: 'blank' | 'new-page' | 'blank-page' }
  )

export type Page = {
  title: string
  author: string
  masthead: Masthead
  /** The owner of the series in the lines the masthead gives it. */
  ownerLines: string[]
  contents: boolean
  body: Element[]
  imprint: Imprint | null
}

export type ComposeOptions = {
  /** Shadow path of each image by its key; an image that is not there is set as an empty frame. */
  imagePaths: Readonly<Record<string, string>>
  /** Width of a title line in characters of its own size. */
  titleChars: number
  glue?: readonly string[]
} & Partial<Pick<LayoutProfile, 'mastheadLines' | 'issuedLine'>>

/** Turns a bulletin into the flat list of things a page is made of. Everything in it is cleaned text. */
export function composePage(bulletin: Bulletin, options: ComposeOptions): Page {
  const composer = new Composer(options)
  for (const [at, column] of bulletin.columns.entries()) {
    const name = printable(column.name)
    composer.stand({ column: at })
    if (name !== null) composer.column(name, column.articles)
    for (const [place, article] of column.articles.entries()) {
      composer.stand({ column: at, article: place })
      composer.article(article)
    }
  }
  const attachments = bulletin.attachments ?? []
  for (const [index, attachment] of attachments.entries()) {
    composer.stand({ attachment: index })
    composer.attachment(attachments.length === 1 ? '附件' : `附件${index + 1}`, attachment)
  }
  composer.end()
  const masthead = composeMasthead(bulletin, options.mastheadLines)
  const issued = options.issuedLine === false ? { publisher: null, date: null } : {}
  return {
    title: documentTitle(bulletin),
    author: masthead.publisher ?? '',
    masthead: { ...masthead, ...issued },
    ownerLines: ownerLines(masthead.owner),
    contents: bulletin.contents === true && composer.body.some(element => element.kind === 'title'),
    body: composer.body,
    imprint: composeImprint(bulletin),
  }
}

/** One line as far as it can be read from a distance, else two balanced ones. */
function ownerLines(owner: string | null): string[] {
  if (owner === null) return []
  return [...owner].length <= 19
    ? [owner]
    : breakTitle(owner, Math.max(19, Math.ceil([...owner].length / 2) + 2))
}

function printable(text: string | null | undefined): string | null {
  return text ? printText(text) || null : null
}

class Composer {
  readonly body: Element[] = []
  readonly options: ComposeOptions
  /** Level of the last heading: PDF/UA lets no level be skipped. */
  #level = 0
  #columnLevel = 0
  #articleLevel = 0
  /** Something has been set since the top of the page or the name of the column. */
  #begun = false
  #at: Place = nowhere

  constructor(options: ComposeOptions) {
    this.options = options
  }

  /** What follows stands here in the model. */
  stand(at: Partial<Place>): void {
    this.#at = { ...nowhere, ...at }
  }

  column(name: string, articles: readonly BulletinArticle[]): void {
    this.#columnLevel = 1
    const text = /^【.*】$/u.test(name) ? name : `【${name}】`
    // The table of contents gives such a column its own page number.
    const alone = articles.every(article => printable(article.headline) === null)
    this.#put({ kind: 'column', level: this.#step(1), text, first: this.body.length === 0, alone })
    this.#begun = false
  }

  article(article: BulletinArticle): void {
    const headline = printable(wholeHeadline(article))
    this.#articleLevel = this.#columnLevel
    if (headline !== null) this.#title(headline)
    else if (this.#begun && article.blocks.length > 0 && article.kind !== 'briefs')
      this.#put({ kind: 'blank' })
    this.#blocks(article.blocks)
    const contributor = printable(article.contributor)
    if (contributor !== null) this.#put({ kind: 'contributor', text: contributorLine(contributor) })
    this.#begun = true
  }

  attachment(label: string, attachment: NonNullable<Bulletin['attachments']>[number]): void {
    this.#put({ kind: 'new-page' })
    this.#put({ kind: 'label', text: label })
    this.#begun = false
    this.#columnLevel = 0
    const title = printable(attachment.title)
    if (title !== null) this.#title(title)
    this.#blocks(attachment.blocks)
  }

  /** Marks the last thing of the body, by which the imprint is checked. */
  end(): void {
    const last = this.body.at(-1)
    if (last) last.end = true
  }

  #title(headline: string): void {
    const lines = breakTitle(headline, this.options.titleChars, this.options.glue)
    const text = headline.replace(/[ \u3000]+/gu, ' ')
    this.#articleLevel = this.#step(this.#columnLevel + 1)
    this.#put({ kind: 'title', level: this.#articleLevel, text, lines, first: !this.#begun })
  }

  #blocks(blocks: readonly Block[]): void {
    for (const [block, one] of blocks.entries()) {
      this.#at = { ...this.#at, block }
      if (one.type === 'figure') this.#figure(one)
      else if (one.type === 'table') {
        const table = setBulletinTable(one)
        if (table) this.#put({ kind: 'table', table })
      } else this.#text(one, block)
    }
    this.#at = { ...this.#at, block: null }
  }

  #text(block: Exclude<Block, { type: 'figure' | 'table' }>, place: number): void {
    const text = printText(block.text)
    if (text === '') return
    const last = this.body.at(-1)
    if (block.type === 'item' && last?.kind === 'items') {
      last.items.push(text)
      last.blocks?.push(place)
    } else if (block.type === 'item') this.#put({ kind: 'items', items: [text], blocks: [place] })
    else if (block.type === 'heading') {
      const level = this.#step(this.#articleLevel + block.level)
      this.#put({ kind: 'heading', style: block.level, level, text })
    } else this.#put({ kind: block.type, text })
  }

  #put(element: Element): void {
    this.body.push({ at: this.#at, ...element })
  }

  #figure(block: Extract<Block, { type: 'figure' }>): void {
    const caption = printable(block.caption)
    this.#put({
      kind: 'figure',
      imageKey: block.image,
      src: this.options.imagePaths[block.image] ?? null,
      alt: printText(block.alt) || caption || '图片',
      caption,
      width: block.widthPercent ?? 86,
    })
  }

  #step(level: number): number {
    this.#level = Math.min(level, this.#level + 1)
    return this.#level
  }
}
