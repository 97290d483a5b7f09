/** Tours over HTTP: planned, worked at from several devices, settled; and who sees what of them. */
import { randomUUID } from 'node:crypto'
import { ordinaryRules } from '@jianbao/ledger/contract'
import { readInScope } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type FindingPage,
  findingIdOf,
  type Stop,
  type Tour,
  type Visit,
  type VisitPage,
} from '../contract/index.ts'
import {
  answerTo,
  checklist,
  deviceB,
  findingAt,
  moved,
  personOf,
  planned,
  questions,
  readStop,
  talkAt,
  tourDraft,
  underWay,
  withStops,
} from './inspection.fixture.ts'
import { postPhoto } from './photo/photo.fixture.ts'

let app: TestApp
let planner: Agent
let inspector: Agent
beforeAll(async () => {
  app = await openTestApp()
  ;[planner, inspector] = [await app.as('coordinator@city'), await app.as('inspector@city')]
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})
beforeEach(async () => {
  await app.connection.db.execute(sql`delete from inspection_tour`)
  await app.connection.db.execute(sql`delete from notice`)
})

const codeOf = (answer: { statusCode: number; json(): { code: string } }) => [
  answer.statusCode,
  answer.json().code,
]
const patch = (by: Agent, url: string, payload: object) => by.request({ method: 'PATCH', url, payload })
const toldTo = async (persona: Persona): Promise<string[]> =>
  (
    await rowsOf<{ kind: string }>(
      app.connection.db,
      sql`select kind from notice where person_id = ${await personOf(app, persona)} order by id`,
    )
  ).map(({ kind }) => kind)

