import type { Bulletin } from '../contract.ts'
import { printText } from '../model/clean-text.ts'
import { composeMasthead, documentTitle } from '../model/masthead.ts'
import { cutTitle } from '../title/title-words.ts'
import type { Entry } from './body-writer.ts'
import { escapeHtml } from './escape.ts'
import { type HtmlImages, imageAddress } from './image-address.ts'

/** Name, number, day and publisher of a magazine, with the picture of its cover. */
export function magazineCover(bulletin: Bulletin, images: HtmlImages, top: number): string {
  const { issue, publisher, date } = composeMasthead(bulletin)
  const series = printText(bulletin.series ?? '')
  const name = series || (issue || publisher || date ? '期刊' : null)
  if (name === null) return `<h${top} class="jianbao-unseen">${escapeHtml(documentTitle(bulletin))}</h${top}>`
  const facts = [
    issue && `<span>${escapeHtml(issue)}</span>`,
    date && `<time datetime="${escapeHtml(bulletin.date ?? '')}">${escapeHtml(date)}</time>`,
    publisher && `<span>${escapeHtml(publisher)}</span>`,
  ].filter(Boolean)
  const address = bulletin.cover ? imageAddress(images, bulletin.cover.image) : null
  const alt = escapeHtml(printText(bulletin.cover?.alt ?? '') || '封面图片')
  return [
    '<header class="jianbao-cover">',
    `<h${top} class="jianbao-name">${breakable(name)}</h${top}>`,
    facts.length > 0 && `<p class="jianbao-facts">${facts.join('')}</p>`,
    address && `<img src="${escapeHtml(address)}" alt="${alt}">`,
    '</header>',
  ]
    .filter(Boolean)
    .join('')
}

/** A text that a browser parts at words only. */
function breakable(text: string): string {
  return cutTitle(text)
    .map(piece => escapeHtml(piece.text) + (piece.wish ? ' ' : ''))
    .join('<wbr>')
}

/** The table of contents; empty for a magazine of one article. */
export function contentsList(entries: readonly Entry[], top: number): string {
  if (entries.filter(entry => entry.kind === 'article').length < 2) return ''
  const items = entries.map(({ kind, id, text, byline }) => {
    const by = byline ? ` <span>${escapeHtml(byline)}</span>` : ''
    return `<li class="jianbao-to-${kind}"><a href="#${id}">${escapeHtml(text)}</a>${by}</li>`
  })
  const level = top + 1
  return `<nav class="jianbao-contents" aria-labelledby="jianbao-contents"><h${level} id="jianbao-contents">目录</h${level}><ol>${items.join('')}</ol></nav>`
}
