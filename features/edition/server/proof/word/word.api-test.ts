import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { docOf, type EditionProof, type OfficeWordPage, type OfficeWordRow } from '../../../contract/index.ts'
import { addTo, beginEdition, openSeries } from '../../edition.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const word = (unitId: string, wrong: string, right: string | null, more: object = {}) => ({
  ...{ unitId, wrong, right, reason: null, level: 'error', ...more },
})
type Asker = Awaited<ReturnType<TestApp['as']>>
const list = async (by: Asker, query = ''): Promise<OfficeWordPage> => {
  const answer = await by.request({ method: 'GET', url: `/api/office-words${query}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<OfficeWordPage>()
}

test('what the office above writes goes for those below, until they say otherwise; nobody below changes it', async () => {
  const [above, below, beside] = [
    await app.as('editor'),
    await app.as('editor@city'),
    await app.as('editor@sister'),
  ]
  const added = await above.post('/api/office-words', word(testUnits.root, '党史教育', '党史学习教育'))
  expect(added.statusCode, added.body).toBe(201)
  const { id } = added.json<OfficeWordRow>()
  const seen = (await list(below)).rows.find(row => row.id === id)!
  expect(seen).toMatchObject({ inherited: true, right: '党史学习教育', actions: [] })
  const change = await below.request({
    method: 'PATCH',
    url: `/api/office-words/${id}`,
    payload: { version: 0, wrong: '党史教育', right: '学习教育', reason: null, level: 'hint' },
  })
  expect(change.statusCode).toBe(404)
  await below.post('/api/office-words', word(testUnits.city, '党史教育', '党史专题教育', { level: 'hint' }))
  const mine = (await list(below)).rows.filter(row => row.wrong === '党史教育')
  expect(mine).toMatchObject([{ inherited: false, right: '党史专题教育', actions: ['edit', 'remove'] }])
  const theirs = (await list(beside)).rows.filter(row => row.wrong === '党史教育')
  expect(theirs).toMatchObject([{ right: '党史学习教育' }])
})

test('a word is changed under its version, kept once, and taken out', async () => {
  const editor = await app.as('editor@city')
  const made = (
    await editor.post('/api/office-words', word(testUnits.city, '大蓬车', '大篷车'))
  ).json<OfficeWordRow>()
  const again = await editor.post('/api/office-words', word(testUnits.city, ' 大蓬车 ', '大篷车'))
  expect(again.json<{ code: string }>().code).toBe('office-word-known')
  const url = `/api/office-words/${made.id}`
  const payload = { version: 0, wrong: '大蓬车', right: '科普大篷车', reason: '用全称', level: 'warn' }
  expect((await editor.request({ method: 'PATCH', url, payload })).statusCode).toBe(200)
  const late = await editor.request({ method: 'PATCH', url, payload })
  expect(late.json<{ code: string }>().code).toBe('changed-meanwhile')
  expect((await list(editor, '?q=大蓬')).rows).toMatchObject([{ right: '科普大篷车', reason: '用全称' }])
  expect((await editor.request({ method: 'DELETE', url })).statusCode).toBe(200)
  expect((await list(editor, '?q=大蓬')).total).toBe(0)
})

test('rows of a sheet are added, changed, or the same; what a list exports can be taken in again', async () => {
  const editor = await app.as('editor@county')
  const rows = (...pairs: [string, string | null][]) =>
    pairs.map(([wrong, right]) => ({ wrong, right, reason: null, level: 'warn' }))
  const take = async (sheet: object[]) =>
    (await editor.post('/api/office-words/import', { unitId: testUnits.county, rows: sheet })).json()
  expect(await take(rows(['甲词', '乙词'], ['丙词', null]))).toEqual({ added: 2, changed: 0, same: 0 })
  expect(await take(rows(['甲词', '乙词'], ['丙词', '丁词'], ['戊词', '己词']))).toEqual({
    added: 1,
    changed: 1,
    same: 1,
  })
  const sheet = await editor.post('/api/office-words/export', { unit: testUnits.county })
  expect(sheet.statusCode).toBe(200)
  expect(sheet.headers['content-type']).toContain('spreadsheet')
})

test('proofreading goes by the words of the office and of those above it', async () => {
  const [above, editor] = [await app.as('editor'), await app.as('editor@city')]
  await above.post(
    '/api/office-words',
    word(testUnits.root, '学校老师', '学校教师', { reason: '统一用语。' }),
  )
  const { id } = await beginEdition(editor, await openSeries(app, { unitId: testUnits.city }))
  const text = {
    kind: 'article',
    headline: '标题',
    subtitle: '',
    contributor: '',
    doc: docOf('各位学校老师参加活动。'),
  }
  await addTo(editor, id, 'news', { text })
  const proof = (
    await editor.request({ method: 'GET', url: `/api/editions/${id}/proof` })
  ).json<EditionProof>()
  expect(proof.findings.filter(({ rule }) => rule === 'office-word')).toMatchObject([
    { level: 'error', quote: '学校老师', mend: '学校教师' },
  ])
})