describe('planning', () => {
  test('sent again under its id it is the same tour; another’s id is refused', async () => {
    const draft = await tourDraft(app)
    const answers = [await planner.post('/api/tours', draft), await planner.post('/api/tours', draft)]
    expect(answers.map(answer => answer.json<Tour>().id)).toEqual([draft.id, draft.id])
    expect((await (await app.as('coordinator')).post('/api/tours', draft)).statusCode).toBe(400)
    const { total } = (await planner.get('/api/tours')).json<{ total: number }>()
    expect(total).toBe(1)
  })

  test.each([
    [{ fromDay: '2026-06-05', toDay: '2026-06-01' }, 'tour-days'],
    [{ team: [{ personId: 'nobody', leader: true }] }, 'tour-team'],
    [{ checklist: [{ ...checklist[1]!, options: ['一个'] }] }, 'tour-checklist'],
    [{ checklist: [checklist[0]!, checklist[0]!] }, 'tour-checklist'],
    [{ campaignId: randomUUID() }, 'not-found'],
    [{ unitId: testUnits.sister }, 'not-found'],
    [{ name: ' ' }, 'bad-request'],
    [{ fromDay: '2026-02-30' }, 'bad-request'],
    [{ state: 'open' }, 'bad-request'],
  ])('%o is refused', async (wish, code) => {
    const answer = await planner.post('/api/tours', await tourDraft(app, wish as object))
    expect(answer.json().code, answer.body).toBe(code)
  })

  test('a stop lies within the days and below the unit, and once a day', async () => {
    const { id } = await planned(app, planner)
    const add = (unitId: string, day: string) =>
      planner.post(`/api/tours/${id}/stops`, { stops: [{ unitId, day }] })
    expect((await add(testUnits.county, '2026-06-01')).statusCode).toBe(200)
    expect(codeOf(await add(testUnits.county, '2026-06-01'))).toEqual([409, 'tour-stop-twice'])
    expect((await add(testUnits.county, '2026-06-02')).statusCode).toBe(200)
    expect(codeOf(await add(testUnits.city, '2026-06-06'))).toEqual([422, 'tour-stop-day'])
    expect(codeOf(await add(testUnits.sister, '2026-06-01'))).toEqual([422, 'tour-stop-unit'])
    const both = { stops: ['2026-06-03', '2026-06-03'].map(day => ({ unitId: testUnits.county, day })) }
    expect(codeOf(await planner.post(`/api/tours/${id}/stops`, both))).toEqual([409, 'tour-stop-twice'])
    const tour: Tour = (await planner.get(`/api/tours/${id}`)).json()
    expect(tour.stopList.map(({ day }) => day)).toEqual(['2026-06-01', '2026-06-02'])
    const shorter = await patch(planner, `/api/tours/${id}`, { version: tour.version, fromDay: '2026-06-02' })
    expect(codeOf(shorter)).toEqual([422, 'tour-days'])
    const [first] = tour.stopList
    const onto = await patch(planner, `/api/stops/${first!.id}`, {
      version: first!.version,
      day: '2026-06-02',
    })
    expect(codeOf(onto)).toEqual([409, 'tour-stop-twice'])
    const away = await patch(planner, `/api/stops/${first!.id}`, {
      version: first!.version,
      day: '2026-06-04',
    })
    expect(away.json<Tour>().stopList.map(({ day }) => day)).toEqual(['2026-06-02', '2026-06-04'])
    expect((await planner.delete(`/api/stops/${first!.id}`)).json<Tour>().stopList).toHaveLength(1)
  })

  test('two units of one day keep the order they are given', async () => {
    const tour = await withStops(planner, await planned(app, planner), [
      { unitId: testUnits.county, day: '2026-06-01' },
      { unitId: testUnits.city, day: '2026-06-01' },
    ])
    const second = tour.stopList[1]!
    const changed = await patch(planner, `/api/stops/${second.id}`, { version: second.version, position: 0 })
    expect(changed.json<Tour>().stopList.map(({ unitId }) => unitId)).toEqual([
      testUnits.city,
      testUnits.county,
    ])
  })

  test('who belongs to a visited unit is named at that stop (回避)', async () => {
    const { stopList } = await withStops(planner, await planned(app, planner), [
      { unitId: testUnits.city, day: '2026-06-01' },
      { unitId: testUnits.county, day: '2026-06-02' },
    ])
    expect(stopList.map(({ recusals }) => recusals.length)).toEqual([1, 0])
  })

  test('a tour goes out with a leader and a stop, is cancelled with a reason, and not opened again', async () => {
    const bare = await planned(app, planner, { team: [] })
    const open = (tour: Tour) => planner.post(`/api/tours/${tour.id}/open`, { version: tour.version })
    expect(codeOf(await open(bare))).toEqual([409, 'tour-unready'])
    expect(codeOf(await open(await planned(app, planner)))).toEqual([409, 'tour-unready'])
    const { tour } = await underWay(app, planner)
    expect(codeOf(await planner.post(`/api/tours/${tour.id}/finish`, { version: tour.version }))).toEqual([
      409,
      'tour-unready',
    ])
    expect((await planner.post(`/api/tours/${tour.id}/cancel`, { version: tour.version })).statusCode).toBe(
      400,
    )
    const cancelled = await moved(planner, tour, 'cancel', { reason: '防汛，改期' })
    expect(cancelled).toMatchObject({ state: 'cancelled', reason: '防汛，改期', actions: [] })
    expect(codeOf(await open(cancelled))).toEqual([409, 'tour-settled'])
    expect(await toldTo('unit-lead@county')).toEqual(['visit.announced', 'visit.cancelled'])
    expect(await toldTo('inspector@city')).toEqual(['tour.assigned', 'tour.cancelled'])
  })

  test('an answered question stays as it was asked', async () => {
    const { tour, stopId } = await underWay(app, planner)
    await answerTo(inspector, stopId, questions.grade, { value: '齐全' })
    const edit = (questionList: unknown[]) =>
      patch(planner, `/api/tours/${tour.id}`, { version: tour.version, checklist: questionList })
    expect(codeOf(await edit(checklist.filter(({ id }) => id !== questions.grade)))).toEqual([
      422,
      'tour-checklist',
    ])
    const without = checklist.map(one =>
      one.id === questions.grade ? { ...one, options: ['不全', '没有'] } : one,
    )
    expect(codeOf(await edit(without))).toEqual([422, 'tour-checklist'])
    expect((await edit(checklist.filter(({ id }) => id !== questions.seen))).statusCode).toBe(200)
    expect(codeOf(await edit(checklist))).toEqual([409, 'changed-meanwhile'])
  })
})

