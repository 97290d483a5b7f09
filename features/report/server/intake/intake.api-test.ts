/** The form fills itself: texts and files over HTTP, the honest and the others. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits, uploadBody, zipFile } from '@jianbao/testkit'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReportProposal } from '../../contract/index.ts'
import { deed, openCampaign, packAround, writeReport } from '../report.fixture.ts'
import { wordFile } from './word-file.fixture.ts'

const now = new Date('2026-05-20T02:00:00Z')
const clock: Clock = { now: () => now }
let app: TestApp
let writer: Agent
let campaignId: string
beforeAll(async () => {
  app = await openTestApp({ clock })
  ;({ campaignId } = await openCampaign(app, packAround('2026-05-31'), now))
  writer = await app.as('reporter@county')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const lecture = [
  '溪口县科协举办科普讲座',
  '5月12日上午，我会联合云岭市科协在溪口县实验小学举办科普讲座，师生120人参加，直播观看3.2万人次，发放资料500余份。',
]
const propose = async (by: Agent, body: object) => by.post('/api/reports/propose', body)
const sendFile = async (by: Agent, fileName: string, content: string | Uint8Array) => {
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName, content }])
  return by.upload(payload, contentType, '/api/reports/propose-file')
}

test('a pasted text fills the form: units of the tree, the pack’s type and measures, and where the words stand', async () => {
  const answer = await propose(writer, { text: lecture.join('\n') })
  expect(answer.statusCode, answer.body).toBe(200)
  const proposal = answer.json<ReportProposal>()
  expect(proposal).toMatchObject({
    title: { text: lecture[0], printed: true },
    body: lecture[1],
    days: { start: '2026-05-12', end: '2026-05-12', assumed: 'year', planned: false },
    place: { text: '溪口县实验小学' },
    type: { key: 'outreach' },
    warnings: [],
  })
  expect(proposal.units.map(({ unitId, own, role }) => ({ unitId, own, role }))).toEqual([
    { unitId: testUnits.county, own: true, role: 'host' },
    { unitId: testUnits.city, own: false, role: 'co-host' },
  ])
  expect(
    proposal.figures.map(({ measure, value, unit, qualifier }) => [measure, value, unit, qualifier]),
  ).toEqual([
    ['people', 120, '人', 'exact'],
    // Who looked on is no 人次 of an activity, and the pack counts 浏览量 in 次: a person decides.
    [null, 32000, '人次', 'exact'],
    ['copies', 500, '份', 'over'],
  ])
  for (const { spans, surface } of proposal.figures)
    expect(spans!.map(({ from, to }) => proposal.body.slice(from, to)).join('')).toBe(surface)
  expect(await rowsOf(app.connection.db, sql`select from report`), 'nothing is kept').toEqual([])
})

test('what is proposed can be accepted and handed in as it is', async () => {
  const proposal = (await propose(writer, { text: lecture.join('\n') })).json<ReportProposal>()
  const { title, body, days, place, units, type, figures } = proposal
  const report = await writeReport(writer, {
    ...{ unitId: testUnits.county, campaignId, title: title!.text, body, type: type!.key, proposal },
    ...{ startDay: days!.start, endDay: days!.end, place: place!.text },
    partners: units.filter(unit => !unit.own).map(({ unitId, name, role }) => ({ unitId, name, role })),
    figures: figures.flatMap(({ measure, value, unit, qualifier, of, surface }) =>
      measure === null ? [] : [{ id: randomUUID(), measure, value, unit, qualifier, of, surface }],
    ),
  })
  expect(report).toMatchObject({ proposal, figureCount: 2, partners: [{ unitId: testUnits.city }] })
  const signed = await deed(await app.as('unit-lead@county'), report, 'approve')
  expect(signed.state).toBe('submitted')
})

test('for another unit of one’s own only; without a campaign there are no types and no measures', async () => {
  const city = await app.as('reporter@city')
  const text = lecture.join('\n')
  expect((await propose(city, { text, unitId: testUnits.county })).statusCode).toBe(200)
  expect((await propose(writer, { text, unitId: testUnits.city })).statusCode).toBe(404)
  expect((await propose(writer, { text, campaignId: testUnits.city })).statusCode).toBe(404)
  expect((await propose(await app.as('inspector'), { text })).statusCode).toBe(404)
})

test.each([
  ['nothing', {}, 400],
  ['an empty text', { text: '' }, 400],
  ['too much', { text: '字'.repeat(40_001) }, 400],
  ['a field nobody knows', { text: '字', state: 'adopted' }, 400],
])('%s is refused', async (_name, body, status) => {
  expect((await propose(writer, body)).statusCode).toBe(status)
})

test.each([
  [
    'scripts',
    '<script>alert(1)</script><p onclick="x()">5月12日，溪口县科协举办讲座。</p><img src=x onerror=alert(2)>',
    '5月12日，溪口县科协举办讲座。',
  ],
  [
    'NUL and unseen characters',
    '5月12日，溪口\u0000县科\u202e协举办讲座\ud800。',
    '5月12日，溪口县科协举办讲座。',
  ],
  ['a sign among words', '5月12日，溪口县科协测得水温<5℃。', '5月12日，溪口县科协测得水温<5℃。'],
])('%s become plain text', async (_name, text, body) => {
  const answer = await propose(writer, { text })
  expect(answer.statusCode).toBe(200)
  expect(answer.json<ReportProposal>().body).toBe(body)
})

test('a Word file with macros is read, and says that they were left out', async () => {
  const file = wordFile(lecture, [{ name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' }])
  const answer = await sendFile(writer, '讲座.docm', file)
  expect(answer.statusCode, answer.body).toBe(200)
  const proposal = answer.json<ReportProposal>()
  expect(proposal).toMatchObject({
    title: { text: lecture[0] },
    body: lecture[1],
    days: { start: '2026-05-12' },
  })
  expect(proposal.warnings.map(warning => warning.code)).toEqual(['macros-left-out'])
})

test('what the layout of a file says is the headline is it, whatever it looks like', async () => {
  const odd = ['讲座进山乡，科普暖人心。', lecture[1]!]
  const plain = (await sendFile(writer, '讲座.docx', wordFile(odd))).json<ReportProposal>()
  expect(plain.title).toMatchObject({ printed: false })
  const titled = (await sendFile(writer, '讲座.docx', wordFile(odd, [], true))).json<ReportProposal>()
  expect(titled).toMatchObject({
    title: { text: odd[0], printed: true },
    body: odd[1],
    days: { start: '2026-05-12' },
  })
})

test('a text file and a web page in one; a text too long is cut and says so', async () => {
  expect((await sendFile(writer, '讲座.txt', lecture.join('\r\n'))).json<ReportProposal>().title?.text).toBe(
    lecture[0],
  )
  const page = `<html><head><title>x</title></head><body><h1>${lecture[0]}</h1><p>${lecture[1]}</p></body></html>`
  const read = (await sendFile(writer, 'a.html', page)).json<ReportProposal>()
  expect(read).toMatchObject({ title: { text: lecture[0] }, body: lecture[1] })
  const long = await sendFile(writer, '长.txt', `${lecture[0]}\n${`${lecture[1]}\n`.repeat(900)}`)
  expect(long.json<ReportProposal>().warnings.map(warning => warning.code)).toContain('cut-off')
})

const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
  .png()
  .toBuffer()
const bomb = wordFile(['x'.repeat(20_000_000)])
test.each<[string, string, string | Uint8Array, number, string]>([
  ['a zip bomb', 'a.docx', bomb, 422, 'file-unsafe'],
  ['half a Word file', 'a.docx', wordFile(lecture).subarray(0, 300), 422, 'file-damaged'],
  ['a Word file without words', 'a.docx', wordFile(['']), 422, 'file-empty'],
  ['a photo', 'a.png', photo, 422, 'report-file-picture'],
  ['a ZIP', 'a.zip', zipFile([{ name: 'a.txt', content: '字' }]), 422, 'file-not-text'],
  ['a program', 'a.doc', Buffer.from('\x7fELF0000', 'latin1'), 422, 'file-not-text'],
  ['no bytes', 'a.txt', '', 422, 'file-empty'],
  ['blanks alone', 'a.txt', ' \n \n', 422, 'file-empty'],
  ['more than 20 MB', 'a.txt', Buffer.alloc(21 * 1024 * 1024, 0x61), 413, 'file-too-large'],
])('%s is refused in words of the form', async (_name, fileName, content, status, code) => {
  const answer = await sendFile(writer, fileName, content)
  expect(answer.json()).toMatchObject({ status, code })
})
