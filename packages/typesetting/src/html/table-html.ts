import type { SetTable } from '../model/set-table.ts'
import { escapeHtml } from './escape.ts'

/** A table with its caption; reached by keyboard, because a wide one is scrolled sideways on a phone. */
export function tableHtml({ caption, columns, head, rows }: SetTable): string {
  const line = (row: readonly string[], tag: 'th scope="col"' | 'td') => {
    const cells = row.map(
      (cell, at) => `<${tag} class="jianbao-${columns[at]!.side}">${escapeHtml(cell)}</${tag.slice(0, 2)}>`,
    )
    return `<tr>${cells.join('')}</tr>`
  }
  const title = caption ? `<caption>${escapeHtml(caption)}</caption>` : ''
  const heads =
    head.length > 0 ? `<thead>${head.map(row => line(row, 'th scope="col"')).join('')}</thead>` : ''
  const body = `<tbody>${rows.map(row => line(row, 'td')).join('')}</tbody>`
  return `<div class="jianbao-table" tabindex="0" role="group" aria-label="${escapeHtml(caption ?? '表')}"><table>${title}${heads}${body}</table></div>`
}