describe('at a stop', () => {
  test('what a device sends again is there once; its own older words give way, another’s are a conflict', async () => {
    const { stopId } = await underWay(app, planner)
    const give = (body: object) => answerTo(inspector, stopId, questions.staffed, body)
    expect((await give({ value: 'no' })).json()).toMatchObject({ version: 1 })
    expect((await give({ value: 'no' })).json(), 'the answer was lost, not the words').toMatchObject({
      version: 1,
    })
    expect((await give({ value: 'yes' })).json(), 'the same device went on').toMatchObject({ version: 2 })
    const other = await give({ value: 'no', device: deviceB })
    expect(codeOf(other)).toEqual([409, 'stop-meanwhile'])
    expect((await give({ value: 'yes', device: deviceB })).statusCode, 'both say the same').toBe(200)
    expect((await give({ value: 'no', base: 2, device: deviceB })).json()).toMatchObject({ version: 3 })
    expect((await give({ value: null, base: 3, device: deviceB })).json()).toEqual({
      answer: null,
      version: 0,
    })
    expect((await give({ value: null, base: 3, device: deviceB })).statusCode).toBe(200)
    expect((await readStop(inspector, stopId)).answers).toEqual([])
  })

  test.each([
    ['staffed', '是'],
    ['grade', '很好'],
    ['lectures', '三场'],
    ['seen', '  '],
  ] as const)('%s is not answered with %s', async (question, value) => {
    const { stopId } = await underWay(app, planner)
    const answer = await answerTo(inspector, stopId, questions[question], { value })
    expect(codeOf(answer)).toEqual([422, 'stop-answer'])
    expect((await readStop(inspector, stopId)).state).toBe('planned')
  })

  test('findings and talks are written under ids of the device, and removed without a fault twice', async () => {
    const { stopId } = await underWay(app, planner)
    const [finding, talk] = [randomUUID(), randomUUID()]
    for (let i = 0; i < 2; i++) {
      expect((await findingAt(inspector, stopId, finding)).json()).toMatchObject({
        version: 1,
        state: 'open',
      })
      expect((await talkAt(inspector, stopId, talk)).json()).toMatchObject({ version: 1, people: 6 })
    }
    const more = await findingAt(inspector, stopId, finding, { seriousness: 'grave' })
    expect(more.json()).toMatchObject({ version: 2, seriousness: 'grave' })
    expect(codeOf(await talkAt(inspector, stopId, talk, { people: 7, device: deviceB }))).toEqual([
      409,
      'stop-meanwhile',
    ])
    const stop = await readStop(inspector, stopId)
    expect([stop.findings.length, stop.interviews.length, stop.state]).toEqual([1, 1, 'under-way'])
    const elsewhere = (await underWay(app, planner)).stopId
    expect((await findingAt(inspector, elsewhere, finding)).statusCode).toBe(400)
    for (const url of [`/api/stops/${stopId}/findings/${finding}`, `/api/stops/${stopId}/interviews/${talk}`])
      for (let i = 0; i < 2; i++) expect((await inspector.delete(url)).statusCode).toBe(204)
    const { findings, interviews } = await readStop(inspector, stopId)
    expect([findings, interviews]).toEqual([[], []])
  })

  test('a talk keeps a kind and a number of people, and nothing that leads to one', async () => {
    const { stopId } = await underWay(app, planner)
    const refused = await talkAt(inspector, stopId, randomUUID(), { notes: '可打 13812345678' })
    expect(codeOf(refused)).toEqual([422, 'talk-personal'])
    expect((await talkAt(inspector, stopId, randomUUID(), { name: '某人' })).statusCode).toBe(400)
    await talkAt(inspector, stopId, randomUUID())
    const columns = await rowsOf<{ name: string }>(
      app.connection.db,
      sql`select column_name as name from information_schema.columns where table_name = 'inspection_interview'`,
    )
    expect(columns.map(({ name }) => name).sort()).toEqual([
      'at',
      'device',
      'id',
      'kind',
      'notes',
      'people',
      'stop_id',
      'topic',
      'version',
    ])
    const trail = await rowsOf<{ words: string }>(
      app.connection.db,
      sql`select coalesce(after::text, '') || coalesce(words, '') as words from audit_entry`,
    )
    expect(trail.filter(({ words }) => words.includes('种植技术'))).toEqual([])
  })

  test('the check ends when every no has its finding, once, and is opened again by the leader', async () => {
    const { stopId } = await underWay(app, planner)
    await answerTo(inspector, stopId, questions.staffed, { value: 'no' })
    const finish = () => inspector.post(`/api/stops/${stopId}/finish`)
    expect(codeOf(await finish())).toEqual([409, 'stop-finding-missing'])
    const id = findingIdOf(stopId, questions.staffed)
    await findingAt(inspector, stopId, id, { questionId: questions.staffed })
    const ends = await Promise.all([finish(), finish()])
    expect(ends.map(end => end.json<Stop>().state)).toEqual(['done', 'done'])
    expect(codeOf(await answerTo(inspector, stopId, questions.staffed, { value: 'yes' }))).toEqual([
      409,
      'stop-settled',
    ])
    const again = await inspector.post(`/api/stops/${stopId}/reopen`)
    expect(again.json<Stop>()).toMatchObject({ state: 'under-way', finishedAt: null })
  })

  test('who plans and is not on the team looks, and is told why they cannot write', async () => {
    const { stopId } = await underWay(app, planner)
    expect(codeOf(await answerTo(planner, stopId, questions.staffed, { value: 'yes' }))).toEqual([
      409,
      'stop-not-team',
    ])
    expect((await readStop(planner, stopId)).actions).toEqual(['plan'])
  })

  test('one with anything written stays', async () => {
    const { stopId } = await underWay(app, planner)
    await talkAt(inspector, stopId, randomUUID())
    expect(codeOf(await planner.delete(`/api/stops/${stopId}`))).toEqual([409, 'stop-has-content'])
  })

  test('photos hang on the stop or on a finding, once, and go with it', async () => {
    const { stopId } = await underWay(app, planner)
    const [finding, photoId] = [randomUUID(), randomUUID()]
    expect((await postPhoto(inspector, stopId, { finding })).statusCode).toBe(404)
    await findingAt(inspector, stopId, finding)
    const sent = [
      await postPhoto(inspector, stopId, { finding, photoId }),
      await postPhoto(inspector, stopId, { finding, photoId }),
    ]
    expect(sent.map(answer => answer.statusCode)).toEqual([201, 200])
    const [photo] = (await readStop(inspector, stopId)).photos
    expect(photo).toMatchObject({ id: photoId, findingId: finding, width: 60, height: 40 })
    expect((await inspector.get(`${photo!.url}?size=thumb`)).headers['content-type']).toBe('image/jpeg')
    await inspector.delete(`/api/stops/${stopId}/findings/${finding}`)
    expect((await inspector.get(photo!.url)).statusCode).toBe(404)
  })
})

