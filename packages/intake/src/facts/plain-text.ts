/** Text made plain for the grammars: no blanks, full-width digits narrowed, half-width punctuation widened. */
export type PlainText = {
  readonly text: string
  /** `at[i]` is the offset of character `i` in the source; at least one entry more than characters. */
  readonly at: readonly number[]
}

const blank = /[\s\u200b-\u200d\u2060\ufeff]/u
const widened: Readonly<Record<string, string>> = {
  ',': '，',
  '(': '（',
  ')': '）',
  ';': '；',
  '?': '？',
  '!': '！',
  ':': '：',
  '「': '“',
  '」': '”',
}
const folded = /[\s\u200b-\u200d\u2060\ufeff,();?!:「」\uff05\uff10-\uff19\uff21-\uff5a]/u
let counted: number[] = []

/** 0, 1, 2 … up to `length` at least; one list serves every text that needs no folding. */
function identity(length: number): readonly number[] {
  if (counted.length <= length) counted = Array.from({ length: length * 2 + 1 }, (_, i) => i)
  return counted
}

const isDigit = (character: string | undefined) =>
  character !== undefined && character >= '0' && character <= '9'

/**
 * Folds a text for reading; every kept character stays one UTF-16 unit, so `at` leads back to the source.
 * A comma or colon between two digits stays as it is (1,500; 9:30).
 */
export function plainText(source: string): PlainText {
  if (!folded.test(source)) return { text: source, at: identity(source.length) }
  const kept: string[] = []
  const at: number[] = []
  for (let i = 0; i < source.length; i++) {
    const character = source[i]!
    const code = source.charCodeAt(i)
    // most characters are ideographs: they need no further look
    if (code >= 0x4e00 && code <= 0x9fff) {
      kept.push(character)
      at.push(i)
      continue
    }
    if (blank.test(character)) continue
    const narrow = (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff5a) || code === 0xff05
    kept.push(narrow ? String.fromCharCode(code - 0xfee0) : character)
    at.push(i)
  }
  at.push(source.length)
  for (let i = 0; i < kept.length; i++) {
    const wide = widened[kept[i]!]
    if (!wide) continue
    if ((kept[i] === ',' || kept[i] === ':') && isDigit(kept[i - 1]) && isDigit(kept[i + 1])) continue
    kept[i] = wide
  }
  return { text: kept.join(''), at }
}

/** Source range `[start, end)` of the plain range `[from, to)`. */
export function sourceRange(plain: PlainText, from: number, to: number): [number, number] {
  return to > from ? [plain.at[from]!, plain.at[to - 1]! + 1] : [plain.at[from]!, plain.at[from]!]
}

/** For each character whether it stands inside “…” or 《…》 (the marks themselves count as inside). */
export function quotedMask(text: string): Uint8Array {
  const mask = new Uint8Array(text.length)
  let quotes = 0
  let titles = 0
  let openedAt = -1
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (character === '“' || character === '《') {
      if (quotes + titles === 0) openedAt = i
      if (character === '“') quotes++
      else titles++
    }
    // a mark never closed within 120 characters is a slip of the pen, not a quotation
    if (quotes + titles > 0 && i - openedAt <= 120) mask[i] = 1
    else if (quotes + titles > 0) quotes = titles = 0
    if (character === '”' && quotes > 0) quotes--
    if (character === '》' && titles > 0) titles--
  }
  return mask
}
