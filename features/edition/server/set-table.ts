import type { BulletinTable } from '@jianbao/typesetting/contract'
import { inlineText, type TableNode } from '../contract/index.ts'

/** A table as typesetting takes it: rows of plain text; those of headings alone are printed again on every page. */
export function setTable({ attrs, content }: TableNode): BulletinTable[] {
  const heads = content.findIndex(row => row.content.some(cell => cell.type !== 'tableHeader'))
  const rows = content.map(row =>
    row.content.map(cell =>
      cell.content
        .map(each => inlineText(each.content).trim())
        .filter(Boolean)
        .join(' '),
    ),
  )
  if (rows.every(row => row.every(cell => cell === ''))) return []
  const width = Math.max(...rows.map(row => row.length))
  return [
    {
      type: 'table',
      caption: attrs?.caption.trim() || null,
      // A table of headings alone has none.
      headRows: heads === -1 ? 0 : Math.min(heads, 3),
      rows: rows.map(row => [...row, ...Array<string>(width - row.length).fill('')]),
    },
  ]
}
