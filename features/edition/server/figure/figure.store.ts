/** Figures of reports as numbers of a text may name them, and what is kept of those that do. */
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { FigureAttrs, FigureOp, FigureSource, FigureValue } from '../../contract/index.ts'
import type { FigureFact } from './figure.rules.ts'

/** Handed in and not taken back: what is still being written, or was returned, is nobody's number. */
export const handedIn = sql`r.state in ('submitted', 'accepted', 'adopted', 'kept')`

/** Of the caller's scope, and of no unit but the edition's own and those below it. */
export function ofDesk(scope: Scope, edition: { readonly unitId: string; readonly path: string }): SQL {
  const desk: Scope = { roots: [{ unitId: edition.unitId, path: edition.path }], content: scope.content }
  return sql`${within(scope, sql`r.scope_path`)} and ${within(desk, sql`r.scope_path`)}`
}

/** The name a campaign's pack gives the measure of a figure `f` of the report `r`; its key where it has none. */
export const measureName = sql`coalesce((select m ->> 'name' from campaign c,
  jsonb_array_elements(c.pack -> 'reporting' -> 'measures') m
  where c.id = r.campaign_id and m ->> 'id' = f.measure limit 1), f.measure)`

type Desk = { readonly unitId: string; readonly path: string }

export type NamedFact = FigureFact & {
  readonly title: string
  readonly unitName: string
  readonly day: string | null
  readonly of: string | null
  readonly measureName: string | null
  /** Whether its report is still handed in. */
  readonly standing: boolean
}

/** What reports say that numbers name: each of their figures, and each report at least once. */
export function readFacts(
  tx: Database,
  { scope }: { readonly scope: Scope },
  desk: Desk,
  figures: readonly Pick<FigureAttrs, 'sources'>[],
): Promise<NamedFact[]> {
  const ids = [...new Set(figures.flatMap(({ sources }) => sources.map(({ reportId }) => reportId)))]
  if (ids.length === 0) return Promise.resolve([])
  return rowsOf<NamedFact>(
    tx,
    sql`select r.id as "reportId", r.unit_id as "unitId", f.id as "figureId", f.measure, f.value::float8 as value,
        f.unit, f.qualifier, f.of, r.title, u.name as "unitName", r.start_day::text as day, ${handedIn} as standing,
        case when f.id is not null then ${measureName} end as "measureName"
      from report r join unit u on u.id = r.unit_id left join report_figure f on f.report_id = r.id
      where r.id = any (${`{${ids.join(',')}}`}::uuid[]) and ${ofDesk(scope, desk)}
      order by r.id, f.position, f.id`,
  )
}

export type KeptFigure = FigureValue & {
  readonly itemId: string
  readonly id: string
  readonly op: FigureOp
  readonly measure: string | null
  readonly shown: string
  readonly sources: (FigureSource & { readonly value: number | null; readonly qualifier: string | null })[]
}

/** What is kept of the numbers of an edition, or of one item of it, as they were reckoned. */
export function selectFigures(tx: Database, editionId: string, itemId?: string): Promise<KeptFigure[]> {
  const ofItem = itemId ? sql`and g.item_id = ${itemId}` : sql``
  return rowsOf<KeptFigure>(
    tx,
    sql`select g.item_id as "itemId", g.id, g.op, g.measure, g.unit, g.value::float8 as value, g.qualifier, g.shown,
        (select coalesce(json_agg(json_build_object('reportId', x.report_id, 'figureId', x.figure_id,
            'value', x.value::float8, 'qualifier', x.qualifier) order by x.position), '[]')
          from edition_figure_source x where x.item_id = g.item_id and x.ref_id = g.id) as sources
      from edition_figure g where g.edition_id = ${editionId} ${ofItem} order by g.item_id, g.id`,
  )
}
