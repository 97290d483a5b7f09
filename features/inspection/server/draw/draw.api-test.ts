import { randomUUID } from 'node:crypto'
import { type FinishedDraw, parseDraw, verifyDraw } from '@jianbao/draw'
import { noScope, readInScope } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Draw, DrawnUnits, DrawPage, DrawPreview, RegisterPage } from '../../contract/draw.ts'
import { committedDraw, finishedDraw, planOf, preparedDraw } from './draw.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  await addCounties(40)
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

/** Counties below the test city, so that there is something to choose from. */
async function addCounties(count: number): Promise<void> {
  const [city] = await rowsOf<{ path: string }>(
    app.connection.db,
    sql`select path from unit where id = ${testUnits.city}`,
  )
  for (let at = 0; at < count; at++)
    await app.connection.db.execute(sql`with made as (insert into unit (id, path, parent_id, code, kind, name, search,
        created_at, updated_at) values (${randomUUID()}, ${`x${at}`}, ${testUnits.city}, ${`T${1000 + at}`},
        ${at % 4 ? 'county' : 'hospital'}, ${`第${at}县科协`}, '', now(), now()) returning id, seq)
      select * from made`)
  await app.connection.db.execute(
    sql`update unit set path = ${city!.path} || seq || '/' where code like 'T1%'`,
  )
}

const get = async <T>(path: string, by: Persona = 'coordinator@city'): Promise<T> =>
  (await (await app.as(by)).get(path)).json<T>()
const post = async (path: string, body: object, by: Persona = 'coordinator@city') =>
  (await app.as(by)).post(path, body)
const preview = async (plan: object, by: Persona = 'coordinator@city') =>
  (await post('/api/draw-preview', { plan: planOf(plan) }, by)).json<DrawPreview>()
const unitOf = async (code: string): Promise<string> => {
  const [unit] = await rowsOf<{ id: string }>(
    app.connection.db,
    sql`select id from unit where code = ${code}`,
  )
  return unit!.id
}

describe('preparing', () => {
  test('the preview counts strata, minimums, exclusions and recusals, and says what stands against it', async () => {
    const reason = '上月刚查过'
    const plan = planOf({
      count: 9,
      minimums: [
        { key: 'county', minimumCount: 2, minimumShare: 10 },
        { key: 'hospital', minimumCount: 0, minimumShare: 50 },
      ],
      exclusions: [{ unitId: await unitOf('T1001'), reason }],
      objectsPerInspector: 6,
    })
    const inspectors = plan.inspectors.map((each, at) => ({
      ...each,
      unitId: at === 0 ? testUnits.county : null,
    }))
    const recusals = [
      { inspectorKey: inspectors[1]!.key, unitId: await unitOf('T1002'), reason: '爱人在该单位' },
    ]
    const found = await preview({ ...plan, inspectors, recusals })
    expect(found).toMatchObject({
      objects: 40,
      excluded: 1,
      recusals: { own: 1, byHand: 1 },
      problems: [],
    })
    expect(found.strata).toEqual([
      { key: 'county', name: '县级科协', objects: 30, least: 3, drawn: null },
      { key: 'hospital', name: '医院科协', objects: 10, least: 5, drawn: null },
    ])
    const short = await preview({ ...plan, inspectors, recusals, count: 7 })
    expect(short.problems.map(each => each.text)).toEqual([
      '各组最低应抽合计 8 个，超过了抽取总数 7 个，请增加总数或调低最低数。',
    ])
  })

  test('strata may be branches of the tree or one whole; kinds narrow the range', async () => {
    expect((await preview({ stratifyBy: 'none' })).strata).toMatchObject([{ key: 'all', objects: 41 }])
    const branches = (await preview({ stratifyBy: 'branch', rootId: testUnits.root }, 'coordinator')).strata
    expect(branches).toContainEqual(expect.objectContaining({ key: testUnits.city, objects: 42 }))
    expect((await preview({ kinds: ['hospital'] })).objects).toBe(10)
  })

  test('a unit or a person beyond the caller’s reach is refused, and nothing is kept', async () => {
    const tries = [
      planOf({ rootId: testUnits.sister }),
      planOf({ exclusions: [{ unitId: testUnits.sister, reason: '无关' }] }),
    ]
    for (const plan of tries) {
      const answer = await post('/api/draws', { id: randomUUID(), name: '越界', campaignId: null, plan })
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'draw-unit-unknown'])
    }
    const plan = planOf()
    plan.inspectors[0] = { ...plan.inspectors[0]!, personId: 'nobody' }
    const answer = await post('/api/draws', { id: randomUUID(), name: '越界', campaignId: null, plan })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'draw-person-unknown'])
  })

  test('sent again under the same id it is one draw, and another’s id is refused', async () => {
    const body = { id: randomUUID(), name: '同一次', campaignId: null, plan: planOf() }
    expect((await post('/api/draws', body)).statusCode).toBe(201)
    expect((await post('/api/draws', body)).statusCode).toBe(201)
    expect((await get<DrawPage>(`/api/draws?q=${encodeURIComponent('同一次')}`)).total).toBe(1)
    expect((await post('/api/draws', body, 'inspector@city')).statusCode).toBe(400)
  })

  test('what two change at once is not lost, and only what is being prepared is changed or removed', async () => {
    const draw = await preparedDraw(app)
    const change = { version: draw.version, name: '改名', campaignId: null, plan: planOf({ count: 3 }) }
    const agent = await app.as('inspector@city')
    const put = (id: string, payload: object) =>
      agent.request({ method: 'PUT', url: `/api/draws/${id}`, payload })
    expect((await put(draw.id, change)).json()).toMatchObject({
      name: '改名',
      count: 3,
    })
    expect((await put(draw.id, change)).json().code).toBe('changed-meanwhile')
    const { id, version } = await committedDraw(app)
    expect((await put(id, { ...change, version })).json().code).toBe('draw-settled')
    expect((await post(`/api/draws/${id}/remove`, { version })).json().code).toBe('draw-settled')
    expect((await post(`/api/draws/${draw.id}/remove`, { version: 1 })).statusCode).toBe(204)
    expect((await agent.get(`/api/draws/${draw.id}`)).statusCode).toBe(404)
  })
})

