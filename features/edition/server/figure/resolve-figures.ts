/** Numbers in a text that stand for figures of reports: reckoned when they are written. */
import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type ArticleDoc, type FigureAttrs, figuresOf } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { reckonFigure } from './figure.rules.ts'
import { type KeptFigure, readFacts, selectFigures } from './figure.store.ts'

type Saved = { readonly editionId: string; readonly itemId: string; readonly doc: ArticleDoc }

/**
 * Replaces what is kept about the numbers of an item. One that says what it said stays as it was reckoned, also when its
 * report was changed or taken back since: the text is saved, and the list of numbers tells. Throws `figure-unknown` for
 * a new one whose sources are none of the desk's, are no longer handed in, or do not go together.
 */
export async function resolveFigures(
  tx: Database,
  viewer: Viewer,
  { editionId, itemId, doc }: Saved,
): Promise<void> {
  const figures = [...new Map(figuresOf(doc).map(figure => [figure.id, figure])).values()]
  const kept = new Map((await selectFigures(tx, editionId, itemId)).map(each => [each.id, each]))
  const stays = figures.filter(figure => isAsKept(figure, kept.get(figure.id)))
  const written = figures.filter(figure => !stays.includes(figure))
  await tx.execute(sql`delete from edition_figure where item_id = ${itemId}
    and id <> all (${`{${stays.map(({ id }) => id).join(',')}}`}::uuid[])`)
  if (written.length === 0) return
  const facts = (await readFacts(tx, viewer, await deskOf(tx, editionId), written)).filter(
    ({ standing }) => standing,
  )
  const rows = written.map(figure => {
    const reckoned = reckonFigure(figure, facts)
    if (!reckoned) throw new Problem('figure-unknown', { shown: figure.shown })
    return { id: figure.id, op: figure.op, measure: figure.measure, shown: figure.shown, ...reckoned }
  })
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  await tx.execute(sql`insert into edition_figure (edition_id, item_id, id, op, measure, unit, value, qualifier, shown)
    select ${editionId}, ${itemId}, f.id, f.op, f.measure, f.unit, f.value, f.qualifier, f.shown
    from jsonb_to_recordset(${json(rows)}) as f (id uuid, op text, measure text, unit text, value numeric,
      qualifier text, shown text)`)
  const sources = rows.flatMap(({ id, used }) =>
    used.map((source, position) => ({ id, position, ...source })),
  )
  await tx.execute(sql`insert into edition_figure_source (edition_id, item_id, ref_id, position, report_id, figure_id,
      value, qualifier)
    select ${editionId}, ${itemId}, f.id, f.position, f."reportId", f."figureId", f.value, f.qualifier
    from jsonb_to_recordset(${json(sources)}) as f (id uuid, position integer, "reportId" uuid, "figureId" uuid,
      value numeric, qualifier text)`)
}

/** Its words and its sources are what they were. */
function isAsKept(figure: FigureAttrs, kept: KeptFigure | undefined): boolean {
  const named = (sources: FigureAttrs['sources']) =>
    sources.map(({ reportId, figureId }) => `${reportId} ${figureId}`.toLowerCase()).join()
  // Of what is only counted the report alone is kept.
  const bare = figure.op === 'count' || figure.op === 'distinct'
  const sources = figure.sources.map(source => (bare ? { ...source, figureId: null } : source))
  return (
    kept !== undefined &&
    kept.op === figure.op &&
    kept.measure === figure.measure &&
    kept.shown === figure.shown &&
    named(kept.sources) === named(sources)
  )
}

async function deskOf(tx: Database, editionId: string): Promise<{ unitId: string; path: string }> {
  const [desk] = await rowsOf<{ unitId: string; path: string }>(
    tx,
    sql`select unit_id as "unitId", scope_path as path from edition where id = ${editionId}`,
  )
  if (!desk) throw new Problem('not-found')
  return desk
}
