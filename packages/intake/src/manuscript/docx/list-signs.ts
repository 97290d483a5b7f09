/**
 * Word counts its lists by itself and writes no number into the text: 一、 and （一） of an office's paper are such lists.
 * The signs are written where they would be printed, before the document is read.
 */
type Level = { readonly format: string; readonly text: string; readonly start: number }
type Lists = ReadonlyMap<string, { readonly id: string; readonly levels: ReadonlyMap<number, Level> }>

/** The first text of a paragraph stands within so many characters of XML. */
const reach = 4_000
const chinese = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** The XML of the document with the signs of its lists as text; unchanged where it has none. Linear. */
export function withListSigns(document: string, numbering: string | undefined): string {
  if (!numbering || !document.includes('<w:numPr>')) return document
  const lists = readLists(numbering)
  const counters = new Map<string, number[]>()
  const parts: string[] = []
  let at = 0
  for (;;) {
    const from = document.indexOf('<w:pPr>', at)
    const to = from < 0 ? -1 : document.indexOf('</w:pPr>', from)
    if (to < 0) break
    const end = to + '</w:pPr>'.length
    const properties = document.slice(from, end)
    const sign = signOf(properties, lists, counters)
    parts.push(document.slice(at, from))
    if (sign === null || !printsText(document.slice(end, end + reach))) parts.push(properties)
    else parts.push(properties.replace(/<w:numPr>[\s\S]*?<\/w:numPr>/, ''), run(sign))
    at = end
  }
  parts.push(document.slice(at))
  return parts.join('')
}

function printsText(rest: string): boolean {
  return rest.split('</w:p>', 1)[0]!.includes('<w:t')
}

function run(sign: string): string {
  const text = sign.replace(/[<>&]/g, '')
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
}

function signOf(properties: string, lists: Lists, counters: Map<string, number[]>): string | null {
  const own = properties.split('<w:pPrChange')[0]!
  const numId = /<w:numId w:val="(\d+)"/.exec(own)?.[1]
  const list = numId === undefined ? undefined : lists.get(numId)
  const depth = Number(/<w:ilvl w:val="(\d)"/.exec(own)?.[1] ?? 0)
  const level = list?.levels.get(depth)
  if (!list || !level) return null
  if (level.format === 'bullet') return '● '
  const counts = counters.get(list.id) ?? []
  counts.length = depth + 1
  counts[depth] = (counts[depth] ?? level.start - 1) + 1
  counters.set(list.id, counts)
  return level.text.replace(/%(\d)/g, (_, n: string) => {
    const k = Number(n) - 1
    const at = list.levels.get(k)
    return at ? print(counts[k] ?? at.start, at.format) : ''
  })
}

function readLists(numbering: string): Lists {
  const kinds = new Map<string, Map<number, Level>>()
  for (const { head, body } of elements(numbering, 'abstractNum')) {
    const levels = new Map<number, Level>()
    for (const level of elements(body, 'lvl'))
      levels.set(Number(/w:ilvl="(\d)"/.exec(level.head)?.[1] ?? 0), {
        format: /<w:numFmt\s[^>]*w:val="(\w+)"/.exec(level.body)?.[1] ?? 'decimal',
        text: /<w:lvlText\s[^>]*w:val="([^"]{0,20})"/.exec(level.body)?.[1] ?? '',
        start: Number(/<w:start w:val="(\d{1,4})"/.exec(level.body)?.[1] ?? 1),
      })
    const id = /w:abstractNumId="(\d+)"/.exec(head)?.[1]
    if (id !== undefined) kinds.set(id, levels)
  }
  const lists = new Map<string, { id: string; levels: Map<number, Level> }>()
  for (const { head, body } of elements(numbering, 'num')) {
    const numId = /w:numId="(\d+)"/.exec(head)?.[1]
    const id = /<w:abstractNumId w:val="(\d+)"/.exec(body)?.[1]
    const levels = id === undefined ? undefined : kinds.get(id)
    if (numId !== undefined && id !== undefined && levels) lists.set(numId, { id, levels })
  }
  return lists
}

// By its end tags, so that a file without them costs no more than one with.
function elements(xml: string, name: string): { head: string; body: string }[] {
  const pieces = xml.split(`</w:${name}>`)
  return pieces.slice(0, -1).flatMap(piece => {
    const start = piece.lastIndexOf(`<w:${name} `)
    const open = start < 0 ? -1 : piece.indexOf('>', start)
    return open < 0 ? [] : [{ head: piece.slice(start, open), body: piece.slice(open + 1) }]
  })
}

function print(value: number, format: string): string {
  if (/chinese|japanese|taiwanese|ideographDigital/i.test(format)) return countInChinese(value)
  if (format === 'decimalEnclosedCircleChinese' || format === 'decimalEnclosedCircle')
    return value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value)
  if (/^(?:upper|lower)Letter$/.test(format)) {
    const letter = String.fromCharCode(97 + ((value - 1) % 26))
    return format === 'upperLetter' ? letter.toUpperCase() : letter
  }
  return format === 'none' ? '' : String(value)
}

function countInChinese(value: number): string {
  if (value < 1 || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const lead = tens === 0 ? '' : tens === 1 ? '十' : `${chinese[tens]}十`
  return lead + (ones === 0 && tens > 0 ? '' : chinese[ones]!)
}
