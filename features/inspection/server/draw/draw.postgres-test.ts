/** A draw on a real PostgreSQL server: two who press at once, and a server that dies in between. */
import type { Scope } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestServers, type TestServers, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Draw } from '../../contract/draw.ts'
import { committedDraw } from './draw.fixture.ts'
import { drawOnce } from './draw-once.ts'

let servers: TestServers
beforeAll(async () => {
  servers = await openTestServers()
}, 120_000)
afterAll(() => servers?.close())

const stateOf = async (id: string) => {
  const [row] = await rowsOf<{ state: string; contribution: string | null; drawn: number; seeds: number }>(
    servers.db,
    sql`select d.state, d.contribution,
        (select count(*)::int from inspection_draw_object o where o.draw_id = d.id and o.place is not null) as drawn,
        (select count(*)::int from inspection_draw_seed s where s.draw_id = d.id) as seeds
      from inspection_draw d where d.id = ${id}`,
  )
  return row!
}

test('ten press at once on two servers: one result, and everybody sees that one', async () => {
  const draw = await committedDraw(servers.apps[0]!)
  const answers = await Promise.all(
    Array.from({ length: 10 }, async (_, at) => {
      const agent = await servers.apps[at % 2]!.as(at % 3 ? 'coordinator@city' : 'inspector@city')
      const body = { version: draw.version, contribution: `第 ${at} 个` }
      return agent.post(`/api/draws/${draw.id}/draw`, body)
    }),
  )
  const won = answers.filter(({ statusCode }) => statusCode === 200)
  expect(won).toHaveLength(1)
  const lost = answers.filter(answer => answer !== won[0])
  expect(lost.map(answer => answer.json().code)).toEqual(lost.map(() => 'changed-meanwhile'))
  const result = won[0]!.json<Draw>()
  expect(await stateOf(draw.id)).toEqual({
    state: 'drawn',
    contribution: result.reveal!.contribution,
    drawn: 1,
    seeds: 0,
  })
  const agent = await servers.apps[1]!.as('coordinator')
  expect((await agent.get(`/api/draws/${draw.id}`)).json<Draw>().result).toEqual(result.result)
})

test('a server that dies in the middle of it leaves nothing half drawn; it is drawn afterwards', async () => {
  const [app] = servers.apps
  const draw = await committedDraw(app!)
  const [city] = await rowsOf<{ path: string }>(
    servers.db,
    sql`select path from unit where id = ${testUnits.city}`,
  )
  const scope: Scope = { roots: [{ unitId: testUnits.city, path: city!.path }], content: true }
  const dying = servers.db.transaction(async tx => {
    const actor = { scope, person: { id: 'x', name: '甲' }, now: new Date() }
    await drawOnce(tx, actor, app!.sealer, { ...draw, contribution: '中断' }, {})
    const [backend] = await rowsOf<{ pid: number }>(tx, sql`select pg_backend_pid() as pid`)
    await servers.apps[1]!.connection.db.execute(sql`select pg_terminate_backend(${backend!.pid})`)
    await tx.execute(sql`select 1`)
  })
  await expect(dying).rejects.toThrow()
  expect(await stateOf(draw.id)).toEqual({ state: 'committed', contribution: null, drawn: 0, seeds: 1 })
  const agent = await servers.apps[1]!.as('coordinator@city')
  const again = await agent.post(`/api/draws/${draw.id}/draw`, {
    version: draw.version,
    contribution: '重来',
  })
  expect([again.statusCode, again.json<Draw>().state]).toEqual([200, 'drawn'])
})
