import type { Block, Bulletin, BulletinArticle } from '../contract.ts'
import { printText } from '../model/clean-text.ts'
import { composeImprint } from '../model/imprint.ts'
import { composeMasthead, contributorLine, documentTitle } from '../model/masthead.ts'
import { cutTitle } from '../title/title-words.ts'
import { escapeHtml } from './escape.ts'
import { type HtmlImages, imageAddress } from './image-address.ts'
import { bulletinStylesheet } from './stylesheet.ts'

export type HtmlOptions = {
  /** Bytes, which go into the page, or an address, by the keys the figures name. */
  images?: HtmlImages
  /** A whole page with its styles; by default one `<article>` to stand inside a page of ours. */
  standalone?: boolean
  /** Level of the series name: 1, or 2 where the page around it has a heading of its own. */
  topLevel?: 1 | 2
}

/**
 * A bulletin as HTML: semantic, without script or inline style, everything escaped, no heading level skipped.
 * @returns one `<article class="jianbao">`, or a whole document when `standalone`
 */
export function renderHtml(bulletin: Bulletin, options: HtmlOptions = {}): string {
  const writer = new Writer(options.images ?? {}, options.topLevel ?? 1)
  const body = [
    writer.masthead(bulletin),
    ...bulletin.columns.map(column => writer.column(column)),
    ...(bulletin.attachments ?? []).map((attachment, index, all) =>
      writer.attachment(all.length === 1 ? '附件' : `附件${index + 1}`, attachment),
    ),
    imprint(bulletin),
  ].filter(Boolean)
  const article = `<article class="jianbao" lang="zh-CN">\n${body.join('\n')}\n</article>`
  return options.standalone ? wholePage(documentTitle(bulletin), article) : article
}

function wholePage(title: string, article: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>body{margin:0;background:#f4f2ee}
@media print{body{background:none}}
${bulletinStylesheet}</style>
</head>
<body>
<main>
${article}
</main>
</body>
</html>
`
}

class Writer {
  readonly #images: HtmlImages
  readonly #top: number
  #level: number
  #articleLevel = 0
  #columnLevel: number

  constructor(images: HtmlImages, top: number) {
    this.#images = images
    this.#top = top
    this.#level = top
    this.#columnLevel = top
  }

  masthead(bulletin: Bulletin): string {
    const head = composeMasthead(bulletin)
    if (head.name === null)
      return `<h${this.#top} class="jianbao-unseen">${escapeHtml(documentTitle(bulletin))}</h${this.#top}>`
    const span = (text: string | null) => (text ? `<span>${escapeHtml(text)}</span>` : '')
    const marks = span(head.secrecy) + span(head.copyNo)
    const date = head.date
      ? `<time datetime="${escapeHtml(bulletin.date ?? '')}">${escapeHtml(head.date)}</time>`
      : ''
    const issued = span(head.publisher) + date
    const name = `${span(head.owner)}<span class="jianbao-kind">${escapeHtml(head.name)}</span>`
    return [
      '<header class="jianbao-masthead">',
      marks && `<p class="jianbao-marks">${marks}</p>`,
      `<h${this.#top} class="jianbao-series">${name}</h${this.#top}>`,
      head.issue && `<p class="jianbao-issue">${escapeHtml(head.issue)}</p>`,
      issued && `<p class="jianbao-issued">${issued}</p>`,
      '</header>',
    ].join('')
  }

  column(column: Bulletin['columns'][number]): string {
    const name = printText(column.name ?? '')
    if (name) this.#columnLevel = this.#top + 1
    const heading = name ? this.#heading(this.#top + 1, 'column', escapeHtml(bracketed(name))) : ''
    return `<section>${heading}${column.articles.map(article => this.#article(article)).join('')}</section>`
  }

  attachment(label: string, attachment: NonNullable<Bulletin['attachments']>[number]): string {
    this.#columnLevel = this.#top + 1
    const heading = this.#heading(this.#top + 1, 'column', label)
    return `<section>${heading}${this.#title(attachment.title)}${this.#blocks(attachment.blocks)}</section>`
  }

  #article(article: BulletinArticle): string {
    const contributor = printText(article.contributor ?? '')
    this.#articleLevel = this.#columnLevel
    return [
      '<article>',
      this.#title(article.headline),
      this.#blocks(article.blocks),
      contributor && `<p class="jianbao-contributor">${escapeHtml(contributorLine(contributor))}</p>`,
      '</article>',
    ].join('')
  }

  /** The headline with its break places marked: a browser parts it at wished-for breaks first, then at words. */
  #title(text: string | null): string {
    const pieces = cutTitle(printText(text ?? ''))
    if (pieces.length === 0) return ''
    const parts = ['']
    for (const piece of pieces) {
      parts[parts.length - 1] += `${escapeHtml(piece.text)}<wbr>`
      if (piece.wish) parts.push('')
    }
    const html = parts.filter(Boolean).map(part => `<span>${part.replace(/<wbr>$/u, '')}</span>`)
    this.#articleLevel = this.#columnLevel + 1
    return this.#heading(this.#articleLevel, 'title', html.join(' '))
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
  #heading(level: number, look: string, html: string): string {
    this.#level = Math.min(level, this.#level + 1, 6)
    return `<h${this.#level} class="jianbao-${look}">${html}</h${this.#level}>`
  }
}

function bracketed(name: string): string {
  return /^【.*】$/u.test(name) ? name : `【${name}】`
}

function imprint(bulletin: Bulletin): string {
  const foot = composeImprint(bulletin)
  if (!foot) return ''
  const rows = foot.rows.map(row => `<dt>${escapeHtml(row.label)}：</dt><dd>${escapeHtml(row.text)}</dd>`)
  const printed = foot.printed
    ? `<p><span>${escapeHtml(foot.printed.by)}</span><span>${escapeHtml(foot.printed.copies)}</span></p>`
    : ''
  return `<footer class="jianbao-imprint">${rows.length > 0 ? `<dl>${rows.join('')}</dl>` : ''}${printed}</footer>`
}
