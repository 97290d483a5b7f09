import type { Issue } from '@jianbao/bulletin/contract'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type Persona, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EditionDeed } from '../../contract/index.ts'
import { actOn, filledEdition, readEdition } from './sign.fixture.ts'

let app: TestApp
let editor: Agent
let reviser: Agent
let signatory: Agent
beforeAll(async () => {
  app = await openTestApp()
  ;[editor, reviser, signatory] = await Promise.all([
    app.as('editor'),
    app.as('reviser'),
    app.as('signatory'),
  ])
})
afterAll(() => app.close())

const heard = async (persona: Persona, kind: string): Promise<number> => {
  const { rows } = (await (await app.as(persona)).get('/api/notices')).json<{ rows: { kind: string }[] }>()
  return rows.filter(row => row.kind === kind).length
}

describe('the way to the signature', () => {
  it('goes from step to step, takes a number with the signature, and is issued', async () => {
    const begun = await filledEdition(app, editor)
    const before = [await heard('reviser', 'edition.waiting'), await heard('editor', 'edition.waiting')]
    const sent = await actOn(editor, begun, 'send')
    expect(sent).toMatchObject({ state: 'signing', step: 0, round: 1 })
    expect(await heard('reviser', 'edition.waiting')).toBe(before[0]! + 1)
    expect(await heard('editor', 'edition.waiting')).toBe(before[1])
    const passed = await actOn(reviser, sent, 'pass')
    expect(passed).toMatchObject({ state: 'signing', step: 1, signedAt: null })
    const signed = await actOn(signatory, passed, 'sign')
    expect(signed).toMatchObject({ state: 'signed', issueNo: 1, signedName: expect.any(String) })
    await app.issuing.settle()
    const issued = await readEdition(editor, begun.id)
    expect(issued).toMatchObject({
      state: 'issued',
      issueNo: 1,
      chainHead: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(issued.steps.map(({ action }) => action)).toEqual(['begin', 'send', 'pass', 'sign', 'freeze'])
    const [entry] = await rowsOf<{ hash: string }>(
      app.connection.db,
      sql`select hash from audit_entry where object = ${begun.id} and action = 'edition.sign'`,
    )
    expect(issued.chainHead).toBe(entry!.hash)
    const issue = (await editor.get(`/api/issues/${begun.id}`)).json<Issue>()
    expect(issue).toMatchObject({
      origin: 'composed',
      issueNo: 1,
      articles: 1,
      columns: [{ name: '学教动态' }],
    })
    expect(issue.columns[0]!.articles[0]).toMatchObject({
      id: begun.content[0]!.id,
      paragraphs: ['6月1日，云岭市科协开展读书活动。', '活动有120人参加。'],
    })
  })

  it('comes back with the reason, and is sent again as the next round', async () => {
    const sent = await actOn(editor, await filledEdition(app, editor), 'send')
    const silent = await reviser.post(`/api/editions/${sent.id}/return`, { version: sent.version })
    expect(silent.json()).toMatchObject({ code: 'reason-missing' })
    const returned = await actOn(reviser, sent, 'return', { reason: '数字请再核' })
    expect(returned).toMatchObject({ state: 'returned', step: 0, round: 1 })
    expect(returned.steps.at(-1)).toMatchObject({ action: 'return', reason: '数字请再核', stepName: '核稿' })
    expect(await heard('editor', 'edition.returned')).toBeGreaterThan(0)
    const again = await actOn(editor, returned, 'send')
    expect(again).toMatchObject({ state: 'signing', round: 2 })
    expect(await actOn(editor, again, 'recall')).toMatchObject({ state: 'drafting', round: 2 })
  })

  it('is signed past its chain with a reason that stays on record', async () => {
    const begun = await filledEdition(app, editor)
    const forced = await actOn(signatory, begun, 'force', { reason: '汛情紧急' })
    expect(forced).toMatchObject({ state: 'signed', forceReason: '汛情紧急' })
    expect(await heard('reviser', 'edition.forced')).toBeGreaterThan(0)
    await app.issuing.settle()
    expect((await readEdition(editor, begun.id)).state).toBe('issued')
  })

  it('is not sent while it is empty, or while somebody else is writing in it', async () => {
    const filled = await filledEdition(app, editor)
    await app.connection.db.execute(sql`update edition_item set claimed_by = 'another', claimed_name = '乙',
      claimed_until = now() + interval '1 minute' where edition_id = ${filled.id}`)
    const claimed = await editor.post(`/api/editions/${filled.id}/send`, { version: filled.version })
    expect(claimed.json()).toMatchObject({ code: 'edition-being-edited' })
    await app.connection.db.execute(sql`delete from edition_item where edition_id = ${filled.id}`)
    const empty = await editor.post(`/api/editions/${filled.id}/send`, { version: filled.version })
    expect(empty.json()).toMatchObject({ code: 'edition-empty' })
    expect((await readEdition(editor, filled.id)).round).toBe(0)
  })
})

/** Who may do what in which state; everybody else changes nothing. */
const table: { deed: EditionDeed; state: 'drafting' | 'first' | 'last'; by: Persona[] }[] = [
  { deed: 'send', state: 'drafting', by: ['editor'] },
  { deed: 'recall', state: 'first', by: ['editor'] },
  { deed: 'pass', state: 'first', by: ['reviser'] },
  { deed: 'return', state: 'first', by: ['reviser'] },
  { deed: 'return', state: 'last', by: ['signatory'] },
  { deed: 'sign', state: 'last', by: ['signatory'] },
  { deed: 'sign', state: 'first', by: [] },
  { deed: 'pass', state: 'last', by: [] },
  { deed: 'force', state: 'drafting', by: ['signatory'] },
  { deed: 'void', state: 'drafting', by: ['editor'] },
  { deed: 'void', state: 'first', by: [] },
]
const personas: Persona[] = [
  ...(['editor', 'reviser', 'signatory', 'reporter', 'unit-lead', 'coordinator', 'inspector'] as const),
  ...(['editor@city', 'signatory@city', 'reviser@sister', 'signed-in', 'anonymous'] as const),
]

describe.each(table)('$deed of one that is $state', ({ deed, state, by }) => {
  it.each(personas)('by %s', async persona => {
    let edition = await filledEdition(app, editor)
    if (state !== 'drafting') edition = await actOn(editor, edition, 'send')
    if (state === 'last') edition = await actOn(reviser, edition, 'pass')
    const { id, version } = edition
    const answer = await (await app.as(persona)).post(`/api/editions/${id}/${deed}`, {
      version,
      reason: '有原因',
    })
    const after = await readEdition(editor, id)
    if (by.includes(persona)) expect([answer.statusCode, after.version]).toEqual([200, version + 1])
    else {
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
      expect([after.state, after.version]).toEqual([edition.state, version])
    }
  })
})
