/** Issues in the making and issued ones, with sources, figures, source changes, deliveries and cases, in a federation with reports. */
import { randomUUID } from 'node:crypto'
import { rootUnitId } from '@jianbao/organisation/server'
import { type Connection, type Database, rowsOf, sql } from '@jianbao/platform/db'
import { indexOf } from '../features/casebook/server/case.words.ts'
import { type SeriesDraft, usualSettings } from '../features/edition/contract/index.ts'
import type { ReportLoad } from './report-load.ts'
import { openCorpus } from './search-corpus.ts'

export type EditionSize = {
  readonly adoptions: number
  readonly unprinted: number
  readonly editions: number
  readonly itemsEach: number
  readonly recipients: number
  readonly deliveries: number
  readonly cases: number
}
export const fullSize: EditionSize = {
  adoptions: 100_000,
  unprinted: 20_000,
  editions: 2000,
  itemsEach: 30,
  recipients: 5000,
  deliveries: 50_000,
  cases: 5000,
}
export const quickSize: EditionSize = {
  adoptions: 10_000,
  unprinted: 2000,
  editions: 200,
  itemsEach: 30,
  recipients: 5000,
  deliveries: 10_000,
  cases: 500,
}

export type EditionLoad = {
  /** In the making at the top, with forty items. */
  readonly openId: string
  /** Issued at the top, delivered to as many units as there are recipients. */
  readonly issuedId: string
  /** Signed at the top, its issue recorded, not distributed yet. */
  readonly signedId: string
}

const columns: SeriesDraft['columns'] = [
  { key: 'news', name: '动态', rule: 'articles', min: null, max: null },
  { key: 'briefs', name: '短波', rule: 'briefs', min: null, max: null },
]
const chain: SeriesDraft['chain'] = [{ key: 'sign', name: '签发', role: 'signatory', edits: false }]
const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
const at = sql`timestamptz '2026-11-20 08:00+08'`

/** Half of the series are the top's, the others those of cities. */
export async function loadEditions(
  connection: Connection,
  { units, campaignId }: ReportLoad,
  size: EditionSize,
): Promise<EditionLoad> {
  const { db } = connection
  await loadAdoptions(db, size)
  await loadSeries(db, units, campaignId, size)
  await loadTexts(db, size)
  const [ids] = await rowsOf<EditionLoad>(
    db,
    sql`select (select id from edition where nth = 0) as "openId", (select id from edition where nth = ${size.editions} - 2)
      as "issuedId", (select id from edition where nth = ${size.editions} - 4) as "signedId"`,
  )
  await loadChanges(db)
  await loadDeliveries(db, ids!, size)
  await loadCases(db, units, size.cases)
  await db.execute(sql`alter table edition drop column nth`)
  await db.execute(sql`drop table bench_adoption`)
  await db.execute(sql`vacuum analyze`)
  return ids!
}

/** Of reports that were adopted at the top; those adopted last were not printed. */
async function loadAdoptions(db: Database, { adoptions, unprinted }: EditionSize): Promise<void> {
  await db.execute(sql`create table bench_adoption as
    select r.id as report_id, gen_random_uuid() as id, gen_random_uuid() as figure_id,
      row_number() over (order by r.updated_at desc, r.id) - 1 as nth
    from report r where r.state = 'adopted' and r.desk_id = ${rootUnitId} order by r.updated_at desc, r.id limit ${adoptions}`)
  await db.execute(sql`create index bench_adoption_nth on bench_adoption (nth)`)
  await db.execute(sql`alter table report_figure disable trigger user`)
  await db.execute(sql`insert into report_figure (id, report_id, position, measure, value, unit, qualifier)
    select figure_id, report_id, 0, 'people', 100 + nth % 900, '人', 'exact' from bench_adoption`)
  await db.execute(sql`alter table report_figure enable trigger user`)
  await db.execute(sql`insert into adoption (id, report_id, unit_id, column_key, title, body, issue_name, by_id, by_name, at)
    select b.id, b.report_id, ${rootUnitId}, case when nth % 3 = 0 then 'briefs' else 'news' end, r.title, r.body,
      case when nth < ${unprinted} then null else '基准简报第' || nth / 40 || '期' end, 'e', '编辑', r.updated_at
    from bench_adoption b join report r on r.id = b.report_id`)
}

