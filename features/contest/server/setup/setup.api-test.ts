import { randomUUID } from 'node:crypto'
import { noScope, readInScope } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type ContestAction,
  type ContestChoices,
  type ContestPage,
  type ContestPlaying,
  type ContestPreview,
  type ContestRecord,
  contestActions,
  contestFlow,
  contestStates,
  type FrozenQuestionPage,
  type Kinds,
} from '../../contract/index.ts'
import { addPlayers, ordinaryContest, someQuestions, ticketOf } from '../play/play.fixture.ts'
import { bankOf, contestDraft, contestIn, doDeed, draftContest, openedContest } from './setup.fixture.ts'

let app: TestApp
let now = Date.parse('2026-09-01T02:00:00Z')
beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => new Date(now) } })
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const hour = 3_600_000
const get = async <T>(path: string, by: Persona = 'coordinator@city'): Promise<T> =>
  (await (await app.as(by)).get(path)).json<T>()
const post = async (path: string, body: object, by: Persona = 'coordinator@city') =>
  (await app.as(by)).post(path, body)
const put = async (path: string, payload: object, by: Persona = 'coordinator@city') =>
  (await app.as(by)).request({ method: 'PUT', url: path, payload })
const codeOf = (answer: { json<T>(): T }) => answer.json<{ code: string }>().code
const one = (id: string) => get<ContestRecord>(`/api/contests/${id}`)
const within = () => ({ ...ordinaryContest(now) })
const draft = (wish: Parameters<typeof draftContest>[1] = {}) =>
  draftContest(app, { ...wish, rules: { ...within(), ...wish.rules } })
const at = (state: ContestRecord['state']) => contestIn(app, state, { rules: within() })
const change = ({ version, title, slug, about, rules }: ContestRecord, more: object = {}) => ({
  ...{ version, title, slug, about, rules, bankIds: [] },
  ...more,
})

