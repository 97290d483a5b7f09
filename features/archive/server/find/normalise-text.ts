/** Text as it is searched: NFKC, lower case, simplified characters, without blanks and control characters. */
import { Converter } from 'opencc-js/t2cn'

/** `text`, and for each of its code units where the character it came from begins and ends in the original. */
export type Normalised = { readonly text: string; readonly from: Uint32Array; readonly to: Uint32Array }

const pieces = /[\u1100-\u11ff]+|[\s\S]\p{M}*/gu
const dropped = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const convert = Converter({ from: 't', to: 'cn' })
const simplified = new Map<string, string>()

/** The normalised text alone; what queries and the index are made with. */
export function normaliseText(text: string): string {
  let result = ''
  for (const piece of pieceIn(text)) result += normalPiece(piece[0])
  return result
}

/** The normalised text with the way back to the original. */
export function normaliseWithOffsets(text: string): Normalised {
  let result = ''
  const from: number[] = []
  const to: number[] = []
  for (const piece of pieceIn(text)) {
    const normal = normalPiece(piece[0])
    for (let unit = 0; unit < normal.length; unit++) {
      from.push(piece.index)
      to.push(piece.index + piece[0].length)
    }
    result += normal
  }
  return { text: result, from: Uint32Array.from(from), to: Uint32Array.from(to) }
}

const pieceIn = (text: string) => text.matchAll(pieces)

function normalPiece(piece: string): string {
  const code = piece.length === 1 ? piece.charCodeAt(0) : 0
  // Most of a Chinese text is one such character; it has no other form than the simplified one.
  if (code >= 0x4e00 && code <= 0x9fff) return simpleForm(piece)
  const folded = piece.normalize('NFKC').toLowerCase().replace(dropped, '')
  let result = ''
  for (const character of folded) result += simpleForm(character)
  return result
}

/** One character at a time: what a character becomes must not depend on its neighbours. */
function simpleForm(character: string): string {
  const known = simplified.get(character)
  if (known !== undefined) return known
  const simple = character >= '\u2e80' ? convert(character) : character
  simplified.set(character, simple)
  return simple
}
