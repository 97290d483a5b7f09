/** What an issue tells of, from the reports it was made of: for the search and the timeline of the archive. */
import type { RecordedEvent } from '@jianbao/archive/server'
import type { PackReporting } from '@jianbao/campaign/contract'
import { getReporting } from '@jianbao/campaign/server'
import { activityTypes, figureMeasures } from '@jianbao/intake/contract'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { OrderedItem } from './freeze-order.ts'

type ReportFacts = {
  readonly id: string
  readonly title: string
  readonly unitName: string
  readonly campaignId: string | null
  readonly type: string | null
  readonly startDay: string | null
  readonly endDay: string | null
  readonly place: string | null
  readonly partners: { readonly name: string; readonly role: string }[]
  readonly figures: {
    readonly measure: string
    readonly value: string
    readonly unit: string
    readonly qualifier: string
    readonly of: string | null
    readonly surface: string | null
  }[]
}

/** Events by item: one for each report that stands behind it. */
export async function readFacts(
  tx: Database,
  items: readonly OrderedItem[],
): Promise<Map<string, RecordedEvent[]>> {
  const ids = [...new Set(items.flatMap(({ sources }) => sources.map(({ reportId }) => reportId)))]
  const reports = new Map((await selectReports(tx, ids)).map(report => [report.id, report]))
  const packs = new Map<string, PackReporting | null>()
  for (const { campaignId } of reports.values())
    if (campaignId !== null && !packs.has(campaignId))
      packs.set(campaignId, await getReporting(tx, campaignId))
  return new Map(
    items.map(item => [
      item.id,
      item.sources.flatMap(({ reportId }) => {
        const report = reports.get(reportId)
        return report ? [eventOf(report, item, packs.get(report.campaignId ?? '') ?? null)] : []
      }),
    ]),
  )
}

function selectReports(tx: Database, ids: readonly string[]): Promise<ReportFacts[]> {
  if (!ids.length) return Promise.resolve([])
  return rowsOf<ReportFacts>(
    tx,
    sql`select r.id, r.title, u.name as "unitName", r.campaign_id as "campaignId", r.type,
        r.start_day::text as "startDay", r.end_day::text as "endDay", r.place, r.partners,
        coalesce((select jsonb_agg(jsonb_build_object('measure', f.measure, 'value', f.value::text, 'unit', f.unit,
          'qualifier', f.qualifier, 'of', f.of, 'surface', f.surface) order by f.position)
          from report_figure f where f.report_id = r.id), '[]') as figures
      from report r join unit u on u.id = r.unit_id where r.id in ${[...ids]}`,
  )
}

function eventOf(report: ReportFacts, item: OrderedItem, pack: PackReporting | null): RecordedEvent {
  const { title, unitName, startDay, endDay, place, partners, figures } = report
  const reads = pack?.types.find(({ id }) => id === report.type)?.reads ?? []
  const type = activityTypes.find(each => reads.includes(each)) ?? 'other'
  const paragraphs = item.paragraphs.length ? item.paragraphs : [title]
  const text = paragraphs.find(each => each.includes(unitName)) ?? paragraphs[0]!
  const unit = (name: string, role: string) => ({ name, surface: name, role, generic: false })
  const units = [unit(unitName, 'host'), ...partners.map(({ name, role }) => unit(name, role))]
  return {
    ...{ type, modality: 'done', act: title, text },
    units: units as RecordedEvent['units'],
    dates: startDay === null ? [] : [{ role: 'when', surface: '', start: startDay, end: endDay ?? startDay }],
    places: place ? [{ name: place, surface: place, kind: 'site' }] : [],
    figures: figures.flatMap(({ measure, value, unit: counted, qualifier, of, surface }) => {
      // What the issue does not print in this text is no figure of the issue: every one leads to its words.
      const printed = [surface, `${Number(value)}${counted}`].find(words => words && text.includes(words))
      if (!printed) return []
      return [
        {
          measure: figureMeasures.find(each => each === readsOf(pack, measure)) ?? 'items',
          value: Number(value),
          unit: counted,
          qualifier: qualifier as RecordedEvent['figures'][number]['qualifier'],
          surface: printed,
          of,
        },
      ]
    }),
  }
}

const readsOf = (pack: PackReporting | null, measure: string): string | undefined =>
  pack?.measures.find(({ id }) => id === measure)?.reads
