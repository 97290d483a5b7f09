/** The facts of adopted reports that briefs are made of. */
import type { PackReporting } from '@jianbao/campaign/contract'
import { getReporting } from '@jianbao/campaign/server'
import { Problem } from '@jianbao/errors'
import { readUnitNames, type UnitNameList } from '@jianbao/organisation/server'
import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { EditionRow, Viewer } from '../edition.store.ts'
import type { BriefFigure, BriefReport } from './brief.types.ts'

type Row = {
  readonly adoptionId: string
  readonly compositeId: string | null
  readonly reportId: string
  readonly campaignId: string | null
  readonly unitId: string
  readonly path: string
  readonly unitName: string
  readonly type: string | null
  readonly title: string
  readonly body: string
  readonly startDay: string | null
  readonly endDay: string | null
  readonly place: string | null
  readonly partners: { readonly name: string; readonly role: string }[]
  readonly figures: Omit<BriefFigure, 'reads'>[]
}
/** With what is shown beside the brief. */
export type AdoptedReport = BriefReport & {
  readonly adoptionId: string
  readonly compositeId: string | null
  readonly fullName: string
}

/** In the order they were asked for. Throws `adoption-unknown` for one that is not the edition's desk's. */
export async function readBriefReports(
  tx: Database,
  { scope }: Viewer,
  { unitId }: EditionRow,
  adoptionIds: readonly string[],
): Promise<AdoptedReport[]> {
  const wanted = `{${adoptionIds.join(',')}}`
  // What several reports were adopted as together is worded for all: of each only its own words are facts.
  const rows = await rowsOf<Row>(
    tx,
    sql`select a.id as "adoptionId", a.composite_id as "compositeId", r.id as "reportId", r.campaign_id as "campaignId",
        r.unit_id as "unitId", r.scope_path as path, u.name as "unitName", r.type,
        case when a.composite_id is null then a.title else r.title end as title,
        case when a.composite_id is null then a.body else r.body end as body,
        r.start_day::text as "startDay", r.end_day::text as "endDay", r.place, r.partners,
        coalesce((select json_agg(json_build_object('id', f.id, 'measure', f.measure, 'value', f.value::float8,
            'unit', f.unit, 'qualifier', f.qualifier, 'of', f.of, 'surface', f.surface) order by f.position, f.id)
          from report_figure f where f.report_id = r.id), '[]') as figures
      from adoption a join report r on r.id = a.report_id join unit u on u.id = r.unit_id
      where (a.id = any (${wanted}::uuid[]) or a.composite_id in
          (select b.composite_id from adoption b where b.id = any (${wanted}::uuid[]) and b.composite_id is not null))
        and a.unit_id = ${unitId} and a.revoked_at is null and ${within(scope, sql`r.scope_path`)}
      order by array_position(${wanted}::uuid[], a.id), a.at, a.id`,
  )
  const lacking = adoptionIds.some(id => !rows.some(row => row.adoptionId === id.toLowerCase()))
  if (lacking) throw new Problem('adoption-unknown')
  const campaigns = new Map<string, PackReporting | null>()
  for (const { campaignId } of rows)
    if (campaignId && !campaigns.has(campaignId))
      campaigns.set(campaignId, await getReporting(tx, campaignId))
  const names = await readUnitNames(tx)
  return rows.map(row => reportOf(row, campaigns.get(row.campaignId ?? '') ?? null, names))
}

function reportOf(row: Row, reporting: PackReporting | null, names: UnitNameList): AdoptedReport {
  const unit = names.units.find(({ path }) => path === row.path)
  const all = [row.unitName, ...(unit?.shortNames ?? []), ...(unit?.formerNames ?? [])]
  const { adoptionId, compositeId, reportId, unitId, title, body, startDay, endDay, place, partners } = row
  return {
    ...{ adoptionId, compositeId, reportId, unitId, title, body, startDay, endDay, place, partners },
    fullName: row.unitName,
    unitName: shortNameOf(row.path, row.unitName, names),
    unitNames: all,
    typeName: reporting?.types.find(({ id }) => id === row.type)?.name ?? null,
    figures: row.figures.map(figure => ({
      ...figure,
      reads: reporting?.measures.find(({ id }) => id === figure.measure)?.reads ?? null,
    })),
  }
}

/** Shorter than this a name says nothing to who does not know the unit; 新乡科协 for 新乡市科协 gains nothing. */
const shortest = 4
const leastGain = 2

/** The first short name of the register that no other unit bears; else the name itself. */
function shortNameOf(path: string, name: string, { units }: UnitNameList): string {
  const own = units.find(unit => unit.path === path)
  const others = units.filter(unit => unit.path !== path)
  const borne = (short: string): boolean =>
    others.some(unit => unit.name === short || unit.shortNames.includes(short))
  return (
    own?.shortNames.find(
      short => short.length >= shortest && short.length <= name.length - leastGain && !borne(short),
    ) ?? name
  )
}