describe('committing', () => {
  test('a plan with obstacles is not committed', async () => {
    const { id, version } = await preparedDraw(app, { plan: { count: 99 } })
    const answer = await post(`/api/draws/${id}/commit`, { version })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'draw-count-large'])
    expect(await get<Draw>(`/api/draws/${id}`)).toMatchObject({ state: 'preparing', commit: null })
  })

  test('the register is frozen: what changes in the organisation afterwards changes nothing', async () => {
    const code = 'T1003'
    const draw = await committedDraw(app, { plan: { count: 5, objectsPerInspector: 5 } })
    const { db } = app.connection
    await db.execute(sql`update unit set name = '改了名的单位', state = 'retired' where code = ${code}`)
    const { rows } = await get<RegisterPage>(`/api/draws/${draw.id}/register?q=${code}`)
    expect(rows).toMatchObject([{ code, name: '第3县科协', place: null }])
    await db.execute(sql`update unit set name = '第3县科协', state = 'active' where code = ${code}`)
  })

  test('the seed is nowhere to be read before the draw: no answer, no table, no trail, no other unit', async () => {
    const draw = await committedDraw(app)
    expect(draw.reveal).toBeNull()
    const { db } = app.connection
    const read = readInScope(
      db,
      { scope: { roots: [{ unitId: testUnits.root, path: '' }], content: true }, personId: 'x' },
      tx => rowsOf(tx, sql`select * from inspection_draw_seed`),
    )
    await expect(read).rejects.toThrow()
    const [kept] = await rowsOf<{ sealed: string }>(
      db,
      sql`select sealed from inspection_draw_seed where draw_id = ${draw.id}`,
    )
    const seed = app.sealer.unseal(kept!.sealed, draw.id)
    const spread = await rowsOf<{ found: boolean }>(
      db,
      sql`select (to_jsonb(d)::text like ${`%${seed}%`}) as found from inspection_draw d where id = ${draw.id}
        union all select coalesce(after::text, '') like ${`%${seed}%`} from audit_entry where object = ${draw.id}`,
    )
    expect(spread.length).toBeGreaterThan(2)
    expect(spread.some(({ found }) => found)).toBe(false)
    const { reveal } = (
      await post(`/api/draws/${draw.id}/draw`, { version: draw.version, contribution: '1' })
    ).json<Draw>()
    expect(reveal!.seed).toBe(seed)
    expect(JSON.stringify(draw)).not.toContain(seed)
  })
})