describe('setting up', () => {
  test('sent again under the same id it is the same contest; an address belongs to one', async () => {
    const body = contestDraft({ rules: within() })
    expect((await post('/api/contests', body)).statusCode).toBe(201)
    expect((await post('/api/contests', body)).statusCode).toBe(201)
    expect((await get<ContestPage>(`/api/contests?q=${body.slug}`)).total).toBe(1)
    const taken = await post('/api/contests', { ...body, id: randomUUID() })
    expect([taken.statusCode, codeOf(taken)]).toEqual([422, 'contest-slug-taken'])
    // Also for who does not see the one that has it.
    const sister = { ...body, id: randomUUID(), unitId: testUnits.sister }
    expect(codeOf(await post('/api/contests', sister, 'editor@sister'))).toBe('contest-slug-taken')
    const other = await draft()
    expect(codeOf(await put(`/api/contests/${other.id}`, change(other, { slug: body.slug })))).toBe(
      'contest-slug-taken',
    )
  })

  test('units and banks beyond the caller’s reach are refused, and nothing is kept', async () => {
    const far = contestDraft({ unitId: testUnits.sister, rules: within() })
    expect(codeOf(await post('/api/contests', far))).toBe('contest-unit-unknown')
    const bankId = await bankOf(app.connection.db, someQuestions(3), testUnits.sister)
    const borrowed = contestDraft({ rules: within(), bankIds: [bankId] })
    expect(codeOf(await post('/api/contests', borrowed))).toBe('contest-bank-unknown')
    expect((await get<ContestPage>(`/api/contests?q=${borrowed.slug}`)).total).toBe(0)
    expect((await post('/api/contest-kinds', { bankIds: [bankId] })).json<Kinds>().rows).toEqual([])
  })

  test.each([
    ['an address with capitals', { slug: 'Kepu-2026' }],
    ['an address with a slash', { slug: 'a/b' }],
    ['no title', { title: ' ' }],
    ['a field nobody knows', { winner: '某人' }],
    ['rules without a draw', { rules: { ...ordinaryContest(), draw: [] } }],
    ['a rule nobody knows', { rules: { ...ordinaryContest(), bonus: 1 } }],
    ['a time that is none', { rules: { ...ordinaryContest(), opensAt: '明天' } }],
  ])('%s is refused', async (_, wrong) => {
    expect((await post('/api/contests', { ...contestDraft(), ...wrong })).statusCode).toBe(400)
  })

  test('what two change at once is not lost', async () => {
    const contest = await draft()
    const edited = await put(`/api/contests/${contest.id}`, change(contest, { title: '改过名的竞赛' }))
    expect(edited.json()).toMatchObject({ title: '改过名的竞赛', version: 1 })
    const late = await put(`/api/contests/${contest.id}`, change(contest))
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'changed-meanwhile'])
  })

  test('choices offer banks with their approved questions, and five templates whose days lie ahead', async () => {
    const bankId = await bankOf(app.connection.db, someQuestions(12))
    const choices = await get<ContestChoices>('/api/contest-choices')
    expect(choices.home.unitId).toBe(testUnits.city)
    expect(choices.banks).toContainEqual(expect.objectContaining({ id: bankId, approved: 12 }))
    expect(choices.presets).toHaveLength(5)
    for (const { rules } of choices.presets) expect(Date.parse(rules.opensAt)).toBeGreaterThan(now)
    const kinds = (await post('/api/contest-kinds', { bankIds: [bankId] })).json<Kinds>().rows
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(12)
    expect(kinds).toContainEqual({ type: 'single', category: '历史', difficulty: 'easy', count: 2 })
  })

  test('a preview is a paper of the rules, another each time, with what is right', async () => {
    const { id } = await draft({ rules: { draw: [{ ...within().draw[0]!, count: 20 }] } })
    const [first, second] = [
      await get<ContestPreview>(`/api/contests/${id}/preview`),
      await get<ContestPreview>(`/api/contests/${id}/preview`),
    ]
    expect(first).toMatchObject({ fullScore: 200, seconds: 600 })
    expect(new Set(first.questions.map(({ stem }) => stem)).size).toBe(20)
    expect(first.questions[0]!.answer).toEqual([0])
    expect(first.questions.map(({ stem }) => stem)).not.toEqual(second.questions.map(({ stem }) => stem))
    const poor = await draft({ questions: someQuestions(3) })
    expect(codeOf(await (await app.as('editor@city')).get(`/api/contests/${poor.id}/preview`))).toBe(
      'contest-not-ready',
    )
    // What is right is not for every reader of the office.
    expect((await (await app.as('reporter@city')).get(`/api/contests/${id}/preview`)).statusCode).toBe(404)
  })
})

describe('opening', () => {
  test('with a fault nothing opens, and the record says at which field', async () => {
    const { opensAt } = within()
    const session = {
      key: 'a',
      name: '上午场',
      groups: [],
      opensAt: '2026-01-01T00:00:00.000Z',
      closesAt: opensAt,
    }
    const contest = await draft({ rules: { sessions: [session] } })
    expect(contest.faults.map(({ at: field, code }) => `${field} ${code}`)).toContain(
      'sessions.0 session-outside',
    )
    const answer = await post(`/api/contests/${contest.id}/open`, { version: contest.version })
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'contest-not-ready'])
    expect(await one(contest.id)).toMatchObject({ state: 'draft', keyCommitment: null, questions: 0 })
  })

  test('questions that are not approved count for nothing', async () => {
    const bankId = await bankOf(app.connection.db, someQuestions(12))
    await app.connection.db.execute(sql`update contest_bank_question set state = 'draft'
      where id in (select id from contest_bank_question where bank_id = ${bankId} limit 5)`)
    const contest = await draft({ bankIds: [bankId] })
    expect(contest.faults.filter(({ hint }) => !hint)).toMatchObject([
      { at: 'draw.0', code: 'draw-short', values: { wanted: 10, there: 7 } },
    ])
  })

  test('freezes questions and units, publishes the hash of the key, and tells those who keep it', async () => {
    const contest = await openedContest(app, { rules: within() })
    expect(contest).toMatchObject({ state: 'open', questions: 30, faults: [] })
    expect(contest.keyCommitment).toMatch(/^[0-9a-f]{64}$/)
    const { db } = app.connection
    await db.execute(sql`update contest_bank_question set stem = '改过的题干' where bank_id in
      (select bank_id from contest_source where contest_id = ${contest.id})`)
    const frozen = await get<FrozenQuestionPage>(`/api/contests/${contest.id}/questions?pageSize=100`)
    expect(frozen.total).toBe(30)
    expect(frozen.rows.every(({ stem }) => stem !== '改过的题干')).toBe(true)
    const told = await rowsOf(
      db,
      sql`select 1 from notice where kind = 'contest.opened' and link = ${`/contests/${contest.id}`}`,
    )
    expect(told.length).toBeGreaterThan(0)
    expect((await (await app.as('anonymous')).get(`/play/${contest.slug}/face`)).json()).toMatchObject({
      playable: true,
    })
  })

  test('the key is nowhere to be read', async () => {
    const contest = await openedContest(app, { rules: within() })
    const { db } = app.connection
    const [kept] = await rowsOf<{ sealed: string }>(
      db,
      sql`select key_sealed as sealed from contest where id = ${contest.id}`,
    )
    const key = app.sealer.unseal(kept!.sealed, contest.id)
    const trail = await rowsOf<{ line: string }>(
      db,
      sql`select coalesce(after::text, '') as line from audit_entry where object = ${contest.id}`,
    )
    expect(JSON.stringify([contest, trail])).not.toContain(key)
  })
})

