import { currentCampaigns, getReporting } from '@jianbao/campaign/server'
import { type Database, type SQL, sql } from '@jianbao/platform/db'
import type { SeriesChoices, SeriesPage, SeriesQuery } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { countSeries, selectSeries } from './series.store.ts'
import { readHolders, viewSeriesSummary } from './series.view.ts'

/** Series of the caller's units, those in use first, one page. */
export async function listSeries(
  tx: Database,
  viewer: Viewer,
  query: SeriesQuery,
  today: string,
): Promise<SeriesPage> {
  const { page = 1, pageSize = 20, state } = query
  const words = filter(query)
  const counts = await countSeries(tx, viewer, words)
  const rows = await selectSeries(
    tx,
    viewer,
    today,
    state ? sql`${words} and s.state = ${state}` : words,
    sql`order by s.state, length(s.scope_path), s.scope_path, s.created_at, s.id
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const shown = rows.map(row => viewSeriesSummary(row, viewer.person))
  return { rows: shown, total: counts[state ?? 'all'], page, pageSize, counts }
}

function filter({ q }: SeriesQuery): SQL {
  const all: SQL[] = [sql`true`]
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(sql`(s.name ilike ${like} or s.publisher ilike ${like} or u.name ilike ${like})`)
  }
  return sql.join(all, sql` and `)
}

/** Units the caller may open a series for, with who would sign there, and campaigns with their columns. */
export async function listSeriesChoices(tx: Database, { person }: Viewer): Promise<SeriesChoices> {
  const edited = new Map<string, string>()
  for (const { role, unitId, unitName } of person.posts) if (role === 'editor') edited.set(unitId, unitName)
  const units = []
  for (const [id, name] of edited) units.push({ id, name, holders: await readHolders(tx, id) })
  const campaigns = []
  for (const { id, name } of await currentCampaigns(tx)) {
    const reporting = await getReporting(tx, id)
    campaigns.push({ id, name, columns: (reporting?.columns ?? []).map(({ id, name }) => ({ id, name })) })
  }
  return { units, campaigns }
}
