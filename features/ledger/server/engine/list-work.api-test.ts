/** What the page of work counts is what the list behind its link holds, whoever asks, and theirs to do. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemAction, ItemPage } from '../../contract/index.ts'
import { addItems } from './list/items.fixture.ts'
import { type Made, rollItems, today } from './list/roll-items.fixture.ts'

type Group = { kind: string; count: number; link: string; rows: { link: string }[] }

let app: TestApp
let all: Made[]
/** Who holds which further posts. */
const several = {
  'coordinator@city': [['reporter', 'sister']],
  'reporter@county': [['unit-lead', 'sister']],
  'inspector@city': [
    ['inspector', 'sister'],
    ['reporter', 'county'],
  ],
  'unit-lead@sister': [
    ['inspector', 'root'],
    ['reporter', 'county'],
    ['coordinator', 'city'],
  ],
} as const

beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => new Date(`${today}T04:00:00Z`) } })
  await app.as('left')
  all = await rollItems(app.connection.db)
  await addParts()
  const appointer = await app.as('security-administrator')
  for (const [persona, posts] of Object.entries(several)) {
    const id = await idOf(persona as Persona)
    for (const [role, unit] of posts) {
      const answer = await appointer.post(`/api/people/${id}/posts`, { role, unitId: testUnits[unit] })
      expect(answer.statusCode, answer.body).toBeLessThan(300)
    }
  }
})
afterAll(() => app.close())

/** Parts of an item of the city, at its county: the lead of the city keeps them. */
async function addParts(): Promise<void> {
  const whole = all.find(({ unit, state }) => unit === 'city' && state === 'doing')!
  const part = { matterId: whole.matterId, parentId: whole.id, unitId: testUnits.county }
  const kept = { ...part, keeperId: testUnits.city, dueDay: '2026-06-20' }
  await addItems(app.connection.db, [
    { ...kept, state: 'feedback', fedBackDay: today },
    { ...kept, state: 'closed', closedDay: today, recheckDay: today },
    { ...kept, state: 'dispatched' },
  ])
}

async function idOf(persona: Persona): Promise<string> {
  await app.as(persona)
  const [person] = await rowsOf<{ id: string }>(
    app.connection.db,
    sql`select id from person where username = ${persona.replaceAll('-', '_').replace('@', '.')}`,
  )
  return person!.id
}

async function groupsOf(persona: Persona): Promise<Group[]> {
  const answer = await (await app.as(persona)).get('/api/work')
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ groups: Group[] }>().groups.filter(({ kind }) => /^ledger\.(?!need)/.test(kind))
}

/** The deed each group waits for. */
const deeds: Readonly<Record<string, ItemAction>> = {
  'ledger.sign': 'acknowledge',
  'ledger.do': 'progress',
  'ledger.review': 'approve',
  'ledger.dispatch': 'dispatch',
  'ledger.verify': 'return',
  'ledger.extension': 'decide',
  'ledger.flagged': 'unflag',
  // The rolled items of a ledger without that step have a day for it too: those are looked at again all the same.
  'ledger.recheck': 'reopen',
}

const callers: readonly [Persona, readonly string[]][] = [
  [
    'coordinator',
    ['ledger.review', 'ledger.dispatch', 'ledger.verify', 'ledger.extension', 'ledger.recheck'],
  ],
  ['coordinator@city', ['ledger.sign', 'ledger.review', 'ledger.verify', 'ledger.recheck']],
  ['unit-lead@city', ['ledger.sign', 'ledger.do', 'ledger.verify', 'ledger.recheck']],
  ['reporter@city', ['ledger.sign', 'ledger.do']],
  ['reporter@county', ['ledger.sign', 'ledger.do']],
  ['inspector', ['ledger.recheck']],
  ['inspector@city', ['ledger.sign', 'ledger.do', 'ledger.recheck']],
  ['unit-lead@sister', ['ledger.sign', 'ledger.do', 'ledger.review', 'ledger.verify', 'ledger.recheck']],
]

test.each(callers)('each count of %s is the total of the list its link opens', async (persona, kinds) => {
  const agent = await app.as(persona)
  const groups = await groupsOf(persona)
  expect(groups.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds]))
  for (const { kind, count, link, rows } of groups) {
    const query = link.slice(link.indexOf('?') + 1)
    const answer = await agent.get(`/api/ledger-items?${query}&pageSize=100`)
    expect(answer.statusCode, answer.body).toBe(200)
    const page = answer.json<ItemPage>()
    expect(page.total, `${kind} ${link}`).toBe(count)
    expect(rows.map(row => row.link)).toEqual(
      page.rows.slice(0, rows.length).map(({ id }) => `/ledger-items/${id}`),
    )
    // Nothing waits for somebody that is another's to do.
    for (const item of page.rows) expect(item.actions, `${kind} ${item.unitName}`).toContain(deeds[kind])
  }
})

test('what is kept elsewhere waits for whoever keeps it alone', async () => {
  const verified = async (persona: Persona) =>
    (await groupsOf(persona)).find(({ kind }) => kind === 'ledger.verify')?.count ?? 0
  const kept = all.filter(({ state, keeperId }) => state === 'feedback' && keeperId === testUnits.city)
  const part = 1
  expect(await verified('coordinator@city')).toBe(kept.length + part)
  expect(await verified('unit-lead@city')).toBe(part)
  expect(await verified('reporter@city')).toBe(0)
})
