/** The imprint must not stand alone on the last page: offices read such a page as one that lost its text. */
import type { Element, Page } from '../model/compose-page.ts'
import type { CompiledDocument, Compiler } from './engine.ts'
import type { Compile, Setting } from './setting.ts'

type Body = Page['body']
type Compiled = { document: CompiledDocument; changed: Partial<Setting>; body: Body }

/** Lines of the text that go over to keep the imprint company. */
const company = 2
/** Where a long text is parted: early enough that the lines to go over stand after the spacer. */
const linesAfterCut = 4
const charactersPerLine = 28
/** How many things from the end may hold the spacer. */
const reach = 4

/**
 * Compiles a page; where the imprint would be alone, first the last lines of the text go over to it, so that
 * every other page keeps its grid; failing that the lines a page change by one or two, which GB/T 9704 allows
 * for the purpose; failing that the last block goes over whole.
 */
export function keepImprintCompany(
  compiler: Compiler,
  page: Page,
  linesPerPage: number,
  compile: Compile,
): Compiled {
  const attempt = (changed: Partial<Setting>, body: Body): Compiled => ({
    document: compile(changed, body),
    changed,
    body,
  })
  const first = attempt({}, page.body)
  const end = bodyEnd(compiler, first.document)
  if (!page.imprint || !end || end.page === first.document.numOfPages) return first
  const bodies = withSpacers(page.body, linesPerPage - end.line + company)
  for (const body of bodies) {
    const tried = attempt({}, body)
    const [spacerPage] = compiler.query(tried.document, { selector: '<spacer>', field: 'value' })
    if (spacerPage === end.page && accompanied(compiler, tried.document)) return tried
  }
  for (const step of [1, -1, 2, -2]) {
    const tried = attempt({ lines: linesPerPage + step }, page.body)
    if (accompanied(compiler, tried.document)) return tried
  }
  const held = attempt({}, splitBefore(page.body, { kind: 'new-page' }, withHeadings(page.body)))
  return accompanied(compiler, held.document) ? held : first
}

function accompanied(compiler: Compiler, document: CompiledDocument): boolean {
  return bodyEnd(compiler, document)?.page === document.numOfPages
}

function bodyEnd(compiler: Compiler, document: CompiledDocument): { page: number; line: number } | null {
  const [end] = compiler.query(document, { selector: '<body-end>', field: 'value' })
  return (end as { page: number; line: number } | undefined) ?? null
}

/** The body with a spacer inside its last text where that is long, or before it, or further back. */
function withSpacers(body: Body, rows: number): Body[] {
  const places = Array.from({ length: reach }, (_, back) => back + 1)
  return places.flatMap(back => {
    const inside = splitInside(body, body.length - back, rows)
    const before = splitBefore(body, { kind: 'spacer', rows }, back)
    return inside ? [inside, before] : [before]
  })
}

/** Parts a text, of a list its last item, some lines before its end; null when it is shorter. */
function splitInside(body: Body, index: number, rows: number): Body | null {
  const element = body[index]
  if (element?.kind !== 'paragraph' && element?.kind !== 'items') return null
  const characters = [...(element.kind === 'items' ? element.items.at(-1)! : element.text)]
  const cut = characters.length - linesAfterCut * charactersPerLine
  if (cut < charactersPerLine) return null
  const head = characters.slice(0, cut).join('')
  const parted = { tail: characters.slice(cut).join(''), rows }
  const whole =
    element.kind === 'items'
      ? { ...element, ...parted, items: [...element.items.slice(0, -1), head] }
      : { ...element, ...parted, text: head }
  return body.with(index, whole)
}

/** Puts something before the last `back` paragraphs or briefs; a list of briefs is parted for it. */
function splitBefore(body: Body, what: Element, back: number): Body {
  let left = back
  for (let index = body.length - 1; index >= 0; index--) {
    const element = body[index]!
    const count = element.kind === 'items' ? element.items.length : 1
    if (left > count) {
      left -= count
      continue
    }
    if (element.kind !== 'items' || left === count)
      return [...body.slice(0, index), what, ...body.slice(index)]
    const { end: _, ...rest } = element
    const { items, blocks } = element
    const head = {
      ...rest,
      items: items.slice(0, -left),
      ...(blocks ? { blocks: blocks.slice(0, -left) } : {}),
    }
    const tail = { ...element, items: items.slice(-left), ...(blocks ? { blocks: blocks.slice(-left) } : {}) }
    return [...body.slice(0, index), head, what, tail, ...body.slice(index + 1)]
  }
  return [what, ...body]
}

/** How many things from the end go over when the last does: the headings above it with it. */
function withHeadings(body: Body): number {
  let count = 1
  const isHeading = (element: Element | undefined) =>
    element !== undefined && ['column', 'title', 'heading', 'label'].includes(element.kind)
  const last = body.at(-1)
  if (last?.kind === 'items' && last.items.length > 1) return 1
  while (isHeading(body.at(-1 - count))) count += 1
  return count
}
