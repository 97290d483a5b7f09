import type { Circular } from '../circular.contract.ts'
import { type CircularElement, composeCircular } from '../model/compose-circular.ts'
import { cutTitle } from '../title/title-words.ts'
import { escapeHtml } from './escape.ts'
import { tableHtml } from './table-html.ts'

/** What the window of a circular is called. */
export function circularTitle(circular: Circular): string {
  return compose(circular).title
}

/** A circular as one `<article>`; its title stands on the level `top`. */
export function circularArticle(circular: Circular, top: number): string {
  const page = compose(circular)
  const issuer = page.issuerLines.map(line => `<span>${escapeHtml(line)}</span>`).join('')
  const number = page.docNumber ? `<p class="jianbao-issue">${escapeHtml(page.docNumber)}</p>` : ''
  const head = issuer
    ? `<header class="jianbao-masthead"><p class="jianbao-issuer">${issuer}</p>${number}</header>`
    : number
  const pieces = [head, ...page.body.map(element => elementHtml(element, top))].filter(Boolean)
  return `<article class="jianbao jianbao-circular" lang="zh-CN">\n${pieces.join('\n')}\n</article>`
}

// Browsers break the title themselves, at the places that are marked.
const compose = (circular: Circular) => composeCircular(circular, Number.POSITIVE_INFINITY)

function elementHtml(element: CircularElement, top: number): string {
  switch (element.kind) {
    case 'title':
      return headingHtml(top + element.level - 1, 'title', titleHtml(element.text))
    case 'heading':
      return headingHtml(top + element.level - 1, `level-${element.style}`, escapeHtml(element.text))
    case 'paragraph':
      return `<p>${escapeHtml(element.text)}</p>`
    case 'table':
      return tableHtml(element.table)
    case 'attachments':
      return attachmentsHtml(element)
    case 'signature':
      return signatureHtml(element)
    case 'new-page':
      return '<hr class="jianbao-new-page">'
    default:
      return `<p class="jianbao-${element.kind}">${escapeHtml(element.text)}</p>`
  }
}

function headingHtml(level: number, look: string, html: string): string {
  const tag = `h${Math.min(level, 6)}`
  return `<${tag} class="jianbao-${look}">${html}</${tag}>`
}

function titleHtml(title: string): string {
  return `<span>${cutTitle(title)
    .map(piece => escapeHtml(piece.text) + (piece.wish ? ' ' : '<wbr>'))
    .join('')
    .replace(/<wbr>$/u, '')}</span>`
}

function attachmentsHtml({ label, rows }: Extract<CircularElement, { kind: 'attachments' }>): string {
  const items = rows.map(({ number, text }) => `<span>${number}${escapeHtml(text)}</span>`)
  return `<p class="jianbao-attachments">${label}${items.join('<br>')}</p>`
}

function signatureHtml({ units, date }: Extract<CircularElement, { kind: 'signature' }>): string {
  const lines = [...units, date ?? ''].filter(Boolean).map(line => `<span>${escapeHtml(line)}</span>`)
  return `<p class="jianbao-signature">${lines.join('<br>')}</p>`
}
