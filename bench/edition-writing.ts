/** What writing costs: saving an item, recipients of an issue, and the triggers that note changed sources. */
import { randomUUID } from 'node:crypto'
import { enterScope } from '@jianbao/platform/access'
import { type Connection, type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { distribute } from '../features/edition/server/distribution/distribute.ts'
import { getEditionRow, touchEdition } from '../features/edition/server/edition.store.ts'
import { saveItem } from '../features/edition/server/item/change-items.ts'
import { readContent } from '../features/edition/server/item/item.store.ts'
import { quantile, type Seat } from './ask-often.ts'
import type { EditionLoad } from './edition-load.ts'
import { today } from './report-load.ts'
import { type BenchResult, rounded } from './result.ts'
import { undone } from './undone.ts'

const now = new Date(`${today}T01:00:00Z`)
/** The same database, and how many statements it was sent. */
function counting(tx: Database): { tx: Database; sofar(): number } {
  let count = 0
  const counted = new Proxy(tx, {
    get: (target, key) => {
      const held: unknown = Reflect.get(target, key)
      if (key !== 'execute' || typeof held !== 'function') return held
      return (...given: unknown[]) => {
        count++
        return held.apply(target, given)
      }
    },
  })
  return { tx: counted, sofar: () => count }
}

/** As the route of saving does it, but for the entry in the trail. */
export async function measureSaving(
  { figures, goals }: BenchResult,
  { db }: Connection,
  seat: Seat,
  { openId: id }: EditionLoad,
): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < 22; round++) {
    const started = performance.now()
    await db.transaction(async plain => {
      const { tx, sofar } = counting(plain)
      await enterScope(tx, { scope: seat.scope, personId: seat.person.id })
      const [row] = await rowsOf<{ id: string; version: number; doc: never }>(
        tx,
        sql`select id, version, doc from edition_item where edition_id = ${id} order by position limit 1`,
      )
      const before = sofar()
      const { id: itemId, ...item } = row!
      const words = {
        kind: 'article',
        headline: '标题',
        subtitle: '',
        contributor: '',
        withheld: false,
      } as const
      await saveItem(tx, seat, { id, itemId, text: { ...item, ...words }, now, today }, {})
      const edition = await getEditionRow(tx, seat, id, today)
      await touchEdition(
        tx,
        id,
        edition.columns.map(({ key }) => key),
        seat.person,
        now,
      )
      await readContent(tx, edition)
      figures['saveItem.statements'] = sofar() - before
    })
    if (round > 1) times.push(performance.now() - started)
  }
  figures['saveItem.p95Ms'] = quantile(times, 0.95)
  goals['saveItem.p95Ms'] = 100
  console.error(`saveItem: p95 ${quantile(times, 0.95)} ms, ${figures['saveItem.statements']} statements`)
}

/** An issue whose list names as many units as there are, each with two people to tell; undone again. */
export async function measureDistributing(
  { figures, goals }: BenchResult,
  { db }: Connection,
  { signedId }: EditionLoad,
): Promise<void> {
  const ms = await undone(db, async plain => {
    const { tx, sofar } = counting(plain)
    await tx.execute(sql`insert into membership (id, person_id, unit_id, scope_path, role, granted_at)
      select gen_random_uuid(), p.id, u.id, u.path, role, now()
      from (select id, path, row_number() over (order by path) as no from unit) u
        cross join lateral (values ('reporter', 0), ('unit-lead', 1)) r(role, at)
        join (select id, row_number() over (order by id) as no from person where state = 'active') p
          on p.no = (u.no * 2 + r.at) % (select count(*) from person where state = 'active') + 1
      on conflict do nothing`)
    await tx.execute(sql`update series s set distribution = jsonb_build_array(jsonb_build_object('to', '发', 'recipients',
        (select jsonb_agg(jsonb_build_object('name', name, 'unitId', id, 'email', null)) from (select * from unit limit 5000) u)))
      from edition e where e.id = ${signedId} and s.id = e.series_id`)
    await tx.execute(sql`insert into issue (id, unit_id, scope_path, origin, series, issue_no, date, articles, events, figures,
        headlines, distribution, search, created_at, files)
      select id, unit_id, '', 'composed', '基准', issue_no, ${today}::date, 0, 0, 0, '[]', '[]', '', now(), '{"pdf":"x"}'
      from edition where id = ${signedId}`)
    const before = sofar()
    const started = performance.now()
    await distribute(tx, { id: signedId }, now)
    const took = performance.now() - started
    figures['distribute.statements'] = sofar() - before
    const [told] = await rowsOf<{ notices: number; deliveries: number }>(
      tx,
      sql`select (select count(*) from notice where link = ${`/received?edition=${signedId}`})::int as notices,
        (select count(*) from delivery where edition_id = ${signedId})::int as deliveries`,
    )
    figures['distribute.notices'] = told!.notices
    figures['distribute.deliveries'] = told!.deliveries
    return took
  })
  figures['distribute.ms'] = rounded(ms, 0)
  goals['distribute.statements'] = 12
  console.error(
    `distribute: ${rounded(ms, 0)} ms, ${figures['distribute.statements']} statements, ${figures['distribute.notices']} notices`,
  )
}

