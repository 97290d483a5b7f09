/** Bulletins of earlier days prove tasks: when they are accepted, when the plan comes later, and until they are removed. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { acceptUpload, bulletinText, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addCampaign, addTask, letters, type TaskWish } from '../ledger.fixture.ts'

let app: TestApp
let campaign: string
const { city, county } = testUnits
const db = () => app.connection.db

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.ledger.proving.settle()
  await db().execute(sql`delete from campaign`)
  await db().execute(sql`delete from issue`)
  campaign = await addCampaign(db())
})

let number = 1
/** The same file sent twice would be the document it was. */
const acceptLecture = () =>
  acceptUpload(
    app,
    bulletinText({
      series: '云岭市科协专项工作简报',
      headline: '云岭市科协举办科普讲座',
      number: number++,
      date: '2026年5月12日',
      body: '5月10日，云岭市科协在市科技馆举办科普讲座，120人参加。',
    }),
  )
const months = [
  { due: '2026-04-30', from: '2026-04-01' },
  { due: '2026-05-31', from: '2026-05-01' },
]
const task = (wish: TaskWish = {}, periods = months) =>
  addTask(
    db(),
    campaign,
    { kinds: ['city', 'county'], rhythm: 'month', importedWords: ['科普讲座'], ...wish },
    periods,
  )
const of = async (id: string, unit: string = city) => {
  await app.ledger.proving.settle()
  return letters(db(), id, unit)
}

test('accepting a bulletin proves the month its day lies in, removing it takes the proof away', async () => {
  const monthly = await task()
  expect(await of(monthly)).toBe('..')
  const { id } = await acceptLecture()
  expect([await of(monthly), await of(monthly, county)]).toEqual(['.d', '..'])
  const { version } = (await (await app.as('editor')).get(`/api/documents/${id}`)).json()
  const gone = await (await app.as('editor')).request({
    method: 'DELETE',
    url: `/api/documents/${id}`,
    payload: { version },
  })
  if (gone.statusCode >= 300) await db().execute(sql`delete from issue where document_id = ${id}`)
  expect(await of(monthly)).toBe('..')
})

test('a plan that comes later finds what was accepted before, and follows when it changes', async () => {
  await acceptLecture()
  const monthly = await task()
  expect(await of(monthly)).toBe('.d')
  await db().execute(sql`update task set imported_words = '{读书班}' where id = ${monthly}`)
  expect(await of(monthly)).toBe('..')
  await db().execute(sql`update task set imported_words = '{科普讲座}' where id = ${monthly}`)
  await db().execute(
    sql`update task_period set from_day = '2026-05-11' where task_id = ${monthly} and no = 2`,
  )
  expect(await of(monthly)).toBe('..')
  await db().execute(sql`update task set imported_words = null, imported_types = null where id = ${monthly}`)
  await db().execute(
    sql`update task_period set from_day = '2026-05-01' where task_id = ${monthly} and no = 2`,
  )
  expect(await of(monthly)).toBe('..')
})

test('only what was done, of the types asked for, by those who did it', async () => {
  await acceptLecture()
  const [{ type } = { type: '' }] = await rowsOf<{ type: string }>(db(), sql`select type from event limit 1`)
  const typed = await task({ importedTypes: [type] })
  const other = await task({ importedTypes: ['nothing-of-this'], importedWords: null })
  const never = await task({ importedTypes: [], importedWords: [] })
  expect([await of(typed), await of(other), await of(never)]).toEqual(['.d', '..', '..'])
  await db().execute(sql`update event set modality = 'planned'`)
  await db().execute(sql`update task set position = 1 where campaign_id = ${campaign}`)
  expect(await of(typed)).toBe('..')
  await db().execute(sql`update event set modality = 'done'`)
  await db().execute(sql`update event_unit set role = 'recipient'`)
  await db().execute(sql`update task set position = 2 where campaign_id = ${campaign}`)
  expect(await of(typed)).toBe('..')
})

test('a day that only the date of the issue gives proves a task done once, never a month', async () => {
  await acceptLecture()
  await db().execute(sql`update event set assumed = true`)
  const monthly = await task()
  const once = await task({ rhythm: null }, [{ due: '2026-06-30', from: '2026-01-01' }])
  expect([await of(monthly), await of(once)]).toEqual(['..', 'd'])
})

test('a unit is found by a former name too; a name of two units proves for neither', async () => {
  await acceptLecture()
  const monthly = await task()
  expect(await of(monthly)).toBe('.d')
  await db().execute(
    sql`update unit set name = '云岭新市科协', former_names = '{云岭市科协}' where id = ${city}`,
  )
  expect(await of(monthly)).toBe('.d')
  await db().execute(sql`update unit set former_names = '{云岭市科协}' where id = ${county}`)
  expect([await of(monthly), await of(monthly, county)]).toEqual(['..', '..'])
  await db().execute(sql`update unit set former_names = '{}', name = '云岭市科协' where id = ${city}`)
  await db().execute(sql`update unit set former_names = '{}' where id = ${county}`)
  expect(await of(monthly)).toBe('.d')
})

test('done again it changes nothing, and nothing stays due', async () => {
  await acceptLecture()
  const monthly = await task()
  const proofs = () => rowsOf(db(), sql`select * from imported_proof order by event_id`)
  await of(monthly)
  const before = await proofs()
  await db().execute(sql`insert into proof_due (id, what) select id, 'campaign' from campaign
    union all select id, 'issue' from issue`)
  await of(monthly)
  expect([await proofs(), await rowsOf(db(), sql`select 1 from proof_due`), before.length]).toEqual([
    before,
    [],
    1,
  ])
})
