import { squeeze } from '../layout/heading-titles.ts'
import type { PDFDocumentProxy } from './pdf-document.ts'

type Outline = { readonly title: string; readonly items?: readonly Outline[] }

const maxTitles = 5_000

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
