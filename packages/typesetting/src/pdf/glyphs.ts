import type { Place } from '../contract.ts'
import { type Coverage, covers } from '../fonts/font-file.ts'

/** The geta mark, which Chinese and Japanese printers set where a character is not in the case. */
export const geta = '〓'

// The Latin faces built into the engine have these for certain.
const builtIn: Coverage = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
]
const privateUse = /\p{Co}/u

export type MissingGlyph = {
  character: string
  /** A few words around it, as they were written. */
  text: string
  at: Place | null
}

/**
 * Replaces every character that no font has by 〓 and remembers it.
 * An office wants the page with the gap marked, and to be told, rather than no page or a silent hole.
 * Private use characters count as missing: archival and accessible PDF allow none.
 */
export class GlyphCheck {
  readonly missing = new Set<string>()
  /** Each character once in every text it is missing from. */
  readonly found: MissingGlyph[] = []
  #at: Place | null = null
  readonly #coverages: readonly Coverage[]
  readonly #known = new Map<string, boolean>()

  constructor(coverages: readonly Coverage[]) {
    this.#coverages = coverages
  }

  /** The text with what cannot be printed replaced. */
  mend(text: string): string {
    let mended = ''
    const here = new Set<string>()
    for (const character of text) {
      if (character <= '~' || this.#has(character)) mended += character
      else {
        this.missing.add(character)
        if (!here.has(character)) this.found.push({ character, text: around(text, character), at: this.#at })
        here.add(character)
        mended += geta
      }
    }
    return mended
  }

  /** The same without remembering anything. */
  quiet(text: string): string {
    return [...text].map(one => (one <= '~' || this.#has(one) ? one : geta)).join('')
  }

  /** What is mended next stands here in the model. */
  stand(at: Place | null): void {
    this.#at = at
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
const names = new Set(['src', 'imageKey', 'kind', 'id', 'side', 'at', 'blocks'])

/** The same value with every character that no font has replaced by 〓; `at` and `blocks` say where its texts stand. */
export function mendTexts<T>(value: T, check: GlyphCheck): T {
  const walk = (one: unknown, key = '', at: Place | null = null): unknown => {
    if (names.has(key)) return one
    if (typeof one === 'string') {
      check.stand(at)
      return check.mend(one)
    }
    if (Array.isArray(one)) return one.map(item => walk(item, '', at))
    if (one === null || typeof one !== 'object') return one
    const place = 'at' in one ? (one.at as Place) : at
    const fields = Object.entries(one).map(([name, item]) => {
      // Lines of a headline say again what its text says.
      if (name === 'lines' && 'text' in one) return [name, (item as string[]).map(line => check.quiet(line))]
      if (name === 'items' && 'blocks' in one && place)
        return [name, itemsOf(item as string[], one.blocks as number[], place)]
      return [name, walk(item, name, place)]
    })
    return Object.fromEntries(fields)
  }
  const itemsOf = (items: readonly string[], blocks: readonly number[], at: Place) =>
    items.map((item, index) => walk(item, '', { ...at, block: blocks[index] ?? null }))
  return walk(value) as T
}

function around(text: string, character: string): string {
  const at = text.indexOf(character)
  const before = [...text.slice(0, at)].slice(-8)
  return [...before, ...[...text.slice(at)].slice(0, 9)].join('')
}
