import type { LayoutProfile } from '../contract.ts'
import type { Mark, ReadPages } from '../preview/read-pages.ts'

const pointsPerMm = 72 / 25.4
const typeWidthPt = 156 * pointsPerMm
const typeHeightPt = 225 * pointsPerMm
export const topPt = 37 * pointsPerMm
const footPt = topPt + typeHeightPt

/** Fewer steps between characters or lines say nothing about the whole. */
const leastCharacters = 56
const leastLines = 8

export type PageLines = {
  linesPerPage: number | null
  charsPerLine: number | null
  /** Distance of lines that the profile asks for. */
  pitchPt: number
  /** Base line of the last line in the type area of each page, in points from the upper edge. */
  lastBaselines: number[]
}

/** Lines of one text on one page: base lines of the first and the last. */
export type TextLines = { page: number; from: number; to: number }

/** What the pages of a bulletin measure, by the places of the glyphs that the engine set between the ends of texts. */
export function measurePages(
  read: ReadPages,
  texts: readonly TextLines[],
  profile: LayoutProfile,
): PageLines {
  const characterPt = typeWidthPt / profile.charsPerLine
  const filling = (typeHeightPt - characterPt) / (profile.linesPerPage - 1)
  const pitchPt = Math.min(filling, profile.linePitchPt ?? filling)
  const heightPt = (profile.linesPerPage - 1) * pitchPt
  const [steps, pitches] = [new Steps(), new Steps()]
  const lastBaselines = read.pages.map((marks, at) => {
    const own = texts.filter(text => text.page === at + 1)
    const isText = (y: number) => own.some(({ from, to }) => y > from - 1 && y < to + 1)
    const baselines = readLines(marks, isText, steps)
    const ofTexts = baselines.filter(isText)
    for (const [line, baseline] of ofTexts.entries()) if (line > 0) pitches.add(baseline - ofTexts[line - 1]!)
    return baselines.at(-1) ?? 0
  })
  const step = steps.usual(leastCharacters)
  const pitch = pitches.usual(leastLines)
  return {
    linesPerPage: pitch === null ? null : Math.round(heightPt / pitch) + 1,
    charsPerLine: step === null ? null : Math.round(typeWidthPt / step),
    pitchPt,
    lastBaselines,
  }
}

/** Base lines in the type area from above; the steps between neighbours in texts are counted. */
function readLines(marks: readonly Mark[], isText: (y: number) => boolean, steps: Steps): number[] {
  const baselines = new Set<number>()
  let [lastX, lastY, counts] = [0, 0, false]
  for (const mark of marks) {
    if (mark.kind !== 'glyph' || mark.y < topPt || mark.y > footPt) continue
    if (Math.abs(mark.y - lastY) > 0.01) {
      baselines.add(Math.round(mark.y * 10) / 10)
      counts = isText(mark.y)
    } else if (counts && mark.x > lastX) steps.add(mark.x - lastX)
    lastX = mark.x
    lastY = mark.y
  }
  return [...baselines].sort((a, b) => a - b)
}

/** Distances, and which of them is the usual one. */
class Steps {
  readonly #counts = new Map<number, number>()

  add(distance: number): void {
    const rounded = Math.round(distance * 20) / 20
    this.#counts.set(rounded, (this.#counts.get(rounded) ?? 0) + 1)
  }

  usual(least: number): number | null {
    let [best, most] = [0, 0]
    for (const [distance, count] of this.#counts) if (count > most) [best, most] = [distance, count]
    return most >= least ? best : null
  }
}
