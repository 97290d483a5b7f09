/** What comes from Word, Excel, WeChat or a page of the web, made into what a bulletin knows: words, headings, tables. */

// Controls, marks that turn the direction of writing, zero width, fillers, selectors of variants of emoji stay out.
const unwanted =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc\u115f\u1160\u3164\uffa0]/gu

/** Text as it may stand in an article: well-formed, no invisible characters, no blanks at the ends of a line. */
export function cleanWords(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu, '\n')
    .replace(unwanted, '')
    .replace(/\u00a0/gu, ' ')
    .replace(/\t/gu, ' ')
    .replace(/[ \u3000]+$/gmu, '')
    .replace(/^[ \u3000]+/gmu, '')
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&<>]/gu, character => escapes[character]!)
const oneLine = (text: string): string => cleanWords(text).replace(/\s*\n\s*/gu, '')

export const mostRows = 200
export const mostCells = 12

/** Lines of plain text as paragraphs; columns parted by tabs in every line (Excel) as a table. */
export function cleanText(text: string): string {
  const lines = text.toWellFormed().replace(/\r\n?/gu, '\n').split('\n')
  while (lines.length > 0 && lines.at(-1)!.trim() === '') lines.pop()
  const cells = lines.map(line => line.split('\t'))
  if (lines.length > 1 && cells.every(row => row.length > 1)) return tableOf(cells)
  return lines.flatMap(line => paragraphs(line)).join('')
}

/** HTML of the clipboard as HTML that holds p, h1 to h3 and table, and nothing else. */
export function cleanHtml(html: string, parser: Pick<DOMParser, 'parseFromString'>): string {
  const out: string[] = []
  let words = ''
  const end = () => {
    out.push(...paragraphs(words))
    words = ''
  }
  const walk = (node: Node): void => {
    // Lines of the source are blanks of the page.
    if (node.nodeType === 3) words += (node.textContent ?? '').replace(/[\r\n\t ]+/gu, ' ')
    if (node.nodeType !== 1) return
    const element = node as Element
    const tag = element.tagName.toLowerCase()
    if (silent.test(tag)) return
    if (tag === 'br' || tag === 'table') end()
    if (tag === 'br') return
    if (tag === 'table') {
      out.push(tableOf(rowsOf(element), element.querySelector('th') !== null))
      return
    }
    const heading = headingOf(element, tag)
    if (heading === null && !blocks.has(tag)) {
      element.childNodes.forEach(walk)
      return
    }
    end()
    if (heading !== null) {
      const text = oneLine(element.textContent ?? '')
      if (text) out.push(`<h${heading}>${escaped(text)}</h${heading}>`)
      return
    }
    words = numberOf(element, tag)
    element.childNodes.forEach(walk)
    end()
  }
  parser.parseFromString(html, 'text/html').body.childNodes.forEach(walk)
  end()
  return out.join('')
}

const silent =
  /^(?:script|style|head|title|meta|link|template|noscript|svg|math|o:p|img|video|audio|iframe|object|select|button)$/u
const blocks = new Set(
  'p div section article header footer main aside blockquote pre ul ol li dl dt dd figure figcaption address hr tr h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
)

/** 1 to 3 for what Word or a page calls a heading; those further down are of the third level. */
function headingOf(element: Element, tag: string): 1 | 2 | 3 | null {
  const level =
    /^h([1-6])$/u.exec(tag)?.[1] ??
    /mso-outline-level:\s*([1-9])/u.exec(element.getAttribute('style') ?? '')?.[1] ??
    /(?:^|\s)(?:Mso)?Heading([1-9])/u.exec(element.getAttribute('class') ?? '')?.[1]
  return level ? (Math.min(Number(level), 3) as 1 | 2 | 3) : null
}

/** A numbered list of a page keeps its numbers as words. */
function numberOf(element: Element, tag: string): string {
  const list = element.parentElement
  if (tag !== 'li' || list?.tagName.toLowerCase() !== 'ol') return ''
  return `${[...list.children].indexOf(element) + 1}.`
}

const paragraphs = (words: string): string[] => {
  const text = oneLine(words)
  return text ? [`<p>${escaped(text)}</p>`] : []
}

/** Cells that were joined are parted again: the first has the words, the others are empty. */
function rowsOf(table: Element): string[][] {
  const rows: string[][] = []
  const own = [...table.querySelectorAll('tr')].filter(row => row.closest('table') === table)
  for (const [y, row] of own.slice(0, mostRows).entries()) {
    rows[y] ??= []
    let x = 0
    for (const cell of row.children) {
      while (rows[y]![x] !== undefined) x++
      const span = (name: string) => Math.min(Math.max(Number(cell.getAttribute(name)) || 1, 1), mostRows)
      const [across, down] = [span('colspan'), span('rowspan')]
      for (let dy = 0; dy < down && y + dy < Math.min(own.length, mostRows); dy++)
        for (let dx = 0; dx < across && x + dx < mostCells; dx++) {
          rows[y + dy] ??= []
          rows[y + dy]![x + dx] = dx + dy === 0 ? (cell.textContent ?? '') : ''
        }
      x += across
    }
  }
  return rows
}

/** At most so many rows and cells as a table may have; what is beyond follows as lines, so that no word is lost. */
function tableOf(cells: readonly (readonly string[])[], headed = true): string {
  const width = Math.min(Math.max(1, ...cells.map(row => row.length)), mostCells)
  const kept = cells.slice(0, mostRows)
  const rows = kept.map((row, y) => {
    const tag = headed && y === 0 ? 'th' : 'td'
    const written = Array.from({ length: width }, (_, x) => escaped(oneLine(row[x] ?? '')))
    return `<tr>${written.map(text => `<${tag}><p>${text}</p></${tag}>`).join('')}</tr>`
  })
  const beyond = [...kept.map(row => row.slice(width)), ...cells.slice(mostRows)]
  return `<table><tbody>${rows.join('')}</tbody></table>${beyond.flatMap(row => paragraphs(row.join(' '))).join('')}`
}
