import type { Glyphs } from '../layout/printed-page.types.ts'
import type { PDFPageProxy } from './pdf-document.ts'
import { repairRadicals } from './repair-radicals.ts'

type Item = {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly fontName: string
}
type Mark = { readonly type: string; readonly tag?: string; readonly id?: string }
type Node = {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: Node[]
}

/** The text of a page where it stands, turned upright when most of it was printed sideways. */
export async function pageGlyphs(
  page: PDFPageProxy,
): Promise<{ glyphs: Glyphs[]; width: number; height: number; repaired: number }> {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const headings = headingIds((await page.getStructTree()) as Node | null)
  const viewport = page.getViewport({ scale: 1 })
  const placed: Placed[] = []
  const stack: Mark[] = []
  let repaired = 0
  for (const item of content.items as (Item | Mark)[]) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') stack.pop()
      else stack.push(item)
      continue
    }
    if (item.str.trim() === '') continue
    const text = repairRadicals(item.str)
    if (text !== item.str) repaired++
    placed.push({
      ...place(item, viewport.transform),
      text,
      font: item.fontName,
      artifact: stack.some(mark => mark.tag === 'Artifact'),
      heading: stack.some(mark => mark.id !== undefined && headings.has(mark.id)),
    })
  }
  const turn = commonTurn(placed)
  const size = { width: viewport.width, height: viewport.height }
  const glyphs = placed.filter(each => each.turn === turn).map(each => upright(each, turn, size))
  const sideways = turn % 2 === 1
  return {
    glyphs,
    width: sideways ? size.height : size.width,
    height: sideways ? size.width : size.height,
    repaired,
  }
}

type Placed = Glyphs & { readonly turn: number }

// Upper left origin; `turn` counts quarter turns clockwise of the writing.
function place(item: Item, view: readonly number[]): Pick<Placed, 'x' | 'y' | 'width' | 'size' | 'turn'> {
  const [a, b, c, d, e, f] = item.transform as [number, number, number, number, number, number]
  const [va, vb, vc, vd, ve, vf] = view as [number, number, number, number, number, number]
  const across = [va * a + vc * b, vb * a + vd * b] as const
  const turn = ((Math.round(Math.atan2(across[1], across[0]) / (Math.PI / 2)) % 4) + 4) % 4
  return {
    x: va * e + vc * f + ve,
    y: vb * e + vd * f + vf,
    width: item.width,
    size: Math.hypot(c, d) || Math.hypot(a, b),
    turn,
  }
}

function upright(
  { turn: _, ...glyphs }: Placed,
  turn: number,
  page: { width: number; height: number },
): Glyphs {
  const { x, y } = glyphs
  if (turn === 1) return { ...glyphs, x: y, y: page.width - x }
  if (turn === 2) return { ...glyphs, x: page.width - x, y: page.height - y }
  return turn === 3 ? { ...glyphs, x: page.height - y, y: x } : glyphs
}

function commonTurn(placed: readonly Placed[]): number {
  const counts = [0, 0, 0, 0]
  for (const { turn, text } of placed) counts[turn]! += text.length
  return counts.indexOf(Math.max(...counts))
}

function headingIds(tree: Node | null): ReadonlySet<string> {
  const ids = new Set<string>()
  const pending: { node: Node; heading: boolean }[] = tree ? [{ node: tree, heading: false }] : []
  for (let next = pending.pop(); next; next = pending.pop()) {
    const heading = next.heading || /^(?:H\d?|Title)$/.test(next.node.role ?? '')
    if (heading && next.node.id) ids.add(next.node.id)
    for (const node of next.node.children ?? []) pending.push({ node, heading })
  }
  return ids
}
