import { composeMagazine } from '../model/magazine-page.ts'
import type { CompiledDocument, Compiler } from './engine.ts'
import type { FontSet } from './font-set.ts'
import { GlyphCheck, mendTexts } from './glyphs.ts'
import { type Grid, type Measured, type Plan, planMagazine } from './plan-magazine.ts'
import type { SetIssue, SetOptions } from './setting.ts'
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
  const page = mendTexts(composeMagazine(options.document, options), check)
  const setting = {
    rows: grid.rows,
    pitch: grid.pitchPt,
    planned: true,
    red: options.profile.red,
    date: options.document.date?.split('-').map(Number) ?? null,
  }
  const common = { ...page, setting, fonts: fonts.fonts, weights: fonts.weights }
  const measured = compileTemplate(compiler, 'magazine-measure.typ', common)
  const [heights] = compiler.query(measured, { selector: '<heights>', field: 'value' }) as [Measured]
  const plan = makePlan(page.parts, heights, grid)
  const missing = [...check.missing]
  const document = compileTemplate(compiler, 'magazine.typ', { ...common, parts: plan.parts })
  if (keptPlan(compiler, document, plan)) return { document, missing }
  const unplanned = { ...common, setting: { ...setting, planned: false } }
  return { document: compileTemplate(compiler, 'magazine.typ', unplanned), missing }
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