type Plan = { 'Execution Time': number; Triggers?: { 'Trigger Name': string; Time: number }[] }
/** Triggers of this room on tables of the room of reports. */
const ours = /^(report_figure_notes|adoption_notes|report_notes)/

/** How much of the time of the statements of a deed goes to triggers that note changed sources. */
export async function measureTriggers({ figures, goals }: BenchResult, { db }: Connection): Promise<void> {
  const reports = await rowsOf<{ id: string; adoption: string | null; figure: string | null }>(
    db,
    sql`(select r.id, null as adoption, null as figure from report r where r.state = 'kept' order by r.id limit 100)
      union all (select s.report_id, s.adoption_id, f.id from edition_source s
        join report_figure f on f.report_id = s.report_id order by s.report_id limit 100)`,
  )
  const [free, used] = [reports.filter(row => !row.adoption), reports.filter(row => row.adoption)]
  const deeds: Record<string, [typeof reports, (row: (typeof reports)[number]) => SQL[]]> = {
    // Saving replaces the figures, signing moves the state on.
    handIn: [
      free,
      ({ id }) => [
        sql`insert into report (id, unit_id, scope_path, campaign_id, title, body, state, created_by, created_name, edited_name,
            created_at, updated_at) select ${randomUUID()}::uuid, unit_id, '', campaign_id, title, body, 'draft', 'x', 'x', 'x', now(), now()
          from report where id = ${id}`,
        sql`insert into report_figure (id, report_id, position, measure, value, unit, qualifier)
          values (gen_random_uuid(), ${id}, 0, 'people', 12, '人', 'exact'), (gen_random_uuid(), ${id}, 1, 'people', 13, '人', 'exact')`,
        sql`update report set state = 'submitted', version = version + 1, sent_at = now() where id = ${id}`,
        sql`update report set version = version + 1 where id = ${id}`,
      ],
    ],
    correct: [
      used,
      ({ id, figure }) => [
        sql`update report_figure set value = value + 5 where report_id = ${id} and id = ${figure}`,
        sql`update report set version = version + 1 where id = ${id}`,
      ],
    ],
    revoke: [
      used,
      ({ id, adoption }) => [
        sql`update adoption set revoked_at = now() where id = ${adoption}`,
        sql`update report set state = 'accepted', version = version + 1 where id = ${id}`,
      ],
    ],
  }
  for (const [name, [rows, statements]] of Object.entries(deeds)) {
    const [all, own] = await undone(db, async tx => {
      let [all, own] = [0, 0]
      for (const [nth, row] of rows.entries())
        for (const statement of statements(row)) {
          const [answer] = await rowsOf<{ 'QUERY PLAN': [Plan] }>(
            tx,
            sql`explain (analyze, format json) ${statement}`,
          )
          // What is asked for the first time on a connection is planned and compiled there.
          if (nth < 10) continue
          const plan = answer!['QUERY PLAN'][0]
          all += plan['Execution Time']
          for (const trigger of plan.Triggers ?? [])
            if (ours.test(trigger['Trigger Name'])) own += trigger.Time
        }
      return [all, own]
    })
    figures[`${name}.databaseMs`] = rounded(all / (rows.length - 10), 3)
    figures[`${name}.noteTriggersMs`] = rounded(own / (rows.length - 10), 3)
    figures[`${name}.noteTriggersPercent`] = rounded((100 * own) / all, 1)
    console.error(
      `${name}: ${rounded(all / 90, 3)} ms in the database, of it ${rounded((100 * own) / all, 1)} % to note changes`,
    )
  }
  goals['handIn.noteTriggersPercent'] = 5
}
