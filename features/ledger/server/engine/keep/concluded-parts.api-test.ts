/** What closes itself leaves nobody working at a part of it. */
import { randomUUID } from 'node:crypto'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ordinaryRules } from '../../../contract/index.ts'
import { addCampaign, addReport, addTask } from '../../ledger.fixture.ts'
import { doTo, getItem } from '../engine.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

test('the open parts of an item whose reports are all adopted end with it', async () => {
  const { db } = app.connection
  const campaign = await addCampaign(db)
  await db.execute(sql`update campaign set pack = ${JSON.stringify({ ledgers: [ordinaryRules.work] })}::jsonb
    where id = ${campaign}`)
  const task = await addTask(db, campaign, { unitIds: [testUnits.city] }, [{ due: '2099-12-01' }])
  await app.ledger.keeping.settle()
  const [{ id }] = (await rowsOf<{ id: string }>(
    db,
    sql`select id from ledger_item where task_id = ${task}`,
  )) as [{ id: string }]
  const lead = await app.as('unit-lead@city')
  await doTo(lead, id, 'decompose', { parts: [{ unitId: testUnits.county }] })
  const part = (await getItem(lead, id)).children[0]!
  const reportId = await addReport(db, { unitId: testUnits.city, taskId: task, state: 'submitted' })
  await db.execute(sql`insert into adoption (id, report_id, unit_id, column_key, title, body, by_id, by_name, at)
    values (${randomUUID()}, ${reportId}, ${testUnits.root}, 'news', '稿件', '正文', 'nobody', '张三', now())`)
  await db.execute(sql`update report set state = 'adopted', accepted_at = now() where id = ${reportId}`)
  await app.ledger.keeping.settle()
  expect(await getItem(lead, id)).toMatchObject({ state: 'closed', openParts: 0 })
  const ended = await getItem(await app.as('unit-lead@county'), part.id)
  expect(ended).toMatchObject({
    state: 'cancelled',
    steps: [{ action: 'cancel', words: '上级事项已销号。' }, {}, {}],
  })
})
