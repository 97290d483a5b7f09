import {
  acceptUpload,
  bulletinText,
  openTestApp,
  type Persona,
  type TestApp,
  testUnits,
  uploadBody,
} from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

type Work = {
  groups: { kind: string; count: number; link: string; rows: { title: string; link: string }[] }[]
}

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
  for (const persona of ['editor@city', 'editor@sister'] as const) {
    await upload(persona, `${persona}.txt`, bulletinText({ headline: `${persona}的讲座` }))
    await upload(persona, `${persona}.pdf`, '%PDF-1.7 and nothing behind it')
  }
  await acceptUpload(app, bulletinText({ number: 9 }), 'accepted.txt')
  for (const unit of ['city', 'sister'] as const) {
    const keeper = await app.as(`system-administrator@${unit}`)
    const made = await keeper.post('/api/people', { name: `新人${unit}`, unitId: testUnits[unit] })
    expect(made.statusCode).toBeLessThan(300)
  }
  const refused = await (await app.as('editor@city')).post(`/api/issues/${absent}/publish`)
  expect(refused.statusCode).toBe(404)
})
afterAll(() => app.close())

const absent = '00000000-0000-4000-8000-000000000000'

async function upload(persona: Persona, fileName: string, content: string): Promise<void> {
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName, content }])
  expect((await (await app.as(persona)).upload(payload, contentType)).statusCode).toBeLessThan(300)
  await app.archive.queue.idle()
}

async function workOf(persona: Persona): Promise<Work['groups']> {
  const answer = await (await app.as(persona)).get('/api/work')
  expect([persona, answer.statusCode]).toEqual([persona, 200])
  return answer.json<Work>().groups
}
const kinds = async (persona: Persona) =>
  Object.fromEntries((await workOf(persona)).map(group => [group.kind, group.count]))
const titles = async (persona: Persona, kind: string) =>
  (await workOf(persona)).find(group => group.kind === kind)?.rows.map(row => row.title)

test('an editor finds the documents of their part of the tree, and nothing of the unit beside it', async () => {
  expect(await kinds('editor@city')).toEqual({ 'document.read': 1, 'document.failed': 1 })
  expect(await titles('editor@city', 'document.read')).toEqual(['editor@city.txt'])
  expect(await titles('editor@sister', 'document.read')).toEqual(['editor@sister.txt'])
  expect(await kinds('editor@county')).toEqual({})
  expect(await kinds('editor')).toEqual({
    'document.read': 2,
    'document.failed': 2,
    'issue.unpublished': 1,
  })
  expect(await kinds('reviser'), 'who reviews does not publish').toEqual({
    'document.read': 2,
    'document.failed': 2,
  })
})

test('administrators find people and accounts, never what bulletins are made of', async () => {
  expect(await titles('system-administrator@city', 'person.no-account')).toEqual(['新人city'])
  expect(await titles('security-administrator@city', 'person.no-role')).toEqual(['新人city'])
  expect(await kinds('system-administrator')).toEqual({ 'person.no-account': 2 })
  expect(Object.keys(await kinds('auditor'))).toEqual(['audit.refused'])
  for (const persona of ['system-administrator', 'security-administrator', 'auditor'] as const)
    expect(Object.keys(await kinds(persona)).filter(kind => /document|issue/.test(kind))).toEqual([])
})

test('who holds no role has nothing to do, and a stranger is asked to sign in', async () => {
  expect(await kinds('signed-in')).toEqual({})
  expect(await kinds('reporter@city')).toEqual({})
  expect((await (await app.as('anonymous')).get('/api/work')).statusCode).toBe(401)
})

const workers = [
  'editor',
  'editor@city',
  'signatory',
  'reviser@sister',
  'system-administrator@city',
  'security-administrator',
  'auditor',
] as const

test.each(workers)('every number of %s is that of the list it opens, row by row', async persona => {
  const agent = await app.as(persona)
  const groups = await workOf(persona)
  expect(groups.length).toBeGreaterThan(0)
  for (const { kind, count, link, rows } of groups) {
    const { total } = (await agent.get(`/api${link}`)).json<{ total: number }>()
    expect([kind, total]).toEqual([kind, count])
    for (const row of rows) {
      const answer = await agent.get(`/api${row.link}`)
      expect([row.link, answer.statusCode]).toEqual([row.link, 200])
    }
  }
})