async function loadSeries(
  db: Database,
  units: ReportLoad['units'],
  campaignId: string,
  { editions }: EditionSize,
): Promise<void> {
  const cities = units.filter(unit => unit.kind === 'city').slice(0, 8)
  const ids: string[] = []
  for (let nth = 0; nth < 16; nth++) {
    const id = randomUUID()
    ids.push(id)
    await db.execute(sql`insert into series (id, unit_id, scope_path, name, layout, publisher, campaign_id, columns,
        distribution, chain, settings, updated_name, created_at, updated_at)
      values (${id}, ${nth % 2 ? cities[(nth - 1) / 2]!.id : rootUnitId}, '', ${`基准简报${nth}`}, 'bulletin', '编辑部',
        ${campaignId}, ${json(columns)}, '[]', ${json(chain)}, ${json(usualSettings)}, '编辑', ${at}, ${at})`)
  }
  await db.execute(sql`alter table edition add column nth integer`)
  // The first hundred are in the making.
  await db.execute(sql`insert into edition (id, nth, series_id, unit_id, scope_path, state, number_year, issue_no, items, title,
      signed_by, signed_name, signed_at, issued_at, created_by, created_name, edited_name, created_at, updated_at)
    select gen_random_uuid(), n, s.id, s.unit_id, '', case when n < 100 then 'drafting' else 'issued' end,
      case when n >= 100 then 2026 end, case when n >= 100 then n end, 30, '第' || n || '次主题活动', 's', '签发人',
      case when n >= 100 then ${at} - n * interval '1 hour' end, case when n >= 100 then ${at} - n * interval '1 hour' end,
      'e', '编辑', '编辑', ${at} - n * interval '1 hour', ${at} - n * interval '1 hour'
    from generate_series(0, ${editions - 1}::int) n join unnest(${`{${ids.join(',')}}`}::uuid[]) with ordinality as k(id, no)
      on k.no = n % 16 + 1 join series s on s.id = k.id`)
}

/** Items of one source and one number each; those of the open ones were made of the newest adoptions. */
async function loadTexts(db: Database, { itemsEach, unprinted }: EditionSize): Promise<void> {
  const words = '组织志愿者到社区开展科普服务，群众参加活动并领取资料。'
  await db.execute(sql`create table bench_item as
    select gen_random_uuid() as id, gen_random_uuid() as ref_id, e.id as edition_id, e.nth, p.n as position,
      b.id as adoption_id, b.report_id, b.figure_id
    from edition e cross join lateral generate_series(0, case when e.nth = 0 then 39 else ${itemsEach - 1}::int end) as p(n)
      join bench_adoption b on b.nth = case when e.nth < 100 then e.nth * 50 + p.n
        else ${unprinted} + (e.nth * ${itemsEach} + p.n) % (select count(*) - ${unprinted} from bench_adoption) end`)
  await db.execute(sql`insert into edition_item (id, edition_id, column_key, position, kind, headline, contributor, doc,
      edited_by, edited_name, edited_at)
    select i.id, i.edition_id, case when i.position % 3 = 0 then 'briefs' else 'news' end, i.position, 'article',
      '第' || i.nth || '期第' || i.position || '篇', '供稿单位', jsonb_build_object('type', 'doc', 'content', jsonb_build_array(
        jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(
          jsonb_build_object('type', 'text', 'text', repeat(${words}, 12)),
          jsonb_build_object('type', 'figure', 'attrs', jsonb_build_object('id', i.ref_id, 'op', 'one', 'measure', 'people',
            'shown', f.value || '人', 'sources', jsonb_build_array(
              jsonb_build_object('reportId', i.report_id, 'figureId', i.figure_id)))))),
        jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(
          jsonb_build_object('type', 'text', 'text', repeat(${words}, 12)))))),
      'e', '编辑', ${at}
    from bench_item i join report_figure f on f.report_id = i.report_id and f.id = i.figure_id`)
  await db.execute(sql`insert into edition_source (edition_id, item_id, report_id, adoption_id, position, unit_name, title,
      taken_at)
    select i.edition_id, i.id, i.report_id, i.adoption_id, 0, u.name, r.title, ${at}
    from bench_item i join report r on r.id = i.report_id join unit u on u.id = r.unit_id`)
  await db.execute(sql`insert into edition_figure (edition_id, item_id, id, op, measure, unit, value, qualifier, shown)
    select i.edition_id, i.id, i.ref_id, 'one', 'people', '人', f.value, 'exact', f.value || '人'
    from bench_item i join report_figure f on f.report_id = i.report_id and f.id = i.figure_id`)
  await db.execute(sql`insert into edition_figure_source (edition_id, item_id, ref_id, position, report_id, figure_id, value,
      qualifier)
    select i.edition_id, i.id, i.ref_id, 0, i.report_id, i.figure_id, f.value, 'exact'
    from bench_item i join report_figure f on f.report_id = i.report_id and f.id = i.figure_id`)
  await db.execute(sql`insert into edition_step (edition_id, seq, action, state, round, by_id, by_name, at)
    select e.id, n, 'send', 'signing', n, 'e', '编辑', ${at} from edition e cross join generate_series(1, 4) n`)
}

