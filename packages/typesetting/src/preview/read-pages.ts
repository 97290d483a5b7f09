/**
 * Reads the SVG that the engine writes of a whole document: one thing a line, indented by its depth. Groups that only
 * move what is in them are resolved, so that every mark of a page stands by the page's own corner.
 */

/** A thing on a page, its place in points from the upper left corner; `open` and `close` are groups that do more than move. */
export type Mark =
  /** `y`: of the base line. */
  | { kind: 'glyph'; id: string; x: number; y: number; fill: string }
  | { kind: 'shape'; attributes: string; x: number; y: number }
  /** `data`: a data URL. */
  | { kind: 'image'; data: string; x: number; y: number; width: number; height: number }
  | { kind: 'open'; attributes: string }
  | { kind: 'close' }

export type ReadPages = {
  widthPt: number
  heightPt: number
  pages: Mark[][]
  /** The text of a definition (a glyph, a path to clip by) by its id; null when there is none. */
  definition(id: string): string | null
}

type Origin = { x: number; y: number; isGroup: boolean }

/** @param count pages of the document; the engine puts one below the other */
export function readPages(svg: string, count: number): ReadPages {
  const size = /^<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg)
  if (!size || count < 1) throw new Error('the engine wrote no pages')
  const pages: Mark[][] = []
  let at = svg.indexOf('\n')
  while (pages.length < count) {
    const start = svg.indexOf('\n    <g', at)
    if (start < 0) throw new Error(`the engine wrote ${pages.length} pages of ${count}`)
    const firstEnds = svg.indexOf('\n', start + 1)
    const isEmpty = svg.startsWith('/>', firstEnds - 2)
    at = isEmpty ? firstEnds : svg.indexOf('\n    </g>', start)
    pages.push(isEmpty ? [] : readMarks(svg, firstEnds, at))
  }
  return {
    widthPt: Number(size[1]),
    heightPt: Number(size[2]) / count,
    pages,
    definition: openDefinitions(svg, at),
  }
}

/** Marks of the lines between two line ends. */
function readMarks(svg: string, from: number, to: number): Mark[] {
  const marks: Mark[] = []
  const origins: Origin[] = []
  let origin: Origin = { x: 0, y: 0, isGroup: false }
  for (let at = from; at < to; ) {
    const begins = svg.indexOf('<', at)
    if (begins < 0 || begins >= to) break
    const ends = svg.indexOf('\n', begins)
    const line = svg.slice(begins, ends)
    at = ends
    if (line.startsWith('<use')) marks.push(glyphOf(line, origin))
    else if (line === '</g>') {
      if (origin.isGroup) marks.push({ kind: 'close' })
      origin = origins.pop()!
    } else if (line.startsWith('<g')) {
      origins.push(origin)
      origin = enter(line, origin, marks)
      if (line.endsWith('/>')) origin = origins.pop()!
    } else if (line.startsWith('<path')) marks.push(shapeOf(line, origin))
    else if (line.startsWith('<image')) marks.push(imageOf(line, origin))
    // What is left are the places of links, which a preview does not follow.
  }
  return marks
}

const translation = /transform="matrix\(1 0 0 -?1 (\S+) (\S+)\)"/u
const anyTransform = /transform="([^"]*)"/u
const clip = /clip-path="(url\(#\w+\))"/u

/** The origin inside a group; one that clips or turns is kept as a group with an origin of its own. */
function enter(line: string, { x, y }: Origin, marks: Mark[]): Origin {
  const move = translation.exec(line)
  const clipped = clip.exec(line)?.[1]
  const turned = !move && anyTransform.exec(line)?.[1]
  const inside = { x: x + Number(move?.[1] ?? 0), y: y + Number(move?.[2] ?? 0), isGroup: false }
  if (!clipped && !turned) return inside
  const transform = `translate(${short(inside.x)} ${short(inside.y)})${turned ? ` ${turned}` : ''}`
  const attributes = ` transform="${transform}"${clipped ? ` clip-path="${clipped}"` : ''}`
  marks.push({ kind: 'open', attributes })
  return { x: 0, y: 0, isGroup: true }
}

const use = /href="#(\w+)" x="([^"]*)" y="([^"]*)" fill="([^"]*)"/u

function glyphOf(line: string, { x, y }: Origin): Mark {
  const [, id = '', dx, dy, fill = ''] = use.exec(line) ?? []
  return { kind: 'glyph', id, x: x + Number(dx), y: y - Number(dy), fill }
}

// What a browser takes for granted.
const usual =
  / class="[^"]*"| fill-rule="nonzero"| stroke-dashoffset="0"| fill="#000000"| transform="[^"]*"/gu

function shapeOf(line: string, { x, y }: Origin): Mark {
  const move = translation.exec(line)
  return {
    kind: 'shape',
    attributes: line.slice('<path'.length, -'/>'.length).replace(usual, ''),
    x: x + Number(move?.[1] ?? 0),
    y: y + Number(move?.[2] ?? 0),
  }
}

function imageOf(line: string, { x, y }: Origin): Mark {
  const dataAt = line.indexOf('xlink:href="') + 'xlink:href="'.length
  const dataEnds = line.indexOf('"', dataAt)
  const head = line.slice(0, dataAt)
  const tail = line.slice(dataEnds)
  const move = translation.exec(head)
  return {
    kind: 'image',
    data: line.slice(dataAt, dataEnds),
    x: x + Number(move?.[1] ?? 0),
    y: y + Number(move?.[2] ?? 0),
    width: Number(/ width="([\d.]+)"/u.exec(tail)?.[1] ?? 0),
    height: Number(/ height="([\d.]+)"/u.exec(tail)?.[1] ?? 0),
  }
}

/** Definitions stand behind the pages; they are looked through once, and only when one is asked for. */
function openDefinitions(svg: string, from: number): (id: string) => string | null {
  let places: Map<string, number> | null = null
  return id => {
    places ??= new Map(
      [...svg.slice(from).matchAll(/\n {8}<\w+ id="(\w+)"[^\n]*/gu)].map(found => [
        found[1]!,
        from + found.index + found[0].length,
      ]),
    )
    const start = places.get(id)
    return start === undefined ? null : svg.slice(start, svg.indexOf('\n        </', start)).trim()
  }
}

/** A number of points as short as a screen needs it. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}
