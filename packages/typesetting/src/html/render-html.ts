import type { Bulletin, TypesetDocument } from '../contract.ts'
import { composeImprint } from '../model/imprint.ts'
import { isCircular } from '../model/is-circular.ts'
import { composeMasthead, documentTitle } from '../model/masthead.ts'
import { BodyWriter } from './body-writer.ts'
import { circularArticle, circularTitle } from './circular-article.ts'
import { escapeHtml } from './escape.ts'
import type { HtmlImages } from './image-address.ts'
import { contentsList, magazineCover } from './magazine-head.ts'
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
 * A circular has its tables as tables. A magazine has a cover and a table of contents with links before its columns.
 * @returns one `<article class="jianbao">`, or a whole document when `standalone`
 */
export function renderHtml(document: TypesetDocument, options: HtmlOptions = {}): string {
  if (!isCircular(document)) return bulletinHtml(document, options)
  const article = circularArticle(document, options.topLevel ?? 1)
  return options.standalone ? wholePage(circularTitle(document), article) : article
}

function bulletinHtml(bulletin: Bulletin, options: HtmlOptions): string {
  const layout = bulletin.layout ?? 'bulletin'
  const top = options.topLevel ?? 1
  const images = options.images ?? {}
  const writer = new BodyWriter(images, top, layout)
  const body = [
    ...bulletin.columns.map(column => writer.column(column)),
    ...(bulletin.attachments ?? []).map((attachment, index, all) =>
      writer.attachment(all.length === 1 ? '附件' : `附件${index + 1}`, attachment),
    ),
    imprint(bulletin),
  ]
  const head =
    layout === 'magazine'
      ? [magazineCover(bulletin, images, top), contentsList(writer.entries, top)]
      : [masthead(bulletin, top)]
  const kind = layout === 'magazine' ? 'jianbao jianbao-magazine' : 'jianbao'
  const pieces = [...head, ...body].filter(Boolean).join('\n')
  const article = `<article class="${kind}" lang="zh-CN">\n${pieces}\n</article>`
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

function masthead(bulletin: Bulletin, top: number): string {
  const head = composeMasthead(bulletin)
  if (head.name === null)
    return `<h${top} class="jianbao-unseen">${escapeHtml(documentTitle(bulletin))}</h${top}>`
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
    `<h${top} class="jianbao-series">${name}</h${top}>`,
    head.issue && `<p class="jianbao-issue">${escapeHtml(head.issue)}</p>`,
    issued && `<p class="jianbao-issued">${issued}</p>`,
    '</header>',
  ].join('')
}

function imprint(bulletin: Bulletin): string {
  const foot = composeImprint(bulletin)
  if (!foot) return ''
  const rows = foot.rows.map(row => `<dt>${escapeHtml(row.label)}：</dt><dd>${escapeHtml(row.text)}</dd>`)
  const printed = foot.printed
    ? `<p><span>${escapeHtml(foot.printed.by)}</span><span>${escapeHtml(foot.printed.copies)}</span></p>`
    : ''
  const seal = foot.seal ? `<p class="jianbao-seal">${escapeHtml(foot.seal)}</p>` : ''
  const list = rows.length > 0 ? `<dl>${rows.join('')}</dl>` : ''
  return `<footer class="jianbao-imprint">${list}${printed}${seal}</footer>`
}
