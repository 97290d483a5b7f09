import type { Place } from '../contract.ts'
import type { Element } from '../model/compose-page.ts'
import type { MagazineElement, MagazinePart } from '../model/magazine.types.ts'
import type { SetTable } from '../model/set-table.ts'

/** A thing of the document as conformity looks at it, whatever the layout. */
export type Judged = { at: Place | null } & (
  | {
      kind: 'heading' /** 1 name of a column, 2 headline, 3 to 5 inside. */
      rank: number
      text: string
      lines: string[]
    }
  | { kind: 'text'; text: string }
  | { kind: 'figure'; image: string; isSet: boolean }
  | { kind: 'table'; table: SetTable }
)

/** Things of a bulletin in order; each brief is a text of its own. */
export function judgedElements(body: readonly Element[]): Judged[] {
  return body.flatMap((element): Judged[] => {
    const at = element.at ?? null
    switch (element.kind) {
      case 'column':
        return [{ at, kind: 'heading', rank: 1, text: element.text, lines: [] }]
      case 'title':
        return [{ at, kind: 'heading', rank: 2, text: element.text, lines: element.lines }]
      case 'heading':
        return [{ at, kind: 'heading', rank: 2 + element.style, text: element.text, lines: [] }]
      case 'items':
        return element.items.map((text, place) => ({
          at: at && { ...at, block: element.blocks?.[place] ?? null },
          kind: 'text',
          text,
        }))
      case 'paragraph':
        return [{ at, kind: 'text', text: element.text + (element.tail ?? '') }]
      case 'quote':
        return [{ at, kind: 'text', text: element.text }]
      case 'figure':
        return [{ at, kind: 'figure', image: element.imageKey, isSet: element.src !== null }]
      case 'table':
        return [{ at, kind: 'table', table: element.table }]
      default:
        return []
    }
  })
}

/** Things of a magazine in order. */
export function judgedParts(parts: readonly MagazinePart[]): Judged[] {
  return parts.flatMap((part): Judged[] => {
    const at = part.at ?? null
    if (part.kind === 'run') return part.elements.flatMap(judgedMagazine)
    if (part.kind === 'wide') return judgedMagazine(part.figure)
    if (part.kind === 'table') return [{ at, kind: 'table', table: part.table }]
    const rank = part.kind === 'opener' ? 1 : 2
    return [{ at, kind: 'heading', rank, text: part.text, lines: part.lines }]
  })
}

function judgedMagazine(element: MagazineElement): Judged[] {
  const at = element.at ?? null
  switch (element.kind) {
    case 'heading':
      return [{ at, kind: 'heading', rank: 2 + element.style, text: element.text, lines: [] }]
    case 'note-title':
      return [{ at, kind: 'heading', rank: 2, text: element.text, lines: element.lines }]
    case 'long-title':
      return [{ at, kind: 'heading', rank: 2, text: element.text, lines: [] }]
    case 'figure':
      return [{ at, kind: 'figure', image: element.imageKey, isSet: element.src !== null }]
    case 'table':
      return [{ at, kind: 'table', table: element.table }]
    case 'byline':
      return []
    default:
      return [{ at, kind: 'text', text: element.text }]
  }
}