describe('while it is open', () => {
  const amendment = ({ version, title, about, rules }: ContestRecord, more: object = {}) => ({
    ...{ version, title, about, closesAt: rules.closesAt, hours: rules.hours, sessions: rules.sessions },
    ...more,
  })

  test('times and words may change, the draw may not', async () => {
    const contest = await at('open')
    const later = new Date(now + 40 * 24 * hour).toISOString()
    const path = `/api/contests/${contest.id}/amend`
    const amended = await post(path, amendment(contest, { closesAt: later, title: '延期的竞赛' }))
    expect(amended.json()).toMatchObject({
      title: '延期的竞赛',
      closesAt: later,
      version: contest.version + 1,
    })
    expect((await post(path, { ...amendment(amended.json()), draw: [] })).statusCode).toBe(400)
    const past = amendment(amended.json(), { closesAt: new Date(now - hour).toISOString() })
    expect(codeOf(await post(path, past))).toBe('contest-window-over')
    const session = {
      key: 'x',
      name: '场外',
      groups: [],
      opensAt: '2020-01-01T00:00:00Z',
      closesAt: '2020-01-02T00:00:00Z',
    }
    const outside = await post(path, amendment(amended.json(), { sessions: [session] }))
    expect(codeOf(outside)).toBe('contest-not-ready')
    expect(codeOf(await put(`/api/contests/${contest.id}`, change(amended.json())))).toBe('contest-settled')
  })

  test('a question is withdrawn once, with a reason, by who keeps the contest, as long as it is not published', async () => {
    const contest = await at('open')
    const path = `/api/contests/${contest.id}/withdraw-question`
    expect((await post(path, { no: 3, reason: ' ' })).statusCode).toBe(400)
    expect((await post(path, { no: 999, reason: '答案有误' })).statusCode).toBe(404)
    expect((await post(path, { no: 3, reason: '答案有误' }, 'signatory@city')).statusCode).toBe(404)
    const record = (await post(path, { no: 3, reason: '答案有误' }, 'editor@city')).json<ContestRecord>()
    expect(record).toMatchObject({ withdrawn: 1, questions: 30 })
    expect(record.steps.map(({ action }) => action)).toContain('withdraw-question')
    expect(codeOf(await post(path, { no: 3, reason: '答案有误' }))).toBe('contest-settled')
    const { rows } = await get<FrozenQuestionPage>(`/api/contests/${contest.id}/questions`)
    expect(rows[0]).toMatchObject({ no: 3, withdrawnReason: '答案有误' })
    expect(
      codeOf(
        await post(`/api/contests/${(await at('published')).id}/withdraw-question`, {
          no: 3,
          reason: '答案有误',
        }),
      ),
    ).toBe('contest-settled')
  })

  test('closing during play: nothing begins any more, what was begun is taken', async () => {
    const contest = await at('open')
    const { db } = app.connection
    const [row] = await rowsOf<{ no: number }>(db, sql`select no from contest where id = ${contest.id}`)
    const [playerNo, other] = await addPlayers(db, row!, 2)
    const live = (await app.contest.contests.find(contest.slug))!
    const play = async (path: string, body: object) =>
      (await app.as('anonymous')).post(`/play/${contest.slug}/${path}`, body)
    const begun = await play('paper', { ticket: ticketOf(live, { playerNo: playerNo! }) })
    const { token, order } = begun.json<{ token: string; order: number[][] }>()
    expect(await get<ContestPlaying>(`/api/contests/${contest.id}/playing`)).toMatchObject({
      ...{ players: 0, today: 0, minutes: 11 },
      until: new Date(now + 630_000).toISOString(),
    })
    now += 60_000
    const closed = await doDeed(app, await one(contest.id), 'close', { reason: '网络检修' })
    expect(closed).toMatchObject({ state: 'closed', closedAt: new Date(now).toISOString() })
    expect(closed.steps[0]).toMatchObject({ action: 'close', note: '网络检修' })
    app.contest.contests.forget(contest.slug)
    const refused = await play('paper', { ticket: ticketOf(live, { playerNo: other! }) })
    expect(codeOf(refused)).toBe('contest-over')
    const counted = await play('hand-in', { token, answers: order.map(places => [places.indexOf(0)]) })
    expect(counted.json()).toMatchObject({ counted: 'now', rightCount: 10 })
    expect((await get<ContestPlaying>(`/api/contests/${contest.id}/playing`)).players).toBe(1)
  })

  test('the program closes it when the last paper can be there, once, and not one that was given more time', async () => {
    // Not much later: who is signed in stays so.
    const closesAt = new Date(now + 60_000).toISOString()
    const [due, longer] = [
      await doDeed(app, await draft({ rules: { closesAt } }), 'open'),
      await doDeed(app, await draft({ rules: { closesAt } }), 'open'),
    ]
    await doDeed(
      app,
      longer,
      'amend',
      amendment(longer, { closesAt: new Date(now + 5 * hour).toISOString() }),
    )
    now = Date.parse(closesAt) + 629_000
    await app.contest.setup.closeDue()
    expect((await one(due.id)).state).toBe('open')
    now += 1000
    const closing = await Promise.all([app.contest.setup.closeDue(), app.contest.setup.closeDue()])
    expect(closing.reduce((sum, count) => sum + count, 0)).toBe(1)
    const closed = await one(due.id)
    expect(closed).toMatchObject({ state: 'closed', closedAt: null })
    expect(closed.steps.filter(({ action }) => action === 'close')).toMatchObject([{ byName: '系统' }])
    expect((await one(longer.id)).state).toBe('open')
    const [entry] = await rowsOf<{ kind: string }>(
      app.connection.db,
      sql`select actor_kind as kind from audit_entry where object = ${due.id} and action = 'contest.close'`,
    )
    expect(entry).toEqual({ kind: 'system' })
  })
})

