/** Several servers look at the clock at once; people hear of it once. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestServers, type TestServers, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReminders, type Reminders } from './open-reminders.ts'
import { openSpring, remindedPack } from './remind.fixture.ts'

let servers: TestServers
let rounds: Reminders[]
const now = new Date('2026-03-02T09:00:00+08:00')

beforeAll(async () => {
  servers = await openTestServers(2)
  rounds = servers.apps.map(app =>
    openReminders({
      connection: app.connection,
      clock: { now: () => now },
      mailer: app.mailer,
      publicUrl: null,
      onError: error => {
        throw error
      },
    }),
  )
  for (const each of rounds) await each.queue.start()
})
afterAll(async () => {
  for (const each of rounds) await each.close()
  await servers.close()
})

test('two servers that look ten times at once make one round, one digest and one notice for each person', async () => {
  const { db } = servers
  await openSpring(db, remindedPack('2026-03-04'), now)
  await Promise.all(Array.from({ length: 10 }, (_, at) => rounds[at % 2]!.look()))
  await Promise.all(rounds.map(each => each.queue.idle()))
  const [counted] = await rowsOf(
    db,
    sql`select (select count(*)::int from reminder_digest where day = '2026-03-02') as digests,
      (select count(*)::int from notice where kind = 'remind.digest') as notices,
      (select count(distinct person_id)::int from notice where kind = 'remind.digest') as people,
      (select count(*)::int from reminder where way = 'automatic') as cells,
      (select count(*)::int from reminder_round where day = '2026-03-02' and campaign_id is not null) as rounds,
      (select count(*)::int from reminder_round where day = '2026-03-02' and state <> 'done') as undone`,
  )
  expect(counted).toEqual({ digests: 6, notices: 6, people: 6, cells: 3, rounds: 1, undone: 0 })
})

test('two coordinators who remind of the same at once tell nobody twice', async () => {
  const { db, apps } = servers
  const [task] = await rowsOf<{ id: string }>(db, sql`select id from task where key = 'opening'`)
  await db.execute(sql`delete from reminder`)
  const cells = [{ taskId: task!.id, periodNo: 1, unitIds: [testUnits.county] }]
  const people = await Promise.all([apps[0]!.as('coordinator'), apps[1]!.as('coordinator@city')])
  const answers = await Promise.all(people.map(agent => agent.post('/api/reminders/send', { cells })))
  expect(answers.map(answer => answer.statusCode)).toEqual([200, 200])
  expect(answers.map(answer => answer.json().cells).sort()).toEqual([0, 1])
})
