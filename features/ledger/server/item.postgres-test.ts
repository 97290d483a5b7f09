/** Several at once on a real PostgreSQL server: items are true whoever is quicker. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestServers, type TestServers, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addCampaign, addReport, addTask, addUnit, letters } from './ledger.fixture.ts'
import { differences } from './recount.fixture.ts'

let servers: TestServers
let campaign: string
const { city, sister } = testUnits
const db = (process: number) => servers.apps[process % 2]!.connection.db

beforeAll(async () => {
  servers = await openTestServers()
}, 120_000)
afterAll(() => servers?.close())
beforeEach(async () => {
  campaign = await addCampaign(servers.db)
})

test('reports of one task that are accepted at the same time are all counted', async () => {
  for (let round = 0; round < 10; round++) {
    const task = await addTask(servers.db, campaign, { kinds: ['city'], needed: 6 }, [{ due: '2026-12-31' }])
    const reports = await Promise.all(
      Array.from({ length: 6 }, () =>
        addReport(servers.db, { unitId: city, taskId: task, state: 'submitted' }),
      ),
    )
    await Promise.all(
      reports.map((id, at) =>
        db(at).execute(sql`update report set state = 'accepted', accepted_at = now() where id = ${id}`),
      ),
    )
    expect(await letters(servers.db, task, city)).toBe('d')
  }
})

test('many reports of several units accepted crosswise end, and none waits for ever', async () => {
  const task = await addTask(servers.db, campaign, { kinds: ['city'] }, [{ due: '2026-12-31' }])
  const ids: string[] = []
  for (let at = 0; at < 20; at++)
    ids.push(
      await addReport(servers.db, { unitId: at % 2 ? city : sister, taskId: task, state: 'submitted' }),
    )
  const half = (at: number) => sql`(select x::uuid from json_array_elements_text(
    ${JSON.stringify(ids.filter((_, place) => place % 4 === at || place % 4 === (at + 1) % 4))}::json) x)`
  for (let round = 0; round < 10; round++)
    await Promise.all(
      [0, 1, 2, 3].map(at =>
        db(at).transaction(async tx => {
          await tx.execute(sql`select 1 from report where id in ${half(at)} order by id for update`)
          await tx.execute(sql`update report set accepted_at = case when accepted_at is null then now() end,
            state = case when accepted_at is null then 'accepted' else 'submitted' end where id in ${half(at)}`)
        }),
      ),
    )
  expect(await differences(servers.db)).toEqual([])
})

test('a campaign that opens while units come, go and change kind binds those there are', async () => {
  for (let round = 0; round < 8; round++) {
    const draft = await addCampaign(servers.db, { state: 'draft' })
    await addTask(servers.db, draft, { kinds: ['county'] }, [{ due: '2026-12-31' }])
    const old = await addUnit(servers.db, { parentId: city })
    await Promise.all([
      db(0).execute(sql`update campaign set state = 'open' where id = ${draft}`),
      addUnit(db(1), { parentId: city }),
      addUnit(db(0), { parentId: sister, kind: 'county' }),
      db(1).execute(sql`update unit set kind = 'society' where id = ${old}`),
    ])
    expect(await differences(servers.db)).toEqual([])
  }
})

test('a task that asks for more while reports are accepted', async () => {
  for (let round = 0; round < 8; round++) {
    const task = await addTask(servers.db, campaign, { kinds: ['city'] }, [{ due: '2026-12-31' }])
    const id = await addReport(servers.db, { unitId: city, taskId: task, state: 'submitted' })
    await Promise.all([
      db(0).execute(sql`update task set needed = 2 where id = ${task}`),
      db(1).execute(sql`update report set state = 'accepted', accepted_at = now() where id = ${id}`),
      addReport(db(0), { unitId: city, taskId: task }),
    ])
    expect([await letters(servers.db, task, city), await differences(servers.db)]).toEqual(['d', []])
  }
})

test('what several servers see due is proved once, and a fact written meanwhile is not lost', async () => {
  const [issue] = await rowsOf<{ id: string }>(
    servers.db,
    sql`insert into issue (id, unit_id, scope_path, origin, articles, events, figures, headlines, distribution, search,
        created_at)
      values (gen_random_uuid(), ${city}, '', 'imported', 1, 0, 0, '[]', '[]', '', now()) returning id`,
  )
  await servers.db.execute(sql`with c as (insert into issue_column (id, issue_id, position)
      values (gen_random_uuid(), ${issue!.id}, 0) returning id)
    insert into article (id, column_id, position, kind, paragraphs)
      select gen_random_uuid(), id, 0, 'briefs', '[]' from c`)
  const task = await addTask(servers.db, campaign, { kinds: ['city'], needed: 12, importedWords: ['讲座'] }, [
    { due: '2026-12-31' },
  ])
  const addFact = (at: number) =>
    db(
      at,
    ).execute(sql`with e as (insert into event (id, issue_id, article_id, position, type, modality, act, text, day,
        assumed, scope_path, published)
      select gen_random_uuid(), ${issue!.id}, a.id, ${at}, 'talk', 'done', '', '讲座', '2026-03-01', false, '1/', false
      from article a join issue_column c on c.id = a.column_id where c.issue_id = ${issue!.id}
      returning id, article_id)
      insert into event_unit (event_id, position, article_id, name, surface, role, generic, unit_path, day, scope_path,
        published)
      select id, 0, article_id, '云岭市科协', '', 'host', false, '', '2026-03-01', '1/', false from e`)
  await Promise.all([
    ...Array.from({ length: 12 }, (_, at) => addFact(at)),
    ...servers.apps.map(app => app.ledger.proving.settle()),
  ])
  await Promise.all(servers.apps.map(app => app.ledger.proving.settle()))
  expect(await letters(servers.db, task, city)).toBe('d')
})
