import { cutTitle, neverEnds, neverStarts, type Piece, widthOf } from './title-words.ts'

/** One more line is worth avoiding about as much as lines that differ by eight characters. */
const perLine = 60

/**
 * Breaks a headline into balanced lines (GB/T 9704: whole words, symmetrical lines).
 * @param title one line of text; a space outside quotation marks is a wished-for break
 * @param widthChars how many full-width characters fit on a line
 * @param glue names and phrases that must not be cut; one longer than a line is cut all the same
 * @returns lines, none wider than `widthChars`; joined without spaces they hold every character of the title
 */
export function breakTitle(title: string, widthChars: number, glue: readonly string[] = []): string[] {
  const pieces = cutTitle(title, glue).flatMap(piece => fit(piece, widthChars))
  if (pieces.length === 0) return []
  const total = widthOfLine(pieces, 0, pieces.length)
  if (total <= widthChars) return [lineOf(pieces, 0, pieces.length)]
  const mean = total / Math.ceil(total / widthChars)
  return shortestPath(pieces, widthChars, mean).map(([from, to]) => lineOf(pieces, from, to))
}

/** Dynamic programming over break places: linear in the title, since a line holds a bounded number of pieces. */
function shortestPath(pieces: readonly Piece[], widthChars: number, mean: number): [number, number][] {
  const best = new Float64Array(pieces.length + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(pieces.length + 1)
  best[0] = 0
  for (let end = 1; end <= pieces.length; end++) {
    let width = 0
    let ignored = 0
    for (let start = end - 1; start >= 0; start--) {
      const piece = pieces[start]!
      width += piece.width
      if (start < end - 1 && piece.wish) {
        width += 1
        ignored += piece.wishCost
      }
      if (width > widthChars) break
      const last = pieces[end - 1]!
      const edge = end === pieces.length || last.wish ? 0 : last.cost
      const cost = best[start]! + (width - mean) ** 2 + perLine + edge + ignored
      if (cost < best[end]!) {
        best[end] = cost
        from[end] = start
      }
    }
  }
  const lines: [number, number][] = []
  for (let end = pieces.length; end > 0; end = from[end]!) lines.push([from[end]!, end])
  return lines.reverse()
}

/** A piece wider than the line is cut where it fits, never before a closing or after an opening mark. */
function fit(piece: Piece, widthChars: number): Piece[] {
  if (piece.width <= widthChars) return [piece]
  const cut: Piece[] = []
  let text = ''
  for (const character of piece.text) {
    const full = widthOf(text + character) > widthChars
    const bad = neverStarts.includes(character) || neverEnds.includes(text.at(-1) ?? '')
    if ((full && !bad) || widthOf(text) + 1 > widthChars) {
      cut.push({ text, width: widthOf(text), cost: 40, wish: false, wishCost: 0 })
      text = ''
    }
    text += character
  }
  cut.push({ ...piece, text, width: widthOf(text) })
  return cut.filter(part => part.text !== '')
}

function widthOfLine(pieces: readonly Piece[], from: number, to: number): number {
  let width = 0
  for (let index = from; index < to; index++)
    width += pieces[index]!.width + (pieces[index]!.wish && index < to - 1 ? 1 : 0)
  return width
}

function lineOf(pieces: readonly Piece[], from: number, to: number): string {
  let line = ''
  for (let index = from; index < to; index++) {
    line += pieces[index]!.text
    if (pieces[index]!.wish && index < to - 1) line += '\u3000'
  }
  return line.trimEnd()
}
