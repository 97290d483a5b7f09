/** A pack makes a campaign, renews it, and never takes away what was reported. */

import { wholeScope } from '@jianbao/organisation/server'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Pack } from '../../contract/index.ts'
import { filesOf, packOf, smallFiles } from '../pack/pack.fixture.ts'
import { readPack } from '../pack/read-pack.ts'
import { checkUnits } from './check-units.ts'
import { loadPack } from './load-pack.ts'
import { lockOf } from './lock-of.ts'
import { currentCampaigns, getReporting, listTasks } from './read-plan.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const { root, city, county, sister } = testUnits
const now = new Date('2026-02-10T02:00:00Z')
const load = (pack: Pack, more: object = {}) =>
  app.connection.db.transaction(tx =>
    loadPack(tx, wholeScope, { unitId: root, pack, now, state: 'open', ...more }),
  )
const rows = (query: ReturnType<typeof sql>) => rowsOf(app.connection.db, query)
const named = (id: string, change: (text: string) => string = text => text): Pack =>
  packOf({
    'campaign.yaml': smallFiles['campaign.yaml'].replace('study-2026', id),
    'tasks.yaml': change(smallFiles['tasks.yaml']),
  })

test('tasks bind units by kind and by name, in their periods; the same pack once more changes nothing', async () => {
  const { campaignId, fresh, changes } = await load(named('first'))
  expect([
    fresh,
    changes.filter(({ part }) => part === 'task').map(({ change, name }) => [change, name]),
  ]).toEqual([
    true,
    [
      ['new', '每月一学'],
      ['new', '动员会'],
    ],
  ])
  const tasksOf = async (unit: string) =>
    (await listTasks(app.connection.db, unit, '2026-02-10', campaignId)).map(({ key, periods }) => [
      key,
      periods.map(({ no, state }) => `${no} ${state}`),
    ])
  const monthly = ['monthly', ['202601 late', '202602 open', '202603 coming']]
  expect(await tasksOf(city)).toEqual([monthly])
  expect(await tasksOf(county)).toEqual([monthly])
  expect(await tasksOf(sister)).toEqual([monthly, ['once', ['1 open']]])
  expect(await tasksOf(root)).toEqual([])
  const everything = () =>
    rows(sql`select row_to_json(c)::text || coalesce((select json_agg(row_to_json(t) order by t.id)::text from task t
      where t.campaign_id = c.id), '') || coalesce((select json_agg(row_to_json(p) order by p.task_id, p.no)::text
      from task_period p join task t on t.id = p.task_id where t.campaign_id = c.id), '') as text
      from campaign c where c.id = ${campaignId}`)
  const before = await everything()
  const again = await load(named('first'), { now: new Date('2026-05-01T00:00:00Z') })
  expect(again).toMatchObject({ campaignId, fresh: false, changes: [], version: 0 })
  expect(await everything()).toEqual(before)
  expect((await currentCampaigns(app.connection.db)).map(({ id }) => id)).toContain(campaignId)
  expect((await getReporting(app.connection.db, campaignId))?.columns).toEqual([
    { id: 'news', name: '工作动态' },
  ])
})

test('what reports stand under stays: the task as dropped, the period as it was; loaded again it is back', async () => {
  const { campaignId } = await load(named('second'))
  const [task] = await rows(sql`select id from task where campaign_id = ${campaignId} and key = 'monthly'`)
  // Another room's table, as that of reports is one.
  await app.connection.db.execute(sql`create table standing (task_id uuid, no integer,
    foreign key (task_id, no) references task_period (task_id, no))`)
  await app.connection.db.execute(sql`insert into standing values (${task!['id']}, 202601)`)
  const later = named('second', text => text.replace('from: 2026-01,', 'from: 2026-02,'))
  expect((await load(later)).changes).toMatchObject([
    { part: 'task', change: 'changed', fields: ['deadline'] },
  ])
  const periods = () => rows(sql`select no from task_period where task_id = ${task!['id']} order by no`)
  expect(await periods(), 'one has a report').toEqual([{ no: 202601 }, { no: 202602 }, { no: 202603 }])
  const shorter = named('second', text => text.replace('to: 2026-03,', 'to: 2026-02,'))
  await load(shorter)
  expect(await periods(), 'the other had none').toEqual([{ no: 202601 }, { no: 202602 }])
  const without = named('second', text => `tasks:\n${text.slice(text.indexOf('  - id: once'))}`)
  expect((await load(without)).changes).toMatchObject([{ part: 'task', key: 'monthly', change: 'dropped' }])
  const dropped = () => rows(sql`select dropped from task where id = ${task!['id']}`)
  expect(await dropped()).toEqual([{ dropped: true }])
  expect(await listTasks(app.connection.db, city, '2026-02-10', campaignId)).toEqual([])
  await load(named('second'))
  expect(await dropped()).toEqual([{ dropped: false }])
})