describe('who sees what', () => {
  test('a member from below works at the stops of the tour above, and sees no other tour there', async () => {
    const root = await app.as('coordinator')
    const member = await personOf(app, 'inspector@city')
    const { tour, stopId } = await underWay(app, root, { team: [{ personId: member, leader: true }] })
    expect(tour.unitId).toBe(testUnits.root)
    const other = await planned(app, root, { team: [] })
    expect((await answerTo(inspector, stopId, questions.staffed, { value: 'yes' })).statusCode).toBe(200)
    expect((await inspector.get(`/api/tours/${tour.id}`)).json<Tour>()).toMatchObject({
      actions: [],
      onTeam: true,
    })
    expect((await inspector.get(`/api/tours/${other.id}`)).statusCode).toBe(404)
    expect((await (await app.as('coordinator@city')).get(`/api/tours/${tour.id}`)).statusCode).toBe(404)
    const { rows } = (await inspector.get('/api/tours?mine=true')).json<{ rows: Tour[] }>()
    expect(rows.map(({ id }) => id)).toEqual([tour.id])
  })

  test('the visited unit sees announced visits and what was confirmed: no notes, no talks, no answers', async () => {
    const lead = await app.as('unit-lead@county')
    const visits = async (): Promise<VisitPage> => (await lead.get('/api/visits')).json()
    const made = await withStops(planner, await planned(app, planner))
    expect((await visits()).total, 'planned, not announced yet').toBe(0)
    await moved(planner, made, 'open')
    const stopId = made.stopList[0]!.id
    expect(await toldTo('unit-lead@county')).toEqual(['visit.announced'])
    const [one, other] = [randomUUID(), randomUUID()]
    await findingAt(inspector, stopId, one)
    await findingAt(inspector, stopId, other, { problem: '还没有核实' })
    await talkAt(inspector, stopId, randomUUID())
    const { findings } = await readStop(inspector, stopId)
    const confirm = findings.filter(({ id }) => id === one).map(({ id, version }) => ({ id, version }))
    expect((await planner.post('/api/findings/confirm', { findings: confirm })).statusCode).toBe(200)
    const seen = await lead.get(`/api/visits/${stopId}`)
    expect(seen.json<Visit>().findingList.map(({ id }) => id)).toEqual([one])
    for (const hidden of ['还没有核实', '种植技术', '夜校办得怎么样']) expect(seen.body).not.toContain(hidden)
    expect(await toldTo('unit-lead@county')).toEqual(['visit.announced', 'finding.confirmed'])
    expect((await lead.get(`/api/stops/${stopId}`)).statusCode).toBe(404)
    expect((await (await app.as('unit-lead@sister')).get(`/api/visits/${stopId}`)).statusCode).toBe(404)
  })

  test('of a tour that comes unannounced the unit hears nothing before the check has ended', async () => {
    const lead = await app.as('unit-lead@county')
    const { stopId } = await underWay(app, planner, { announced: false })
    expect(await toldTo('unit-lead@county')).toEqual([])
    expect((await lead.get(`/api/visits/${stopId}`)).statusCode).toBe(404)
    await inspector.post(`/api/stops/${stopId}/finish`)
    expect((await lead.get(`/api/visits/${stopId}`)).statusCode).toBe(200)
  })

  test('the policies alone hold what the conditions would hold', async () => {
    const { stopId } = await underWay(app, planner, { announced: false })
    await talkAt(inspector, stopId, randomUUID())
    await findingAt(inspector, stopId, randomUUID())
    const units = await rowsOf<{ id: string; path: string }>(
      app.connection.db,
      sql`select id, path from unit`,
    )
    const count = async (unitId: string | null, personId: string | null, content = true) => {
      const roots = units.filter(({ id }) => id === unitId).map(({ id, path }) => ({ unitId: id, path }))
      const tables = ['tour', 'member', 'stop', 'answer', 'finding', 'interview', 'photo']
      return readInScope(app.connection.db, { scope: { roots, content }, personId }, async tx => {
        let rows = 0
        for (const table of tables)
          rows += (await rowsOf(tx, sql`select from ${sql.raw(`inspection_${table}`)}`)).length
        return rows
      })
    }
    expect(await count(testUnits.city, null)).toBe(5)
    expect(await count(testUnits.root, null)).toBe(5)
    expect(await count(testUnits.city, null, false)).toBe(0)
    expect(await count(testUnits.county, null)).toBe(0)
    expect(await count(testUnits.sister, null)).toBe(0)
    expect(await count(null, await personOf(app, 'inspector@city'))).toBe(5)
    await inspector.post(`/api/stops/${stopId}/finish`)
    expect(await count(testUnits.county, null), 'the tour, its team and the stop').toBe(3)
  })
})

