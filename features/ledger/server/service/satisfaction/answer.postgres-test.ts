/** Many who use one link at once, and many links of one item at once, on real connections. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestServers, type TestServers } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addServiceItem } from '../service.fixture.ts'
import { answerService } from './answer-service.ts'
import { makeLinks } from './ask-satisfaction.ts'

let servers: TestServers
beforeAll(async () => {
  servers = await openTestServers(2)
})
afterAll(() => servers.close())

const now = new Date('2026-03-02T02:00:00Z')
const today = '2026-03-02'
const askFor = async (links: number) => {
  const { db } = servers
  const item = await addServiceItem(db, { state: 'closed' })
  const [row] = await rowsOf<{ keeperId: string }>(
    db,
    sql`select keeper_id as "keeperId" from ledger_item where id = ${item.id}`,
  )
  const wish = { links, lastDay: today, now }
  const paths = await db.transaction(tx => makeLinks(tx, { ...item, ...row!, reopened: 0 }, wish))
  return { id: item.id, tokens: paths.map(path => path.split('/').at(-1)!) }
}
const answer = (token: string, at: number) =>
  servers.apps[at % 2]!.connection.db.transaction(tx =>
    answerService(tx, token, { choice: 'good', words: `留言 ${at}` }, today),
  )
const kept = async (id: string) =>
  (
    await rowsOf<{ answers: number; words: number; used: number; open: number; writers: number }>(
      servers.db,
      sql`select (select count(*)::int from service_answer where item_id = ${id}) as answers,
        (select count(*)::int from service_word where item_id = ${id}) as words,
        (select count(distinct xmin::text)::int from service_answer where item_id = ${id}) as writers,
        cardinality(used) as used, cardinality(open) as open from service_ask where item_id = ${id}`,
    )
  )[0]!

test('twenty submissions of one link at once are one answer', async () => {
  const { id, tokens } = await askFor(1)
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, at) => answer(tokens[0]!, at)))
  expect(outcomes.filter(outcome => outcome === 'taken')).toHaveLength(1)
  expect(outcomes.filter(outcome => outcome === 'used')).toHaveLength(19)
  expect(await kept(id)).toEqual({ answers: 1, words: 1, used: 1, open: 0, writers: 1 })
})

test('somebody answers while the keeper makes more links: neither waits for the other in a ring', async () => {
  const { db } = servers
  const { id, tokens } = await askFor(2)
  const more = db.transaction(async tx => {
    const [item] = await rowsOf<Parameters<typeof makeLinks>[1]>(
      tx,
      sql`select id, title, keeper_id as "keeperId", reopened from ledger_item where id = ${id} for update`,
    )
    const answered = answer(tokens[0]!, 1)
    // Until the answer waits for something this transaction holds.
    await expect
      .poll(async () => rowsOf(db, sql`select from pg_stat_activity where wait_event_type = 'Lock'`))
      .not.toEqual([])
    await makeLinks(tx, item!, { links: 1, lastDay: today, now })
    return { answered }
  })
  const { answered } = await more
  expect(await answered).toBe('taken')
  expect(await kept(id)).toMatchObject({ answers: 1, used: 1, open: 2 })
})

test('forty links used at once are forty answers, none lost, none with a transaction of its own', async () => {
  const { id, tokens } = await askFor(40)
  const outcomes = await Promise.all(tokens.map(answer))
  expect(outcomes).toEqual(Array(40).fill('taken'))
  expect(await kept(id)).toEqual({ answers: 40, words: 40, used: 40, open: 0, writers: 1 })
})
