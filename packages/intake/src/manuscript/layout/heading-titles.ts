import type { PrintedLine } from './printed-page.types.ts'

const maxLines = 9

/** A title the manuscript lists apart from its text; `role` where the list tells it. */
export type Title = { readonly title: string; readonly role: 'column' | 'headline' | null }

/** The letters of a title, whatever stands between them. */
export const squeeze = (text: string): string => text.replace(/\s/g, '')

/** How many of the lines from the first on print one of the titles, and the title; null when they do not. */
export function printedTitle(
  lines: readonly PrintedLine[],
  titles: ReadonlyMap<string, Title>,
): (Title & { readonly count: number }) | null {
  let text = ''
  for (const [i, line] of lines.slice(0, maxLines).entries()) {
    text += squeeze(line.text)
    const title = titles.get(text)
    if (title !== undefined) return { ...title, count: i + 1 }
  }
  return null
}