describe('the flow', () => {
  const bodies: Partial<Record<ContestAction, object>> = {
    ...{ close: { reason: '主办单位决定' }, withdraw: { reason: '数据有误' }, rehearse: { players: 1 } },
  }
  const routed = contestActions.filter(
    each => !['withdraw-question', 'review', 'edit', 'amend'].includes(each),
  )

  test.each(contestStates)('from %s only what the flow says', async state => {
    for (const action of routed) {
      const contest = await at(state)
      expect(contest.actions).toEqual(
        contestActions.filter(
          each =>
            (contestFlow[each].from as readonly string[]).includes(state) &&
            (contestFlow[each].by as readonly string[]).includes('coordinator'),
        ),
      )
      const { id, version } = contest
      const answer = await post(`/api/contests/${id}/${action}`, { version, ...bodies[action] })
      const allowed = (contestFlow[action].from as readonly string[]).includes(state)
      expect([state, action, answer.statusCode]).toEqual([
        state,
        action,
        allowed ? (action === 'remove' ? 204 : 200) : 409,
      ])
      if (!allowed) expect(codeOf(answer)).toBe('contest-settled')
    }
  })

  test('what somebody may do hangs on the roles they hold there', async () => {
    const { id } = await at('draft')
    const actions = async (by: Persona) => (await get<ContestRecord>(`/api/contests/${id}`, by)).actions
    expect(await actions('editor@city')).toEqual(['edit', 'rehearse', 'remove'])
    expect(await actions('signatory')).toEqual(['open'])
    expect(await actions('coordinator')).toEqual(['edit', 'rehearse', 'open', 'remove'])
    expect(await actions('reporter@city')).toEqual([])
    const refused = await post(`/api/contests/${id}/open`, { version: 0 }, 'editor@city')
    expect(refused.statusCode).toBe(404)
  })

  test('removed, nothing of it is left', async () => {
    const rehearsed = await doDeed(app, await at('rehearsal'), 'rewind')
    await app.contest.setup.queue.idle()
    const { db } = app.connection
    const [row] = await rowsOf<{ no: number }>(db, sql`select no from contest where id = ${rehearsed.id}`)
    const { version } = await one(rehearsed.id)
    expect((await post(`/api/contests/${rehearsed.id}/remove`, { version })).statusCode).toBe(204)
    const left = await rowsOf(
      db,
      sql`select relname from pg_class where relname = ${`contest_attempt_${row!.no}`}`,
    )
    expect(left).toEqual([])
    expect((await (await app.as('coordinator@city')).get(`/api/contests/${rehearsed.id}`)).statusCode).toBe(
      404,
    )
  })
})

