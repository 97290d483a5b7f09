import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterScope, noScope } from '../access/index.ts'
import {
  type Connection,
  type Database,
  databaseMigrations,
  migrate,
  openEmbedded,
  rowsOf,
  sql,
} from '../db/index.ts'
import { countUnread, listNotices, noticeMigrations, notify, readNotices } from './index.ts'

let connection: Connection
let db: Database

beforeAll(async () => {
  connection = await openEmbedded({})
  db = connection.db
  await migrate(connection, [...(await databaseMigrations()), ...(await noticeMigrations())])
})
afterAll(() => connection.close())

const at = (day: string): Date => new Date(`${day}T08:00:00Z`)
/** What `work` finds as this person, under the policies. */
const as = <T>(personId: string, work: (tx: Database) => Promise<T>): Promise<T> =>
  db.transaction(async tx => {
    await enterScope(tx, { scope: noScope, personId })
    return work(tx)
  })
const all = { page: 1, pageSize: 20 }

test('who is told hears it once, whoever told it, and nobody else does', async () => {
  await as('teller', async tx => {
    await notify(tx, {
      to: ['a', 'b', 'a'],
      kind: 'role.granted',
      details: { unit: '云岭' },
      at: at('2026-03-01'),
    })
    expect(await countUnread(tx, 'a'), 'the teller stands under the policies again').toBe(0)
  })
  const list = await as('a', tx => listNotices(tx, 'a', all))
  expect(list).toMatchObject({ total: 1, unread: 1 })
  expect(list.rows[0]).toMatchObject({
    kind: 'role.granted',
    details: { unit: '云岭' },
    link: null,
    read: false,
  })
  expect(await as('c', tx => listNotices(tx, 'c', all))).toEqual({ rows: [], total: 0, unread: 0 })
  expect(await as('c', tx => listNotices(tx, 'a', all)), 'the second lock').toMatchObject({ total: 0 })
  await expect(
    as('c', tx =>
      tx.execute(sql`insert into notice (person_id, kind, details, at)
    values ('a', 'x.y', '{}', now())`),
    ),
  ).rejects.toThrow()
})

test('an issue goes to more people than a statement has places for values', async () => {
  const to = Array.from({ length: 30_000 }, (_, no) => `many-${no}`)
  await notify(db, { to, kind: 'delivery.issued', details: { issue: '简报' }, at: at('2026-03-01') })
  for (const person of ['many-0', 'many-29999'])
    expect(await as(person, tx => countUnread(tx, person))).toBe(1)
})

test('with a deed undone nobody hears of it', async () => {
  const undone = as('teller', async tx => {
    await notify(tx, { to: ['undone'], kind: 'role.granted', at: at('2026-03-01') })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await as('undone', tx => countUnread(tx, 'undone'))).toBe(0)
})

test('notices are read one by one or all that were there; those of others are not touched', async () => {
  for (let i = 0; i < 4; i++)
    await notify(db, { to: ['d', 'e'], kind: 'import.finished', at: at('2026-03-01') })
  const { rows } = await as('d', tx => listNotices(tx, 'd', all))
  const ids = rows.map(row => row.id)
  const others = (await as('e', tx => listNotices(tx, 'e', all))).rows.map(row => row.id)
  expect(await as('d', tx => readNotices(tx, 'd', { ids: [ids[0]!, ...others] }, at('2026-03-02')))).toBe(1)
  expect(await as('d', tx => readNotices(tx, 'd', { upTo: ids[2]! }, at('2026-03-02')))).toBe(2)
  expect(await as('d', tx => readNotices(tx, 'd', { ids: [] }, at('2026-03-02')))).toBe(0)
  const unread = await as('d', tx => listNotices(tx, 'd', { ...all, unreadOnly: true }))
  expect(unread.rows.map(row => row.id)).toEqual([ids[1]])
  expect(await as('e', tx => countUnread(tx, 'e'))).toBe(4)
})

test('what was read goes after a month, what was not after a year', async () => {
  for (const day of ['2024-01-01', '2026-01-01', '2026-01-02'])
    await notify(db, { to: ['f'], kind: 'import.finished', details: { day }, at: at(day) })
  await db.execute(
    sql`update notice set read_at = at where person_id = 'f' and details->>'day' = '2026-01-02'`,
  )
  await notify(db, { to: ['f'], kind: 'import.finished', details: { day: 'now' }, at: at('2026-03-01') })
  const kept = await rowsOf(
    db,
    sql`select details->>'day' as day from notice where person_id = 'f' order by id`,
  )
  expect(kept.map(row => row['day'])).toEqual(['2026-01-01', 'now'])
})