describe('drawing', () => {
  test('the result follows from what was published, keeps minimums, recusals and teams', async () => {
    const [key, unitId] = [randomUUID(), await unitOf('T1005')]
    const inspectors = [
      { key, personId: null, name: '甲', unitId },
      ...['乙', '丙', '丁', '戊'].map(name => ({ key: randomUUID(), personId: null, name, unitId: null })),
    ]
    const plan = {
      inspectors,
      count: 8,
      objectsPerInspector: 6,
      minimums: [{ key: 'hospital', minimumCount: 0, minimumShare: 30 }],
      recusals: [{ inspectorKey: inspectors[1]!.key, unitId: await unitOf('T1006'), reason: '亲属在该单位' }],
    }
    const draw = await finishedDraw(app, { plan }, '  掷得 3、5、1 ')
    expect(draw).toMatchObject({
      state: 'drawn',
      reveal: { contribution: '掷得 3、5、1' },
      actions: ['void'],
    })
    expect(draw.result.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(draw.strata.find(each => each.key === 'hospital')!.drawn).toBeGreaterThanOrEqual(3)
    for (const { inspectors: team } of draw.result) expect(team).toHaveLength(2)

    const answer = await (await app.as('anonymous')).get(`/draws/${draw.id}/file`)
    const file = parseDraw(answer.body, 'draw.json') as FinishedDraw
    expect(verifyDraw(file).filter(({ fault }) => fault)).toEqual([])
    expect(file.commit).toEqual(draw.commit)
    expect(file.result.map(({ object }) => object)).toEqual(draw.result.map(({ code }) => code))
    expect(file.inspectors[0]).toMatchObject({ unit: 'T1005', recused: ['T1005'] })
    // Why somebody is recused is nobody else's business.
    expect(answer.body).not.toContain('亲属')
  })

  test('a draw happens once: again, edited or removed it stays as it is', async () => {
    const draw = await finishedDraw(app)
    for (const [deed, body] of [
      ['draw', { contribution: '别的' }],
      ['commit', {}],
      ['remove', {}],
    ] as const) {
      const answer = await post(`/api/draws/${draw.id}/${deed}`, { version: draw.version, ...body })
      expect([deed, answer.statusCode, answer.json().code]).toEqual([deed, 409, 'draw-settled'])
    }
    const { db } = app.connection
    for (const change of [
      sql`update inspection_draw set contribution = '别的' where id = ${draw.id}`,
      sql`update inspection_draw set register_hash = repeat('0', 64) where id = ${draw.id}`,
      sql`delete from inspection_draw where id = ${draw.id}`,
    ])
      await expect(db.execute(change)).rejects.toThrow()
    expect((await get<Draw>(`/api/draws/${draw.id}`)).result).toEqual(draw.result)
  })

  test.each(['   ', '一\n二', '甲\u202e乙'])(
    'a contribution that is no line of text is refused: %j',
    async said => {
      const { id, version } = await committedDraw(app)
      const answer = await post(`/api/draws/${id}/draw`, { version, contribution: said })
      expect([400, 422]).toContain(answer.statusCode)
      expect((await get<Draw>(`/api/draws/${id}`)).state).toBe('committed')
    },
  )

  test('declared void it stays listed and public with its reason, and a seed that was not used is never told', async () => {
    const early = await committedDraw(app)
    const reason = '名册漏了两家单位'
    await post(`/api/draws/${early.id}/void`, { version: early.version, reason })
    expect(await get<Draw>(`/api/draws/${early.id}`)).toMatchObject({
      state: 'void',
      voidReason: reason,
      reveal: null,
      actions: [],
    })
    const seeds = await rowsOf(
      app.connection.db,
      sql`select from inspection_draw_seed where draw_id = ${early.id}`,
    )
    expect(seeds).toEqual([])
    const page = await (await app.as('anonymous')).get(`/draws/${early.id}`)
    expect(page.body).toContain(reason)
    const late = await finishedDraw(app)
    await post(`/api/draws/${late.id}/void`, { version: late.version, reason })
    expect(await get<DrawnUnits>(`/api/draws/${late.id}/drawn`)).toMatchObject({
      void: true,
      rows: [{ place: 1 }],
    })
  })

  test('a tour is made of what was drawn: units and people by id', async () => {
    const [person] = (await get<{ rows: { personId: string; name: string }[] }>('/api/draw-inspectors')).rows
    const plan = planOf()
    plan.inspectors[0] = { ...plan.inspectors[0]!, personId: person!.personId, name: '不用管' }
    plan.inspectors.length = 2
    const draw = await finishedDraw(app, { plan })
    const { rows } = await get<DrawnUnits>(`/api/draws/${draw.id}/drawn`)
    expect(rows[0]!.inspectors).toContainEqual({
      code: 'D001',
      name: person!.name,
      personId: person!.personId,
    })
    expect(rows[0]!.unitId).toMatch(/^[0-9a-f-]{36}$/)
    const { id } = await committedDraw(app)
    expect((await (await app.as('coordinator@city')).get(`/api/draws/${id}/drawn`)).json().code).toBe(
      'draw-settled',
    )
  })
})

describe('who sees what', () => {
  test('the list holds the draws of the caller’s units, whatever is public', async () => {
    const name = `只在本市${randomUUID().slice(0, 8)}`
    const { id } = await committedDraw(app, { name })
    const total = async (by: Persona) =>
      (await get<DrawPage>(`/api/draws?q=${encodeURIComponent(name)}`, by)).total
    expect([await total('inspector@city'), await total('coordinator')]).toEqual([1, 1])
    expect([await total('inspector@county'), await total('coordinator@sister')]).toEqual([0, 0])
    expect((await (await app.as('coordinator@sister')).get(`/api/draws/${id}`)).statusCode).toBe(404)
  })

  test('nobody signed in reads what is committed, and neither plan nor steps nor what is being prepared', async () => {
    const [early, late] = [await preparedDraw(app), await committedDraw(app)]
    const seen = await readInScope(app.connection.db, { scope: noScope, personId: null }, async tx => ({
      draws: await rowsOf<{ id: string }>(
        tx,
        sql`select id from inspection_draw where id in (${early.id}, ${late.id})`,
      ),
      plans: await rowsOf(tx, sql`select draw_id from inspection_draw_plan`),
      steps: await rowsOf(tx, sql`select id from inspection_draw_step`),
      register: await rowsOf(tx, sql`select code from inspection_draw_object where draw_id = ${late.id}`),
      people: await rowsOf(tx, sql`select code from inspection_draw_inspector where draw_id = ${late.id}`),
    }))
    expect(seen).toEqual({ draws: [{ id: late.id }], plans: [], steps: [], register: [], people: [] })
    for (const path of [`/draws/${early.id}`, `/draws/${early.id}/file`])
      expect((await (await app.as('anonymous')).get(path)).statusCode).toBe(404)
  })

  test('the public page shows hashes before the draw and the result afterwards', async () => {
    const draw = await committedDraw(app, { name: '<b>公开</b>抽查' })
    const visitor = await app.as('anonymous')
    const before = await visitor.get(`/draws/${draw.id}`)
    expect(before.body).toContain(draw.commit!.register)
    expect(before.body).toContain(draw.commit!.seed)
    expect(before.body).toContain('&lt;b&gt;公开&lt;/b&gt;抽查')
    expect(before.body).not.toContain('抽取结果')
    expect((await visitor.get('/draws')).body).toContain(`/draws/${draw.id}`)
    const done = (
      await post(`/api/draws/${draw.id}/draw`, { version: draw.version, contribution: '2 2' })
    ).json<Draw>()
    const after = await visitor.get(`/draws/${draw.id}`)
    for (const words of ['抽取结果', done.reveal!.seed, done.result[0]!.name, 'import hashlib'])
      expect(after.body).toContain(words)
  })
})

test('lists and results leave as workbooks, and the trail tells every deed', async () => {
  const draw = await finishedDraw(app)
  for (const [path, body] of [
    ['/api/draws/export', {}],
    [`/api/draws/${draw.id}/export`, undefined],
  ] as const) {
    const answer = await (await app.as('coordinator@city')).post(path, body as object)
    expect([path, answer.statusCode]).toEqual([path, 200])
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
  }
  const told = await rowsOf<{ action: string }>(
    app.connection.db,
    sql`select action from audit_entry where object = ${draw.id} order by id`,
  )
  expect(told.map(({ action }) => action)).toEqual(['draw.prepare', 'draw.commit', 'draw.run', 'draw.export'])
})
