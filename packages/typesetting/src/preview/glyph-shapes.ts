/** Outlines of glyphs as short as a screen needs them: upright, in hundredths of a point, without drift. */
const perPoint = 100
const kept = new Map<string, string>()
const mostKept = 20_000

/** The path data of a glyph by the engine's name for it, which is a digest of its outline. */
export function glyphShape(id: string, definition: () => string): string {
  const known = kept.get(id)
  if (known !== undefined) return known
  const shape = shorten(/ d="([^"]*)"/u.exec(definition())?.[1] ?? '')
  if (kept.size >= mostKept) kept.clear()
  kept.set(id, shape)
  return shape
}

export const glyphScale = 1 / perPoint

/** Where in the path the numbers of a command count from: its own pen, in pairs of x and y. */
function shorten(path: string): string {
  let [x, y, startX, startY, shownX, shownY, startShownX, startShownY] = [0, 0, 0, 0, 0, 0, 0, 0]
  let out = ''
  for (const [, command, told] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/gu)) {
    const numbers = told!.match(/-?[\d.]+(?:e-?\d+)?/gu)?.map(Number) ?? []
    if (command === 'M') {
      x = numbers[0]!
      y = numbers[1]!
      continue
    }
    if (command === 'Z' || command === 'z') {
      ;[x, y, shownX, shownY] = [startX, startY, startShownX, startShownY]
      out += 'z'
      continue
    }
    // Every point is rounded by its place on the glyph, so that no error adds up along the outline.
    const isAcross = command === 'h'
    const shown: number[] = []
    let [endX, endY] = [x, y]
    if (command === 'h' || command === 'v') {
      if (isAcross) endX += numbers[0]!
      else endY += numbers[0]!
      shown.push(isAcross ? round(endX) - shownX : -round(endY) - shownY)
    } else
      for (let at = 0; at < numbers.length; at += 2) {
        endX = x + numbers[at]!
        endY = y + numbers[at + 1]!
        shown.push(round(endX) - shownX, -round(endY) - shownY)
      }
    ;[x, y, shownX, shownY] = [endX, endY, round(endX), -round(endY)]
    if (command === 'm') {
      ;[startX, startY, startShownX, startShownY] = [x, y, shownX, shownY]
      out += `M${shownX} ${shownY}`
    } else out += command! + shown.join(' ').replaceAll(' -', '-')
  }
  return out
}

const round = (value: number): number => Math.round(value * perPoint)
