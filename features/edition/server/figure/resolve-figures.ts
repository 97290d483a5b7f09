/** Numbers in a text that stand for figures of reports: reckoned anew whenever the text is saved. */
import { Problem } from '@jianbao/errors'
import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type ArticleDoc, type FigureAttrs, figuresOf } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { type FigureFact, reckonFigure } from './figure.rules.ts'

type Saved = { readonly editionId: string; readonly itemId: string; readonly doc: ArticleDoc }

/**
 * Replaces what is kept about the numbers of an item. Throws `figure-unknown` for a number whose sources are none of
 * the caller's to see, or do not go together.
 */
export async function resolveFigures(
  tx: Database,
  viewer: Viewer,
  { editionId, itemId, doc }: Saved,
): Promise<void> {
  const figures = figuresOf(doc)
  await tx.execute(sql`delete from edition_figure where item_id = ${itemId}`)
  if (figures.length === 0) return
  const facts = await readFacts(tx, viewer, figures)
  const rows = figures.map(figure => {
    const reckoned = reckonFigure(figure, facts)
    if (!reckoned) throw new Problem('figure-unknown', { shown: figure.shown })
    return { id: figure.id, op: figure.op, measure: figure.measure, shown: figure.shown, ...reckoned }
  })
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  await tx.execute(sql`insert into edition_figure (edition_id, item_id, id, op, measure, unit, value, qualifier, shown)
    select ${editionId}, ${itemId}, f.id, f.op, f.measure, f.unit, f.value, f.qualifier, f.shown
    from jsonb_to_recordset(${json(rows)}) as f (id uuid, op text, measure text, unit text, value numeric,
      qualifier text, shown text) on conflict do nothing`)
  const sources = rows.flatMap(({ id, used }) =>
    used.map((source, position) => ({ id, position, ...source })),
  )
  await tx.execute(sql`insert into edition_figure_source (edition_id, item_id, ref_id, position, report_id, figure_id,
      value, qualifier)
    select ${editionId}, ${itemId}, f.id, f.position, f."reportId", f."figureId", f.value, f.qualifier
    from jsonb_to_recordset(${json(sources)}) as f (id uuid, position integer, "reportId" uuid, "figureId" uuid,
      value numeric, qualifier text) on conflict do nothing`)
}

/** What the reports say that the numbers name: their figures, and the reports themselves. */
export async function readFacts(
  tx: Database,
  { scope }: Viewer,
  figures: readonly FigureAttrs[],
): Promise<FigureFact[]> {
  const ids = [...new Set(figures.flatMap(({ sources }) => sources.map(({ reportId }) => reportId)))]
  return rowsOf<FigureFact>(
    tx,
    sql`select r.id as "reportId", r.unit_id as "unitId", f.id as "figureId", f.measure, f.value::float8 as value, f.unit,
        f.qualifier
      from report r left join report_figure f on f.report_id = r.id
      where r.id = any (${`{${ids.join(',')}}`}::uuid[]) and ${within(scope, sql`r.scope_path`)}`,
  )
}
