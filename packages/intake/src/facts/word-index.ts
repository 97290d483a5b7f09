/**
 * A long alternation of words, tried only where one of its words may begin: the words are dealt out by first character,
 * so most places of a text cost one look. Matches are those of the plain alternation, the first word that fits first.
 */
export class WordIndex {
  readonly #byFirst: ReadonlyMap<number, RegExp>
  readonly #begins = new Uint8Array(0x10000)

  /** `words` are patterns that begin with a character, a class, \d or a group of these; `end` is put after each. */
  constructor(words: readonly string[], end = '') {
    const dealt = new Map<number, string[]>()
    for (const word of words)
      for (const code of new Set(firstCodes(word))) {
        this.#begins[code] = 1
        dealt.set(code, [...(dealt.get(code) ?? []), word])
      }
    this.#byFirst = new Map(
      [...dealt].map(([code, list]) => [code, new RegExp(`(?:${list.join('|')})${end}`, 'uy')]),
    )
  }

  /** End of the word that begins at `at`, or -1. */
  endAt(text: string, at: number): number {
    const code = text.charCodeAt(at)
    if (!this.#begins[code]) return -1
    const words = this.#byFirst.get(code)!
    words.lastIndex = at
    return words.test(text) ? words.lastIndex : -1
  }

  /** The first word from `from` on, or null. */
  next(text: string, from: number): { readonly from: number; readonly to: number } | null {
    for (let at = from; at < text.length; at++) {
      const to = this.endAt(text, at)
      if (to > at) return { from: at, to }
    }
    return null
  }
}

/** The alternatives of a pattern, divided at each `|` that stands in no group and no class. */
export function alternatives(source: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < source.length; i++) {
    const character = source[i]
    if (character === '\\') i++
    else if (character === '(' || character === '[') depth++
    else if (character === ')' || character === ']') depth--
    else if (character === '|' && depth === 0) {
      found.push(source.slice(from, i))
      from = i + 1
    }
  }
  return [...found, source.slice(from)]
}

function firstCodes(word: string): number[] {
  const bare = word.replace(/^(?:\(\?<?[=!][^)]*\))+/u, '')
  if (bare.startsWith('\\d')) return Array.from({ length: 10 }, (_, digit) => 0x30 + digit)
  if (bare.startsWith('[')) return [...bare.slice(1, bare.indexOf(']'))].map(one => one.charCodeAt(0))
  if (!bare.startsWith('(?:')) return [bare.charCodeAt(0)]
  const inside = bare.slice(3, groupEnd(bare))
  return alternatives(inside).flatMap(firstCodes)
}

function groupEnd(source: string): number {
  let depth = 0
  for (let i = 0; i < source.length; i++) {
    if (source[i] === '(') depth++
    else if (source[i] === ')' && --depth === 0) return i
  }
  return source.length
}
