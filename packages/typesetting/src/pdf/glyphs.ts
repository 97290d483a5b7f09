import { type Coverage, covers } from '../fonts/font-file.ts'

/** The geta mark, which Chinese and Japanese printers set where a character is not in the case. */
export const geta = '〓'

// The Latin faces built into the engine have these for certain.
const builtIn: Coverage = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
]
const privateUse = /\p{Co}/u

/**
 * Replaces every character that no font has by 〓 and remembers it.
 * An office wants the page with the gap marked, and to be told, rather than no page or a silent hole.
 * Private use characters count as missing: archival and accessible PDF allow none.
 */
export class GlyphCheck {
  readonly missing = new Set<string>()
  readonly #coverages: readonly Coverage[]
  readonly #known = new Map<string, boolean>()

  constructor(coverages: readonly Coverage[]) {
    this.#coverages = coverages
  }

  /** The text with what cannot be printed replaced. */
  mend(text: string): string {
    let mended = ''
    for (const character of text) {
      if (character <= '~' || this.#has(character)) mended += character
      else {
        this.missing.add(character)
        mended += geta
      }
    }
    return mended
  }

  #has(character: string): boolean {
    const known = this.#known.get(character)
    if (known !== undefined) return known
    const codePoint = character.codePointAt(0)!
    const has =
      !privateUse.test(character) &&
      (covers(builtIn, codePoint) || this.#coverages.some(coverage => covers(coverage, codePoint)))
    this.#known.set(character, has)
    return has
  }
}

/** Names of fields that say what a thing is or where it stands; everything else is text. */
const names = new Set(['src', 'kind', 'id', 'side'])

/** The same value with every character that no font has replaced by 〓. */
export function mendTexts<T>(value: T, check: GlyphCheck): T {
  const walk = (one: unknown, key = ''): unknown => {
    if (typeof one === 'string') return names.has(key) ? one : check.mend(one)
    if (Array.isArray(one)) return one.map(item => walk(item))
    if (one === null || typeof one !== 'object') return one
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, walk(item, name)]))
  }
  return walk(value) as T
}
