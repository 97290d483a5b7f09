/** Changes of the tree that meet, on a real PostgreSQL server: no ring, nothing lost, and rows stay with their units. */
import { randomUUID } from 'node:crypto'
import { defaultRegister } from '@jianbao/intake'
import { systemClock } from '@jianbao/platform/clock'
import { migrate, openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { type Agent, openTestServers, type TestServers, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Unit } from '../contract/index.ts'
import { loadRegister } from './load-register.ts'

let servers: TestServers
let keeper: Agent

beforeAll(async () => {
  servers = await openTestServers(1)
  keeper = await servers.apps[0]!.as('system-administrator')
}, 120_000)
afterAll(() => servers?.close())

const { city, sister } = testUnits
let serial = 0

async function add(parentId: string = city, name = `单位${++serial}号`): Promise<Unit> {
  const answer = await keeper.post('/api/units', { parentId, kind: 'society', name })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
const get = async (id: string): Promise<Unit> => (await keeper.get(`/api/units/${id}`)).json()
const post = ({ id, version }: Unit, action: string, body: object) =>
  keeper.post(`/api/units/${id}/${action}`, { version, ...body })
const codes = (answers: { statusCode: number; json(): { code?: string } }[]): string[] =>
  answers.map(answer => (answer.statusCode < 300 ? 'done' : answer.json().code!)).sort()

/** Units whose path does not follow from the unit above, and rows that do not carry the path of their unit. */
async function astray(): Promise<unknown[]> {
  return [
    ...(await rowsOf(
      servers.db,
      sql`select u.name from unit u left join unit p on p.id = u.parent_id
        where u.path <> coalesce(p.path, '') || u.seq || '/'`,
    )),
    ...(await rowsOf(
      servers.db,
      sql`select p.name from person p join unit u on u.id = p.unit_id where p.scope_path <> u.path
        union all select m.role from membership m join unit u on u.id = m.unit_id where m.scope_path <> u.path
        union all select g.name from working_group g join unit u on u.id = g.unit_id where g.scope_path <> u.path`,
    )),
  ]
}

const enrol = (unitId: string, id: string = randomUUID()) =>
  sql`insert into person (id, unit_id, scope_path, name, search, created_at, updated_at)
    values (${id}, ${unitId}, '', ${id}, '', now(), now())`

test('two moves that together would make a ring: one is made, the other refused', async () => {
  for (let round = 0; round < 8; round++) {
    const [a, b] = [await add(), await add()]
    const answers = await Promise.all([
      post(a, 'move', { parentId: b.id }),
      post(b, 'move', { parentId: a.id }),
    ])
    expect(codes(answers)).toEqual(['done', 'unit-cycle'])
  }
  expect(await astray()).toEqual([])
})

test('two units merged into each other at once: one stays', async () => {
  const [a, b] = [await add(), await add()]
  const answers = await Promise.all([post(a, 'merge', { into: b.id }), post(b, 'merge', { into: a.id })])
  expect(codes(answers)).toEqual(['changed-meanwhile', 'done'])
  expect([(await get(a.id)).state, (await get(b.id)).state].sort()).toEqual(['active', 'retired'])
})

test('one name and one code are given once, however many ask at once', async () => {
  const body = { parentId: city, kind: 'society', name: '同名学会' }
  const named = await Promise.all(Array.from({ length: 5 }, () => keeper.post('/api/units', body)))
  expect(codes(named)).toEqual(['done', ...Array.from({ length: 4 }, () => 'unit-name-taken')])
  const coded = await Promise.all(
    Array.from({ length: 5 }, (_, at) =>
      keeper.post('/api/units', { ...body, name: `编码学会${at}`, code: 'ONE' }),
    ),
  )
  expect(codes(coded)).toEqual(['done', ...Array.from({ length: 4 }, () => 'unit-code-taken')])
  const numbered = await Promise.all(
    Array.from({ length: 5 }, (_, at) => keeper.post('/api/units', { ...body, name: `自动编码学会${at}` })),
  )
  expect(new Set(numbered.map(answer => answer.json<Unit>().code)).size).toBe(5)
})

test('a row that is being written when its unit moves ends where the unit is, whoever was first', async () => {
  const unit = await add()
  let moving: Promise<unknown> | null = null
  await servers.db.transaction(async tx => {
    await tx.execute(enrol(unit.id, 'writer-first'))
    moving = post(unit, 'move', { parentId: sister })
    // The move waits for this transaction: it cannot have been answered.
    const waited = await Promise.race([
      moving.then(() => 'moved'),
      new Promise(done => setTimeout(done, 300, 'waits')),
    ])
    expect(waited).toBe('waits')
  })
  await moving
  expect((await get(unit.id)).parentId).toBe(sister)
  let writing: Promise<unknown> | null = null
  await servers.db.transaction(async tx => {
    const back = await rowsOf<{ path: string }>(tx, sql`select path from unit where id = ${city}`)
    await tx.execute(
      sql`update unit set parent_id = ${city}, path = ${back[0]!.path} || seq || '/' where id = ${unit.id}`,
    )
    // A query starts when somebody waits for it.
    writing = servers.db.execute(enrol(unit.id, 'mover-first')).then(() => undefined)
    await new Promise(done => setTimeout(done, 200))
    await tx.execute(sql`select rescope(p.path || u.seq || '/', u.path) from unit u, unit p
      where u.id = ${unit.id} and p.id = ${sister}`)
  })
  await writing
  expect(await astray()).toEqual([])
})

test('a storm of moves, merges, retirements and people at work leaves a tree and loses nobody', async () => {
  const units: Unit[] = []
  for (let at = 0; at < 12; at++) units.push(await add(at % 3 ? units[at - 1]!.id : city))
  const people = Array.from({ length: 60 }, () => randomUUID())
  const pick = (at: number): Unit => units[(at * 7 + 3) % units.length]!
  const moves = Array.from({ length: 60 }, async (_, at) => {
    const unit = await get(pick(at).id)
    const target = pick(at * 5 + 1).id
    if (at % 9 === 0) return post(unit, 'merge', { into: target })
    if (at % 11 === 0) return post(unit, 'retire', {})
    return post(unit, 'move', { parentId: at % 4 ? target : sister })
  })
  const enrolments = people.map(async (id, at) => {
    await new Promise(done => setTimeout(done, at * 5))
    await servers.db.execute(enrol(pick(at).id, id))
  })
  const [answers] = await Promise.all([Promise.all(moves), Promise.all(enrolments)])
  const wrong = answers.filter(answer => ![200, 409, 503].includes(answer.statusCode))
  expect(wrong.map(answer => answer.body)).toEqual([])
  expect(codes(answers).filter(code => code === 'done').length).toBeGreaterThan(3)
  expect(await astray()).toEqual([])
  const [count] = await rowsOf<{ people: number; units: number }>(
    servers.db,
    sql`select (select count(*)::int from person where id in ${people}) as people,
      (select count(*)::int from unit where id in ${units.map(unit => unit.id)}) as units`,
  )
  expect(count).toEqual({ people: people.length, units: units.length })
}, 60_000)

test('two servers that start at once load the register once', async () => {
  await servers.db.execute(sql`create database second`)
  const second = { ...servers.postgres, url: servers.postgres.url.replace(/\/jianbao$/, '/second') }
  const starts = [await openDatabase(second), await openDatabase(second)]
  await migrate(starts[0]!, await allMigrations())
  const loaded = await Promise.all(
    starts.map(({ db }) => loadRegister({ db, clock: systemClock }, defaultRegister().entries)),
  )
  expect(loaded.filter(units => units > 0)).toHaveLength(1)
  const [count] = await rowsOf<{ units: number }>(starts[1]!.db, sql`select count(*)::int as units from unit`)
  expect(count!.units).toBe(Math.max(...loaded))
  for (const start of starts) await start.close()
}, 60_000)
