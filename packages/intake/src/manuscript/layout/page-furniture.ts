import type { PrintedLine, PrintedPage } from './printed-page.types.ts'

/** Running heads and page numbers stand within this part of the height, above and below. */
const margin = 0.12
const pageNumber =
  /^[-—–·•~\s]*(?:第?\s?\d{1,4}\s?页?(?:\s?[/／]?\s?(?:共\s?)?\d{0,4}\s?页?)?|[ivxlc]{1,6})[-—–·•~\s]*$/i

/** Lines that belong to the paper: what the PDF says is an artifact, page numbers, what comes back page after page. */
export function pageFurniture(pages: readonly PrintedPage[]): ReadonlySet<PrintedLine> {
  const furniture = new Set<PrintedLine>()
  const repeats = new Map<string, { line: PrintedLine; page: number }[]>()
  for (const page of pages)
    for (const { lines } of page.blocks)
      for (const line of lines) {
        if (line.artifact) furniture.add(line)
        const edge = edgeOf(line, page)
        if (edge === null) continue
        if (pageNumber.test(line.text)) furniture.add(line)
        const key = `${edge} ${line.text.replace(/[\s\d]/g, '')}`
        const found = repeats.get(key)
        if (found) found.push({ line, page: page.number })
        else repeats.set(key, [{ line, page: page.number }])
      }
  for (const found of repeats.values()) {
    const seen = new Set(found.map(({ page }) => page)).size
    if (seen < 2 || seen < Math.min(3, pages.length * 0.4)) continue
    // On page one it may be the title itself.
    for (const { line, page } of found) if (page > 1 || seen > 2) furniture.add(line)
  }
  return furniture
}

function edgeOf(line: PrintedLine, page: PrintedPage): 'head' | 'foot' | null {
  if (line.y < page.height * margin) return 'head'
  return line.y > page.height * (1 - margin) ? 'foot' : null
}
