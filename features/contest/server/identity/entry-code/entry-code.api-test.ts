/** 入场码: made for units, told once, used by one person each. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContestState, EntryCodeCounts } from '../../../contract/index.ts'
import { openContestOf } from '../../play/play.fixture.ts'
import { codeOf, openPhone, playersOf, someDetails } from '../identity.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ settings: { PUBLIC_URL: 'http://jianbao.test' } })
})
afterAll(() => app.close())

const open = (unitId: string = testUnits.root, state: ContestState = 'open') =>
  openContestOf(app.connection.db, app.sealer, {
    rules: { identity: { kind: 'code', provider: null }, units: 'none' },
    unitId,
    state,
  })
const post = async (
  persona: 'coordinator' | 'editor@city',
  contest: { id: string },
  body: object,
  more = '',
) => (await app.as(persona)).post(`/api/contests/${contest.id}/entry-codes${more}`, body)

async function made(contest: { id: string }, body: object): Promise<string[][]> {
  const answer = await post('coordinator', contest, body)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toBe('no-store')
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer)
  const rows: string[][] = []
  book.worksheets[0]!.eachRow((row, at) => {
    if (at > 1) rows.push((row.values as unknown[]).slice(1).map(String))
  })
  return rows
}
const counts = async (contest: { id: string }) =>
  (await (await app.as('coordinator')).get(`/api/contests/${contest.id}/entry-codes`)).json<EntryCodeCounts>()

test('codes are told once in a sheet, kept as hashes, and each lets in one person of its unit', async () => {
  const contest = await open()
  const rows = await made(contest, { unitId: testUnits.city, span: 'below', perUnit: 3 })
  expect(rows.map(([unit, at]) => `${unit}${at}`)).toEqual(
    ['云岭市科协', '溪口县科协'].flatMap(unit => [1, 2, 3].map(at => `${unit}${at}`)),
  )
  const codes = rows.map(row => row[2]!)
  expect(codes.every(code => /^[2-9A-Y]{5}-[2-9A-Y]{5}$/.test(code))).toBe(true)
  expect(rows[0]![3]).toBe(`http://jianbao.test/play/${contest.slug}`)
  const kept = await rowsOf(app.connection.db, sql`select its::text from contest_entry_code its`)
  expect(kept).toHaveLength(6)
  for (const code of codes) expect(JSON.stringify(kept)).not.toContain(code.replace('-', ''))

  const phone = await openPhone(app, contest.slug)
  const headers = { origin: 'http://jianbao.test' }
  const wish = { kind: 'code', entryCode: codes[3]!.toLowerCase() }
  expect(await phone.refusal(wish, headers)).toBe('player-unknown')
  const first = await phone.join({ ...wish, details: someDetails({ unitNo: 1 }) }, headers)
  expect(first.unitName).toBe('溪口县科协')
  // Somebody else with the same code is the same player.
  const second = await phone.join({ ...wish, details: someDetails() }, headers)
  expect([second.code, second.nickname]).toEqual([first.code, first.nickname])
  const [player, ...more] = await playersOf(app.connection.db, contest.no)
  expect(more).toEqual([])
  expect(await counts(contest)).toMatchObject({ made: 6, used: 1, actions: ['make', 'withdraw'] })

  // The office may look which code it was; that is recorded.
  const contact = await (await app.as('coordinator')).post(
    `/api/contests/${contest.id}/players/${player!.no}/contact`,
  )
  expect(contact.json()).toEqual({ kind: 'code', contact: codes[3]!.replace('-', '') })
})

test('a code nobody gave out, or of another contest, lets nobody in', async () => {
  const [contest, other] = [await open(), await open()]
  const [row] = await made(other, { unitId: testUnits.root, span: 'unit', perUnit: 1 })
  const phone = await openPhone(app, contest.slug)
  const refused = (entryCode: string) =>
    phone.refusal({ kind: 'code', entryCode, details: someDetails() }, { origin: 'http://jianbao.test' })
  expect(await refused(row![2]!)).toBe('entry-code-wrong')
  expect(await refused('AAAAA-AAAAA')).toBe('entry-code-wrong')
  expect(await playersOf(app.connection.db, contest.no)).toEqual([])
})

test('codes nobody plays by are taken back; used ones stay', async () => {
  const contest = await open(testUnits.city)
  const rows = await made(contest, { unitId: testUnits.city, span: 'below', perUnit: 2 })
  const phone = await openPhone(app, contest.slug)
  const wish = (at: number) => ({ kind: 'code', entryCode: rows[at]![2]!, details: someDetails() })
  const headers = { origin: 'http://jianbao.test' }
  await phone.join(wish(2), headers)
  const answer = await post('coordinator', contest, { unitId: testUnits.county }, '/withdraw')
  expect(answer.json<EntryCodeCounts>()).toMatchObject({ made: 3, used: 1 })
  await phone.join(wish(2), headers)
  await phone.join(wish(0), headers)
  expect(await phone.refusal(wish(3), headers)).toBe('entry-code-wrong')
})

test('only for units below, in reasonable numbers, and while they are of use', async () => {
  const contest = await open(testUnits.city)
  const one = { span: 'unit', perUnit: 1 }
  expect(codeOf(await post('coordinator', contest, { ...one, unitId: testUnits.sister }))).toBe(
    'entry-unit-outside',
  )
  expect(codeOf(await post('editor@city', contest, { ...one, unitId: testUnits.root }))).toBe(
    'entry-unit-outside',
  )
  expect((await post('editor@city', contest, { ...one, unitId: testUnits.county })).statusCode).toBe(200)
  expect(codeOf(await post('editor@city', await open(), { ...one, unitId: testUnits.city }))).toBe(
    'not-found',
  )
  const many = { unitId: testUnits.root, span: 'below', perUnit: 20_000 }
  expect(codeOf(await post('coordinator', await open(), many))).toBe('entry-codes-many')
  const over = await open(testUnits.root, 'closed')
  expect(codeOf(await post('coordinator', over, { ...one, unitId: testUnits.city }))).toBe(
    'entry-codes-closed',
  )
  const byName = await openContestOf(app.connection.db, app.sealer)
  expect(codeOf(await post('coordinator', byName, { ...one, unitId: testUnits.city }))).toBe(
    'entry-codes-closed',
  )
  expect((await counts(byName)).actions).toEqual([])
})