describe('lists', () => {
  test('hold the contests of the caller’s units, filtered and in order', async () => {
    const title = `名单${randomUUID().slice(0, 8)}`
    await draft({ title: `${title}乙` })
    const open = await doDeed(app, await draft({ title: `${title}甲` }), 'open')
    const list = async (more: string, by: Persona = 'reporter@city') =>
      get<ContestPage>(`/api/contests?q=${encodeURIComponent(title)}${more}`, by)
    expect((await list('&order=title')).rows.map(row => row.title)).toEqual(
      [`${title}乙`, `${title}甲`].sort(),
    )
    expect(await list('&state=open')).toMatchObject({
      total: 1,
      counts: { draft: 1, open: 1 },
      rows: [{ id: open.id }],
    })
    expect((await list(`&unit=${testUnits.city}`, 'coordinator')).total).toBe(2)
    expect((await list(`&unit=${testUnits.sister}`, 'coordinator')).total).toBe(0)
    // A unit below finds what its people may play; drafts it does not, and beside it there is nothing.
    expect((await list('', 'coordinator@sister')).total).toBe(0)
    const below = await list('', 'coordinator@county')
    expect(below).toMatchObject({ total: 1, rows: [{ id: open.id, whole: false, actions: [] }] })
    expect((await (await app.as('auditor')).get('/api/contests')).statusCode).toBe(404)
  })

  test('leave as a workbook, and the trail tells every deed', async () => {
    const contest = await at('closed')
    const answer = await post('/api/contests/export', { state: 'closed', columns: ['title', 'people'] })
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const told = await rowsOf<{ action: string }>(
      app.connection.db,
      sql`select action from audit_entry where object = ${contest.id} order by id`,
    )
    expect(told.map(({ action }) => action)).toEqual(['contest.create', 'contest.open', 'contest.close'])
    expect(contest.steps.map(({ action }) => action).sort()).toEqual(['close', 'create', 'open'])
  })

  test('nobody signed in reads a draft, a question or a step', async () => {
    const [hidden, open] = [await at('draft'), await at('open')]
    const ids = sql`(${hidden.id}, ${open.id})`
    const seen = await readInScope(app.connection.db, { scope: noScope, personId: null }, async tx => ({
      contests: await rowsOf(tx, sql`select id from contest where id in ${ids}`),
      questions: await rowsOf(tx, sql`select no from contest_question where contest_id in ${ids}`),
      steps: await rowsOf(tx, sql`select id from contest_step where contest_id in ${ids}`),
      rehearsals: await rowsOf(tx, sql`select contest_id from contest_rehearsal`),
    }))
    expect(seen).toEqual({ contests: [{ id: open.id }], questions: [], steps: [], rehearsals: [] })
  })
})
