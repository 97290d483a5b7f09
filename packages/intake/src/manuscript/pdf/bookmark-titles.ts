import { columnName } from '../../structure/words.ts'
import { squeeze, type Title } from '../layout/heading-titles.ts'
import type { PDFDocumentProxy } from './pdf-document.ts'

type Outline = { readonly title: string; readonly items?: readonly Outline[] }

const maxTitles = 5_000
const longestColumn = 14
const numbered = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])/

/**
 * The titles of the bookmarks by their letters: they hold the blanks that a line break swallowed, and their levels tell a
 * column from the headlines under it.
 */
export async function bookmarkTitles(pdf: PDFDocumentProxy): Promise<ReadonlyMap<string, Title>> {
  const titles = new Map<string, Title>()
  // A damaged outline is no reason not to read the text.
  const outline = ((await pdf.getOutline().catch(() => null)) ?? []) as Outline[]
  const tops = outline.map(topRole)
  const hasColumns = tops.includes('column')
  const pending = outline.map((node, i): { node: Outline; role: Title['role'] } => ({
    node,
    role: hasColumns && isBareColumn(node) ? 'column' : tops[i]!,
  }))
  for (let next = pending.pop(); next && titles.size < maxTitles; next = pending.pop()) {
    const { node, role } = next
    const key = squeeze(node.title)
    if (key.length > 1) titles.set(key, { title: node.title.trim(), role })
    for (const child of node.items ?? [])
      pending.push({ node: child, role: role === 'column' ? 'headline' : null })
  }
  return titles
}

// A short name over titles that are no numbered points: a column.
function topRole({ title, items = [] }: Outline): 'column' | null {
  const heads = items.length > 0 && !items.some(item => numbered.test(item.title.trim()))
  return heads && title.length <= longestColumn ? 'column' : null
}

// One that holds briefs alone, among others that are columns.
function isBareColumn({ title, items = [] }: Outline): boolean {
  return items.length === 0 && columnName(title.trim()) !== null
}
