import type { Block, Bulletin, BulletinArticle, Layout } from '../contract.ts'
import { printText } from '../model/clean-text.ts'
import { bylineOf, cutHeadline, wholeHeadline } from '../model/magazine-headline.ts'
import { contributorLine } from '../model/masthead.ts'
import { setBulletinTable } from '../model/set-table.ts'
import { cutTitle } from '../title/title-words.ts'
import { escapeHtml } from './escape.ts'
import { type HtmlImages, imageAddress } from './image-address.ts'
import { tableHtml } from './table-html.ts'

/** What a table of contents says of a heading, and the id it leads to. */
export type Entry = { kind: 'column' | 'article'; id: string; text: string; byline: string | null }

/** Writes columns, articles and attachments; a magazine has them with ids, bylines above the text and no brackets. */
export class BodyWriter {
  readonly #images: HtmlImages
  readonly #top: number
  readonly #layout: Layout
  readonly entries: Entry[] = []
  #level: number
  #articleLevel = 0
  #columnLevel: number

  constructor(images: HtmlImages, top: number, layout: Layout) {
    this.#images = images
    this.#top = top
    this.#layout = layout
    this.#level = top
    this.#columnLevel = top
  }

  column(column: Bulletin['columns'][number]): string {
    const name = printText(column.name ?? '')
    if (name) this.#columnLevel = this.#top + 1
    const heading = name ? this.#columnHeading(name) : ''
    return `<section>${heading}${column.articles.map(article => this.#article(article)).join('')}</section>`
  }

  attachment(label: string, attachment: NonNullable<Bulletin['attachments']>[number]): string {
    this.#columnLevel = this.#top + 1
    const article = { kind: 'article', headline: attachment.title, contributor: null } as const
    const body = this.#article({ ...article, blocks: attachment.blocks })
    return `<section>${this.#columnHeading(label, label)}${body}</section>`
  }

  #columnHeading(name: string, printed = bracketed(name)): string {
    if (this.#layout === 'bulletin') return this.#heading(this.#top + 1, 'column', escapeHtml(printed))
    const bare = /^【(.*)】$/u.exec(name)?.[1]?.trim() || name
    return this.#heading(this.#top + 1, 'column', escapeHtml(bare), this.#enter('column', bare, null))
  }

  #enter(kind: Entry['kind'], text: string, byline: string | null): string {
    const id = `jianbao-${this.entries.length + 1}`
    this.entries.push({ kind, id, text, byline })
    return id
  }

  #article(article: BulletinArticle): string {
    const contributor = printText(article.contributor ?? '')
    this.#articleLevel = this.#columnLevel
    if (this.#layout === 'magazine') {
      const byline = bylineOf(contributor || null)
      const title = this.#magazineTitle(article, byline?.name ?? null)
      const line = byline ? `<p class="jianbao-byline">${escapeHtml(byline.line)}</p>` : ''
      return `<article>${title}${line}${this.#blocks(article.blocks)}</article>`
    }
    return [
      '<article>',
      this.#title(wholeHeadline(article)),
      this.#blocks(article.blocks),
      contributor && `<p class="jianbao-contributor">${escapeHtml(contributorLine(contributor))}</p>`,
      '</article>',
    ].join('')
  }

  #magazineTitle(article: BulletinArticle, byline: string | null): string {
    const subtitle = printText(article.subtitle ?? '') || null
    const { main, sub } = cutHeadline(printText(article.headline ?? ''), subtitle)
    if (!main) return ''
    const id = this.#enter('article', main, byline)
    const below = sub ? `<span class="jianbao-subtitle">${escapeHtml(sub)}</span>` : ''
    return this.#titleHeading(main, below, id)
  }

  #title(text: string | null): string {
    return this.#titleHeading(printText(text ?? ''), '')
  }

  /** The headline with its break places marked: a browser parts it at wished-for breaks first, then at words. */
  #titleHeading(text: string, below: string, id?: string): string {
    const pieces = cutTitle(text)
    if (pieces.length === 0) return ''
    const parts = ['']
    for (const piece of pieces) {
      parts[parts.length - 1] += `${escapeHtml(piece.text)}<wbr>`
      if (piece.wish) parts.push('')
    }
    const html = parts.filter(Boolean).map(part => `<span>${part.replace(/<wbr>$/u, '')}</span>`)
    this.#articleLevel = this.#columnLevel + 1
    return this.#heading(this.#articleLevel, 'title', html.join(' ') + below, id)
  }

  #blocks(blocks: readonly Block[]): string {
    let html = ''
    let inList = false
    for (const block of blocks) {
      const piece = this.#block(block)
      if (!piece) continue
      if ((block.type === 'item') !== inList) {
        html += inList ? '</ul>' : '<ul>'
        inList = !inList
      }
      html += piece
    }
    return inList ? `${html}</ul>` : html
  }

  #block(block: Block): string {
    if (block.type === 'figure') return this.#figure(block)
    if (block.type === 'table') {
      const table = setBulletinTable(block)
      return table ? tableHtml(table) : ''
    }
    const text = escapeHtml(printText(block.text))
    if (!text) return ''
    if (block.type === 'item') return `<li>${text}</li>`
    if (block.type === 'quote') return `<blockquote><p>${text}</p></blockquote>`
    if (block.type === 'heading')
      return this.#heading(this.#articleLevel + block.level, `level-${block.level}`, text)
    return `<p>${text}</p>`
  }

  #figure(block: Extract<Block, { type: 'figure' }>): string {
    const caption = printText(block.caption ?? '')
    const alt = escapeHtml(printText(block.alt) || caption || '图片')
    const address = imageAddress(this.#images, block.image)
    const width = Math.round((block.widthPercent ?? 86) * 6)
    const image = address
      ? `<img src="${escapeHtml(address)}" alt="${alt}" width="${width}">`
      : `<p class="jianbao-no-image">［图片：${alt}］</p>`
    return `<figure>${image}${caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : ''}</figure>`
  }

  /** No level is skipped, which readers by ear depend on; the class carries the look. */
  #heading(level: number, look: string, html: string, id?: string): string {
    this.#level = Math.min(level, this.#level + 1, 6)
    const anchor = id ? ` id="${id}"` : ''
    return `<h${this.#level}${anchor} class="jianbao-${look}">${html}</h${this.#level}>`
  }
}

function bracketed(name: string): string {
  return /^【.*】$/u.test(name) ? name : `【${name}】`
}
