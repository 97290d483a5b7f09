import type { PDFDocumentProxy } from './pdf-document.ts'
import type { PdfLine } from './pdf-page.types.ts'

type Outline = { readonly title: string; readonly items?: readonly Outline[] }

const squeeze = (text: string) => text.replace(/\s/g, '')
const maxTitles = 5_000
const maxLines = 9

/** The titles of the bookmarks by their letters: they hold the blanks that a line break swallowed. */
export async function bookmarkTitles(pdf: PDFDocumentProxy): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  // A damaged outline is no reason not to read the text.
  const outline = ((await pdf.getOutline().catch(() => null)) ?? []) as Outline[]
  const pending = [...outline]
  for (let next = pending.pop(); next && titles.size < maxTitles; next = pending.pop()) {
    const key = squeeze(next.title)
    if (key.length > 1) titles.set(key, next.title.trim())
    pending.push(...(next.items ?? []))
  }
  return titles
}

/** How many of the lines from the first on print one of the titles, and the title; null when they do not. */
export function printedTitle(
  lines: readonly PdfLine[],
  titles: ReadonlyMap<string, string>,
): { readonly count: number; readonly title: string } | null {
  let text = ''
  for (const [i, line] of lines.slice(0, maxLines).entries()) {
    text += squeeze(line.text)
    const title = titles.get(text)
    if (title !== undefined) return { count: i + 1, title }
  }
  return null
}