test('somebody who looked at an older plan changes nothing; one that is closed is not loaded', async () => {
  const { campaignId } = await load(named('third'))
  await expect(load(named('third'), { expected: 3 })).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await expect(load(named('third'), { expected: null })).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await app.connection.db.execute(sql`update campaign set state = 'closed' where id = ${campaignId}`)
  await expect(load(named('third'))).rejects.toMatchObject({ code: 'campaign-closed' })
})

test('a group names units below the campaign’s own; others are told with their line', async () => {
  const reading = readPack({ files: filesOf(smallFiles), problems: [] })
  if (!reading.pack) throw new Error('the small pack is good')
  expect(await checkUnits(app.connection.db, wholeScope, root, reading)).toEqual([])
  expect(await checkUnits(app.connection.db, wholeScope, city, reading)).toMatchObject([
    {
      code: 'unit-unknown',
      file: 'campaign.yaml',
      line: 10,
      details: { value: '990200', unit: '云岭市科协' },
    },
  ])
})

test('a unit that joins a group later is bound when the same pack is loaded again', async () => {
  const { campaignId } = await load(named('fourth'))
  const bound = () =>
    rows(sql`select unit_ids::text[] as ids from task where campaign_id = ${campaignId} and key = 'once'`)
  expect(await bound()).toEqual([{ ids: [sister] }])
  await app.connection.db.execute(sql`update unit set code = '990299' where id = ${sister}`)
  await app.connection.db.execute(sql`update unit set code = '990200' where id = ${county}`)
  expect((await load(named('fourth'))).changes).toMatchObject([{ part: 'units', key: 'once' }])
  expect(await bound()).toEqual([{ ids: [county] }])
  await app.connection.db.execute(sql`update unit set code = '990101' where id = ${county}`)
  await app.connection.db.execute(sql`update unit set code = '990200' where id = ${sister}`)
})

test('a lock says since when and who can open it, and is none for whom it was opened', async () => {
  const { campaignId } = await load(named('fifth'))
  const [task] = await rows(sql`select id from task where campaign_id = ${campaignId} and key = 'monthly'`)
  const taskId = String(task!['id'])
  const lock = (unit: string, today: string) => lockOf(app.connection.db, taskId, 202601, unit, today)
  expect(await lock(city, '2026-02-15')).toBeNull()
  expect(await lock(city, '2026-02-16')).toEqual({
    ...{
      why: 'deadline',
      since: '2026-02-16',
      dueDay: '2026-02-05',
      taskName: '每月一学',
      periodName: '1月',
    },
    openers: { unitId: root, unitName: '本会', people: ['coordinator'] },
  })
  await app.connection.db.execute(sql`insert into task_opening (id, task_id, period_no, unit_id, scope_path, until_day,
      reason, by_id, by_name, at)
    values (gen_random_uuid(), ${taskId}, 202601, ${city}, '', '2026-02-20', '网络故障', 'x', 'x', now())`)
  expect([await lock(city, '2026-02-20'), (await lock(city, '2026-02-21'))?.why]).toEqual([null, 'deadline'])
  expect((await lock(county, '2026-02-20'))?.why).toBe('deadline')
  await expect(lock(root, '2026-02-20')).rejects.toMatchObject({ code: 'task-not-binding' })
  await expect(lockOf(app.connection.db, taskId, 202612, city, '2026-02-20')).rejects.toMatchObject({
    code: 'not-found',
  })
  await app.connection.db.execute(sql`update campaign set state = 'closed' where id = ${campaignId}`)
  expect(await lock(city, '2026-02-20')).toMatchObject({ why: 'campaign', since: null })
})
