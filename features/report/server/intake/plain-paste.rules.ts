/** Whatever was pasted as plain lines: the marks of a web page or of WPS go, a `<` among words stays. */

export type PlainPaste = {
  readonly text: string
  readonly markup: boolean
  /** So many unseen or broken characters were taken away. */
  readonly controls: number
}

/** Tags that make a text one of a web page when they close, hold attributes or stand alone. */
const known =
  /<(?:!--|!doctype|\?xml|\/(?:p|div|span|a|b|i|u|em|strong|font|h[1-6]|ul|ol|li|table|tr|td|section|article|html|body|script|style|o:p)\s*>|br\s*\/?>|(?:script|style|img|iframe|svg|object|embed|link|meta|html|body|p|div|span|table)(?:\s[^<>]*)?\/?>)/iu
/** What stands in these is no text. */
const silent = new Set([
  'script',
  'style',
  'head',
  'title',
  'xml',
  'template',
  'noscript',
  'iframe',
  'svg',
  'object',
])
const brokenTag = /^<\/?(?:script|style|img|svg|iframe|object|embed)(?![a-z0-9])/iu
const blocks =
  /^(?:p|div|br|h[1-6]|li|ul|ol|table|tr|section|article|header|footer|blockquote|pre|center|dl|dt|dd|hr|figure|figcaption)$/u
const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
}

/** Never throws; linear in the length of the text. */
export function plainPaste(pasted: string): PlainPaste {
  const whole = pasted.toWellFormed()
  const markup = known.test(whole)
  const bare = markup ? withoutTags(whole) : whole
  const lines = bare.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
  const text = lines.replace(
    /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffc\ufffd]/gu,
    '',
  )
  // Blank lines and rows of blanks of a page are its layout.
  const blank = markup ? /\n{2,}/gu : /\n{3,}/gu
  return {
    text: text
      .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
      .split('\n')
      .map(tidy)
      .join('\n')
      .replace(blank, markup ? '\n' : '\n\n')
      .replace(/ {2,}/gu, ' ')
      .trim(),
    markup,
    controls: lines.length - text.length,
  }
}

/** Indents, and the marks of Markdown that come with texts of a chat. */
function tidy(line: string): string {
  const plain = line.replace(/[\t\u00a0\u2000-\u200a\u3000]/gu, ' ').trim()
  return plain.replace(/^#{1,6} +/u, '').replace(/\*\*([^*]+)\*\*/gu, '$1')
}

function withoutTags(text: string): string {
  let out = ''
  let at = 0
  const lower = text.toLowerCase()
  // Line breaks of the source are blanks where tags make the lines.
  const source = /<(?:p|div|br|li|tr|h[1-6])[\s/>]/iu.test(text)
  const words = (from: number, to: number): string => {
    const plain = text.slice(from, to)
    return decoded(
      source ? plain.replace(/(?<=[\u4e00-\u9fff，。；：、”])\s*\n\s*|\s*\n\s*/gu, blankOf) : plain,
    )
  }
  for (;;) {
    const open = text.indexOf('<', at)
    if (open < 0) return out + words(at, text.length)
    const tag = /^<(?:!--|[!?]|\/?(?<name>[a-z][a-z0-9]*(?::[a-z]+)?)(?=[\s/>]))/iu.exec(
      text.slice(open, open + 40),
    )
    if (!tag) {
      // The head of a tag that goes on in the middle of another.
      const broken = brokenTag.exec(text.slice(open, open + 12))
      out += words(at, broken ? open : open + 1)
      at = open + (broken?.[0].length ?? 1)
      continue
    }
    out += words(at, open)
    const name = tag.groups?.['name']?.toLowerCase() ?? ''
    const end = tag[0] === '<!--' ? after(lower, '-->', open) : tagEnd(text, open)
    if (blocks.test(name)) out += '\n'
    else if (/^t[dh]$/u.test(name)) out += ' '
    const opens = silent.has(name) && !text.startsWith('</', open) && !text.startsWith('/>', end - 2)
    at = opens ? tagEnd(text, after(lower, `</${name}`, end) - 1) : end
  }
}

const blankOf = (blank: string, offset: number, whole: string): string =>
  /[\w.,;]/u.test(whole[offset - 1] ?? '') && /\w/u.test(whole[offset + blank.length] ?? '') ? ' ' : ''

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}

/** Past the `>` that ends the tag: quotes may hold others. One that never ends takes the rest of its line. */
function tagEnd(text: string, open: number): number {
  let quote = ''
  for (let i = open; i < Math.min(text.length, open + 20_000); i++) {
    const character = text[i]!
    if (quote) {
      if (character === quote) quote = ''
    } else if (character === '>') return i + 1
    else if (character === '"' || character === "'") quote = character
  }
  const plain = text.indexOf('>', open)
  if (plain >= 0) return plain + 1
  const line = text.indexOf('\n', open)
  return line < 0 ? text.length : line
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (whole, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : ''
  })
}
