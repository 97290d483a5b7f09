/** Contests for tests, made as people make them, of a bank that is there already. */
import { randomUUID } from 'node:crypto'
import { type Database, sql } from '@jianbao/platform/db'
import { type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import type { ContestRecord, ContestRules, NewContest, QuestionDraft } from '../../contract/index.ts'
import { recordBank, recordQuestions } from '../bank/index.ts'
import { ordinaryContest, someQuestions } from '../play/play.fixture.ts'

const hand = { id: 'someone', name: '某人' }

/** A bank of approved questions at a unit; its id. */
export function bankOf(
  db: Database,
  questions: readonly QuestionDraft[] = someQuestions(30),
  unitId: string = testUnits.city,
): Promise<string> {
  const at = new Date()
  return db.transaction(async tx => {
    const id = await recordBank(tx, { unitId, name: `题库 ${randomUUID()}` }, { writer: hand, at })
    await recordQuestions(tx, id, questions, { writer: hand, reviewer: hand, at })
    return id
  })
}

export const contestDraft = (wish: Partial<NewContest> = {}): NewContest => {
  const id = wish.id ?? randomUUID()
  return {
    ...{ id, unitId: testUnits.city, title: '全民科学素质竞赛', slug: `c-${id.slice(0, 13)}`, about: '' },
    ...{ rules: ordinaryContest(), bankIds: [] },
    ...wish,
  }
}

type Wish = Partial<Omit<NewContest, 'rules'>> & {
  readonly rules?: Partial<ContestRules>
  readonly questions?: readonly QuestionDraft[]
  readonly by?: Persona
}

/** A contest in draft at the test unit `city`, with a bank of thirty questions of its own. */
export async function draftContest(app: TestApp, wish: Wish = {}): Promise<ContestRecord> {
  const { rules = {}, questions, by = 'coordinator@city', ...words } = wish
  const bankIds = words.bankIds ?? [await bankOf(app.connection.db, questions, words.unitId)]
  const draft = contestDraft({ ...words, bankIds, rules: { ...ordinaryContest(), ...rules } })
  return expectOk(await (await app.as(by)).post('/api/contests', draft), 201)
}

/** Does one deed with it and answers how it stands then. */
export async function doDeed(
  app: TestApp,
  { id, version }: Pick<ContestRecord, 'id' | 'version'>,
  action: string,
  more: object = {},
  by: Persona = 'coordinator@city',
): Promise<ContestRecord> {
  return expectOk(await (await app.as(by)).post(`/api/contests/${id}/${action}`, { version, ...more }))
}

export const openedContest = async (app: TestApp, wish: Wish = {}) =>
  doDeed(app, await draftContest(app, wish), 'open', {}, wish.by)

export async function contestIn(
  app: TestApp,
  state: ContestRecord['state'],
  wish: Wish = {},
): Promise<ContestRecord> {
  const draft = await draftContest(app, wish)
  if (state === 'draft') return draft
  if (state === 'rehearsal') return doDeed(app, draft, 'rehearse', { players: 1 })
  const open = await doDeed(app, draft, 'open')
  if (state === 'open') return open
  const closed = await doDeed(app, open, 'close', { reason: '提前完成' })
  // Long enough ago that no paper is on its way.
  await app.connection.db.execute(
    sql`update contest set closed_at = closed_at - interval '1 day' where id = ${closed.id}`,
  )
  if (state === 'closed') return closed
  return doDeed(app, closed, 'publish')
}

export function expectOk(answer: { statusCode: number; body: string }, status = 200): ContestRecord {
  if (answer.statusCode !== status) throw new Error(`${answer.statusCode}: ${answer.body}`)
  return JSON.parse(answer.body) as ContestRecord
}