describe('findings', () => {
  test('are found across tours by filters, counted by state, settled several at once', async () => {
    const [one, two] = [await underWay(app, planner), await underWay(app, planner, { name: '另一次督导' })]
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()]
    await findingAt(inspector, one.stopId, a, { problem: '甲问题', seriousness: 'minor', dueDay: null })
    await findingAt(inspector, one.stopId, b, {
      problem: '乙问题',
      seriousness: 'grave',
      dueDay: '2026-08-01',
    })
    await findingAt(inspector, two.stopId, c, { problem: '丙问题', dueDay: '2026-07-01' })
    const list = async (query = ''): Promise<FindingPage> =>
      (await planner.get(`/api/findings${query}`)).json()
    const ids = async (query: string) => (await list(query)).rows.map(({ id }) => id)
    expect(await list()).toMatchObject({ total: 3, counts: { open: 3, confirmed: 0 } })
    expect(await ids(`?tour=${two.tour.id}`)).toEqual([c])
    expect(await ids('?order=due')).toEqual([c, b, a])
    expect(await ids('?order=grave')).toEqual([b, c, a])
    expect(await ids('?seriousness=grave')).toEqual([b])
    expect(await ids(`?q=${encodeURIComponent('丙 督导')}`)).toEqual([c])
    expect(await ids(`?unit=${testUnits.sister}`)).toEqual([])
    const settle = (deed: string, wish: readonly string[], more = {}) =>
      planner.post(`/api/findings/${deed}`, { findings: wish.map(id => ({ id, version: 1 })), ...more })
    expect((await settle('confirm', [a, b])).statusCode).toBe(200)
    expect(codeOf(await settle('confirm', [c, b])), 'all or none').toEqual([409, 'finding-settled'])
    expect((await settle('dismiss', [c], { reason: '现场已说明' })).statusCode).toBe(200)
    expect((await list()).counts).toEqual({ open: 0, confirmed: 2, raised: 0, dismissed: 1 })
    expect(codeOf(await findingAt(inspector, one.stopId, a, { problem: '改过' }))).toEqual([
      409,
      'finding-settled',
    ])
    const strange = await (await app.as('coordinator@sister')).post('/api/findings/confirm', {
      findings: [{ id: a, version: 2 }],
    })
    expect(strange.statusCode).toBe(404)
  })

  test('raised, each becomes an item of the visited unit in a rectification ledger, once; all or none', async () => {
    const { db } = app.connection
    const { stopId } = await underWay(app, planner)
    const [one, two] = [randomUUID(), randomUUID()]
    for (const id of [one, two]) await findingAt(inspector, stopId, id)
    const [ledger, other] = [randomUUID(), randomUUID()]
    for (const [id, kind] of [
      [ledger, 'rectification'],
      [other, 'work'],
    ] as const)
      await db.execute(sql`insert into ledger (id, unit_id, scope_path, key, kind, name, rules, created_at)
        values (${id}, ${testUnits.city}, '', ${id}, ${kind}, ${kind}, ${JSON.stringify({ ...ordinaryRules[kind], id })}::jsonb, now())`)
    const raise = (ledgerId: string, version = 1) =>
      planner.post('/api/findings/raise', {
        ledgerId,
        findings: [one, two].map(id => ({ id, version, measure: '限期补齐', dueDay: '2099-01-31' })),
      })
    expect(codeOf(await raise(other))).toEqual([422, 'finding-ledger'])
    expect(codeOf(await raise(randomUUID()))).toEqual([404, 'not-found'])
    const [first, second] = await Promise.all([raise(ledger), raise(ledger)])
    expect([first.statusCode, second.statusCode].sort(), first.body + second.body).toEqual([200, 409])
    const items = await rowsOf(
      db,
      sql`select i.unit_id as unit, i.measure, i.due_day::text as due, i.problem, m.origin, m.origin_id as "originId"
        from ledger_item i join ledger_matter m on m.id = i.matter_id where i.ledger_id = ${ledger} order by m.no`,
    )
    const common = {
      unit: testUnits.county,
      measure: '限期补齐',
      due: '2099-01-31',
      problem: '台账没有按月更新',
    }
    expect(items).toEqual([one, two].map(originId => ({ ...common, origin: 'finding', originId })))
    const { rows, counts }: FindingPage = (await planner.get('/api/findings')).json()
    expect(counts.raised).toBe(2)
    expect(rows.map(({ item }) => item?.dueDay)).toEqual(['2099-01-31', '2099-01-31'])
    const lead = await app.as('unit-lead@county')
    const told = async () => {
      const { findingList }: Visit = (await lead.get(`/api/visits/${stopId}`)).json()
      return findingList.map(({ state, item }) => [state, item?.state ?? null])
    }
    expect(await told(), 'its keeper looks at it first').toEqual([
      ['raised', null],
      ['raised', null],
    ])
    await db.execute(sql`update ledger_item set state = 'dispatched', dispatched_at = now()
      where ledger_id = ${ledger}`)
    expect(await told()).toEqual([
      ['raised', 'dispatched'],
      ['raised', 'dispatched'],
    ])
    await db.execute(sql`delete from ledger where id in (${ledger}, ${other})`)
  })

  test('a tour adds up its stops, answers, findings and talks, and goes out as workbooks', async () => {
    const { tour, stopId } = await underWay(app, planner)
    await answerTo(inspector, stopId, questions.staffed, { value: 'yes' })
    await answerTo(inspector, stopId, questions.lectures, { value: 12 })
    await findingAt(inspector, stopId, randomUUID())
    await talkAt(inspector, stopId, randomUUID())
    await talkAt(inspector, stopId, randomUUID(), { people: 3 })
    const seen: Tour = (await planner.get(`/api/tours/${tour.id}`)).json()
    expect(seen).toMatchObject({
      talks: 2,
      talkedWith: 9,
      findings: 1,
      findingsOpen: 1,
      stops: 1,
      stopsDone: 0,
    })
    expect(seen.findingCounts).toEqual([{ seriousness: 'major', state: 'open', findings: 1 }])
    expect(seen.questions.map(({ answered, values, sum }) => [answered, values.length, sum])).toEqual([
      [1, 1, null],
      [0, 0, null],
      [1, 0, 12],
      [0, 0, null],
    ])
    const who = await planner.get(`/api/tours/${tour.id}/answers?question=${questions.staffed}&value=yes`)
    expect(who.json().rows).toMatchObject([{ stopId, value: 'yes' }])
    for (const sheet of ['stops', 'findings']) {
      const book = await planner.post(`/api/tours/${tour.id}/export`, { sheet })
      expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK')
    }
  })
})
