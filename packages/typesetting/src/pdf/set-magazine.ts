import { judgedParts } from '../conformity/judged.ts'
import type { MagazinePart } from '../model/magazine.types.ts'
import { composeMagazine } from '../model/magazine-page.ts'
import type { CompiledDocument, Compiler } from './engine.ts'
import type { FontSet } from './font-set.ts'
import { GlyphCheck, type MissingGlyph, mendTexts } from './glyphs.ts'
import { type Grid, type Measured, type Plan, planMagazine } from './plan-magazine.ts'
import { dateOf, type SetIssue, type SetOptions } from './setting.ts'
import { compileTemplate } from './workspace.ts'

/** Lines of a full column, and their distance; the text is 10.5 pt (五号). */
const grid: Grid = { rows: 41, pitchPt: 17, leadPt: 6.5 }

/**
 * Composes, measures, plans and compiles one magazine: the engine says how tall everything is, the plan puts it on
 * pages with columns of equal height, and the engine sets it so. Were a plan ever wrong, the text flows unbalanced.
 */
export function setMagazine(
  compiler: Compiler,
  fonts: FontSet,
  options: SetOptions,
  makePlan = planMagazine,
): SetIssue {
  const check = new GlyphCheck(fonts.coverages)
  const composed = mendTexts(composeMagazine(options.document, options), check)
  const page = { ...composed, parts: composed.parts.map(part => withFewMarks(part, check.found)) }
  const setting = {
    rows: grid.rows,
    pitch: grid.pitchPt,
    planned: true,
    red: options.profile.red,
    date: dateOf(options),
    plainHeads: options.plainHeads ?? false,
  }
  const common = { ...page, setting, fonts: fonts.fonts, weights: fonts.weights }
  const measure = (parts: readonly MagazinePart[]): Measured => {
    const measured = compileTemplate(compiler, 'magazine-measure.typ', { ...common, parts })
    return compiler.query(measured, { selector: '<heights>', field: 'value' })[0] as Measured
  }
  let parts: readonly MagazinePart[] = page.parts
  let heights = measure(parts)
  for (let shorter = partTables(parts, heights, grid); shorter; shorter = partTables(parts, heights, grid)) {
    parts = shorter
    heights = measure(parts)
  }
  const plan = makePlan(parts, heights, grid)
  const set = { missing: [...check.missing], glyphs: check.found, judged: judgedParts(composed.parts) }
  const document = compileTemplate(compiler, 'magazine.typ', { ...common, parts: plan.parts })
  const fits = plan.parts.every(part => part.kind === 'run' || part.rows[0]! <= grid.rows)
  if (fits && keptPlan(compiler, document, plan)) return { document, ...set }
  const unplanned = { ...common, setting: { ...setting, planned: false } }
  return { document: compileTemplate(compiler, 'magazine.typ', unplanned), ...set }
}

/** Tables taller than a page parted, headings on each part; null when none is, or when a single row is. */
function partTables(parts: readonly MagazinePart[], heights: Measured, grid: Grid): MagazinePart[] | null {
  const room = grid.rows * grid.pitchPt - grid.leadPt
  const isTall = (part: MagazinePart, at: number) =>
    part.kind === 'table' && part.table.rows.length > 1 && Number(heights[at]) > room
  if (!parts.some(isTall)) return null
  return parts.flatMap((part, at) => {
    if (part.kind !== 'table' || !isTall(part, at)) return [part]
    const { rows, whole, caption } = part.table
    const share = Math.floor((rows.length * room * 0.96) / Number(heights[at]))
    const cut = Math.min(rows.length - 1, Math.max(1, share))
    const first = { ...part, table: { ...part.table, rows: rows.slice(0, cut), whole: whole.slice(0, cut) } }
    const rest = caption === null || caption.endsWith('（续）') ? caption : `${caption}（续）`
    return [
      first,
      { ...part, table: { ...part.table, rows: rows.slice(cut), whole: whole.slice(cut), caption: rest } },
    ]
  })
}

type Told = { kind: 'start' | 'end'; of: number; page: number; y: number }

/** Whether every run ended where the plan says: text that outgrew its columns would be lost below the page. */
function keptPlan(compiler: Compiler, document: CompiledDocument, plan: Plan): boolean {
  const [told] = compiler.query(document, { selector: '<told>', field: 'value' }) as [Told[]]
  const start = told.find(one => one.kind === 'start')
  const ends = told.filter(one => one.kind === 'end')
  const runs = plan.parts.filter(part => part.kind === 'run').length
  if (!start) return runs === 0
  return (
    ends.length === runs &&
    ends.every(({ of, page, y }) => {
      const { ends } = plan.parts[of]!
      return page - start.page === ends.page && y <= topPt + ends.row * grid.pitchPt
    })
  )
}

/** Upper edge of the type area, as the template has it. */
const topPt = (27 / 25.4) * 72

/** Only what may be found fault with is marked: thousands of marks took a third of the time of a long issue. */
function withFewMarks(part: MagazinePart, missing: readonly MissingGlyph[]): MagazinePart {
  if (part.kind !== 'run') return part
  const elements = part.elements.map(element => {
    const isKept =
      !['paragraph', 'brief', 'quote', 'byline'].includes(element.kind) ||
      missing.some(
        ({ at }) => at !== null && at.block === element.at?.block && at.article === element.at.article,
      )
    if (isKept) return element
    const { at: _, ...unmarked } = element
    return unmarked
  })
  return { ...part, elements }
}