/** One item in twenty: a third of them settled, a third with a number that was put right, a third the same again. */
async function loadChanges(db: Database): Promise<void> {
  await db.execute(sql`create table bench_change as
    select *, row_number() over (order by nth, position) as no from bench_item where (nth + position) % 20 = 0`)
  await db.execute(sql`alter table report_figure disable trigger user`)
  await db.execute(sql`update report_figure f set value = value + 1 from bench_change c
    where c.no % 3 = 1 and f.report_id = c.report_id and f.id = c.figure_id`)
  await db.execute(sql`alter table report_figure enable trigger user`)
  await db.execute(sql`insert into source_change (edition_id, item_id, report_id, at, state, settled_name, settled_reason)
    select edition_id, id, report_id, ${at} + no * interval '1 second',
      case when no % 3 = 0 then 'dismissed' else 'open' end, case when no % 3 = 0 then '编辑' end,
      case when no % 3 = 0 then '不影响正文' end from bench_change`)
  await db.execute(sql`drop table bench_change`)
  await db.execute(sql`drop table bench_item`)
}

/** One issue to everybody, the newest others to a thousand units each; two in three were opened, half acknowledged. */
async function loadDeliveries(
  db: Database,
  { issuedId }: EditionLoad,
  { recipients, deliveries }: EditionSize,
): Promise<void> {
  const each = 1000
  await db.execute(sql`insert into delivery (id, edition_id, unit_id, scope_path, position, kind, name, recipient_id, way,
      issue_name, title, issuer, files, issued_at, created_at)
    select gen_random_uuid(), e.id, e.unit_id, '', u.no, case u.no % 3 when 0 then '报' when 1 then '送' else '发' end, u.name, u.id,
      'app', '基准简报第' || e.issue_no || '期', e.title, '编辑部', '{"pdf":"x"}', e.issued_at, e.issued_at
    from (select id, unit_id, issue_no, title, issued_at, row_number() over (order by issued_at desc) as nth from edition
        where state = 'issued' and id <> ${issuedId}
        union all select id, unit_id, issue_no, title, issued_at, 0 from edition where id = ${issuedId}) e
      join (select id, name, row_number() over (order by path) as no from unit) u
        on u.no <= case when e.nth = 0 then ${recipients}::int else ${each}::int end
    where e.nth <= ${(deliveries - recipients) / each}::int`)
  await db.execute(sql`insert into delivery_receipt (delivery_id, kind, person_id, name, at)
    select d.id, 'opened', 'p' || n, null, ${at} from delivery d cross join generate_series(1, 2) n where d.position % 3 <> 0
    union all select d.id, 'acknowledged', 'p1', '信息员', ${at} from delivery d where d.position % 2 = 0`)
}

async function loadCases(db: Database, units: ReportLoad['units'], count: number): Promise<void> {
  const corpus = openCorpus(5)
  for (let from = 0; from < count; from += 250) {
    const rows = Array.from({ length: Math.min(250, count - from) }, (_, nth) => {
      const [one, two] = corpus.reading(from + nth).columns[0]!.articles
      const words = {
        title: one!.headline!,
        why: one!.paragraphs.join('\n'),
        how: two!.paragraphs.join('\n'),
        tags: ['科普'],
      }
      const source = { sourceTitle: words.title, sourceUnit: '老城区科协' }
      return {
        ...words,
        ...indexOf({ ...words, ...source }),
        unit: nth % 2 ? units[(from + nth) % units.length]!.id : rootUnitId,
        state: nth % 5 === 0 ? 'draft' : nth % 2 ? 'public' : 'approved',
      }
    })
    await db.execute(sql`insert into casebook_case (id, unit_id, scope_path, source_kind, source_title, source_unit, title, why, how,
        tags, state, search, pairs, marked_by, marked_name, marked_at, updated_at, published_at)
      select gen_random_uuid(), unit, '', 'report', title, '老城区科协', title, why, how, array['科普'], state, search,
        pairs::integer[], 'e', '编辑', ${at}, ${at}, case when state = 'public' then ${at} end
      from jsonb_to_recordset(${json(rows)}) as given(unit uuid, title text, why text, how text, state text, search text,
        pairs text)`)
  }
}
