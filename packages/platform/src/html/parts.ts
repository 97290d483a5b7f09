/** Parts that pages of several rooms have, all working without script. */
import { type Html, html, joinHtml } from './html.ts'

type Paged = { readonly page: number; readonly pageSize: number; readonly total: number }

/** The pages before and behind, by `to`; nothing where there is one page alone. */
export function viewTurner({ page, pageSize, total }: Paged, to: (page: number) => string): Html {
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1 && page === 1) return html``
  const near = Math.min(page, last + 1)
  return html`<nav class="pager" aria-label="翻页">
  ${near > 1 ? html`<a rel="prev" href="${to(near - 1)}">上一页</a>` : html`<span></span>`}
  <span>${page > last ? `共 ${last} 页` : `第 ${page} / ${last} 页`}</span>
  ${page < last ? html`<a rel="next" href="${to(page + 1)}">下一页</a>` : html`<span></span>`}
</nav>`
}

/** Where a page stands, the top first; the page itself, without a link, comes last. */
export function viewTrail(above: readonly { path: string; label: string }[], here?: string): Html {
  return html`<nav class="trail" aria-label="所在位置"><ol>${above.map(
    ({ path, label }) => html`<li><a href="${path}">${label}</a></li>`,
  )}${here !== undefined && html`<li aria-current="page">${here}</li>`}</ol></nav>`
}

/** Text with ranges of it, in UTF-16 units and in order, marked. */
export function viewMarked(text: string, marks: readonly (readonly [number, number])[]): Html {
  let done = 0
  const pieces = marks.map(([from, to]) => {
    const piece = html`${text.slice(done, from)}<mark>${text.slice(from, to)}</mark>`
    done = to
    return piece
  })
  return joinHtml([...pieces, html`${text.slice(done)}`])
}

/** Parameters of an address, without those that are empty. */
export function addressWith(
  path: string,
  params: Readonly<Record<string, string | number | undefined>>,
): string {
  const kept = Object.entries(params).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString()
  return query ? `${path}?${query}` : path
}

/** The page number an address asks for; 1 when it is none. */
export function pageOf(text: string | undefined): number {
  return /^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : 1
}

/** Whether an address may name a record at all. */
export function isRecordId(text: string | undefined): text is string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '')
}
