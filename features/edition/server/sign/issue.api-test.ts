/** What becomes of a signed edition: an issue, its forms to the byte, its facts, and the reports it was made of. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Issue, IssueSeal } from '@jianbao/bulletin/contract'
import { rowsOf, sql } from '@jianbao/platform/db'
import type { Report } from '@jianbao/report/contract'
import { type Agent, openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deed, openCampaign, packAround, writeReport } from '../../../report/server/report.fixture.ts'
import { type Edition, usualSettings } from '../../contract/index.ts'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'
import { actOn, readEdition } from './sign.fixture.ts'

let app: TestApp
let editor: Agent
let signatory: Agent
let issued: Edition
let report: Report
const formats = ['pdf', 'docx', 'html', 'txt'] as const

beforeAll(async () => {
  app = await openTestApp()
  ;[editor, signatory] = [await app.as('editor'), await app.as('signatory')]
  const { campaignId } = await openCampaign(app, packAround('2026-06-30'))
  const lead = await app.as('unit-lead@city')
  const body = '5月10日，云岭市科协在市科技馆举办科普讲座，120人参加。'
  const figures = [
    {
      id: '00000000-0000-4000-8000-0000000000f1',
      measure: 'people',
      value: 120,
      unit: '人',
      qualifier: 'exact',
      of: null,
      surface: '120人',
    },
  ]
  const written = await writeReport(lead, { campaignId, body, type: 'study', figures } as never)
  const sent = await deed(lead, written, 'approve')
  report = await deed(editor, sent, 'adopt', { column: 'briefs', title: '科普讲座', body })
  const settings = { ...usualSettings, public: 'on-issue' as const }
  const begun = await beginEdition(editor, await openSeries(app, { settings }))
  await addTo(editor, begun.id, 'briefs', { adoptionIds: [report.adoptions[0]!.id] })
  await actOn(signatory, await readEdition(editor, begun.id), 'force', { reason: '先行印发' })
  await app.issuing.settle()
  issued = await readEdition(editor, begun.id)
}, 60_000)
afterAll(() => app.close())

const file = (by: Agent, format: string) => by.get(`/api/issues/${issued.id}/file?format=${format}`)
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

it('is an issue of the archive, public at once where its series says so', async () => {
  expect(issued.state).toBe('issued')
  const issue = (await editor.get(`/api/issues/${issued.id}`)).json<Issue>()
  expect(issue).toMatchObject({ origin: 'composed', published: true, events: 1, figures: 1, issueNo: 1 })
  expect(issue.columns).toMatchObject([
    { name: '学教短波', articles: [{ kind: 'briefs', paragraphs: [expect.stringContaining('120人')] }] },
  ])
})

it('hands out the forms that were kept, to the byte, inside and on the public site', async () => {
  const visitor = await app.as('anonymous')
  const seal = (await editor.get(`/api/issues/${issued.id}/seal`)).json<IssueSeal>()
  expect(seal).toMatchObject({ kept: true, chainHead: issued.chainHead })
  expect(seal.forms.map(({ format, state }) => [format, state])).toEqual(formats.map(each => [each, 'whole']))
  for (const format of formats) {
    const first = (await file(editor, format)).rawPayload
    expect(hash(first)).toBe(seal.forms.find(form => form.format === format)!.sha256)
    expect(hash((await file(editor, `${format}&standard=a-2a`)).rawPayload)).toBe(hash(first))
    const outside = await visitor.get(`/issues/${issued.id}/file?format=${format}`)
    expect(hash(outside.rawPayload)).toBe(hash(first))
  }
  expect((await file(editor, 'txt')).body).toContain(issued.chainHead!.slice(0, 16))
  expect((await file(editor, 'pdf')).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
})

it('keeps the hashes of its forms in the audit trail', async () => {
  const rows = await rowsOf<{ after: Record<string, string> }>(
    app.connection.db,
    sql`select after from audit_entry where object = ${issued.id} and action = 'edition.issue'`,
  )
  const seal = (await editor.get(`/api/issues/${issued.id}/seal`)).json<IssueSeal>()
  expect(rows).toHaveLength(1)
  for (const { format, sha256 } of seal.forms) expect(rows[0]!.after[format]).toBe(sha256)
})

it('is found in the archive, with the facts of the report behind it', async () => {
  const found = await editor.get(`/api/search?q=${encodeURIComponent('科普讲座')}`)
  expect(found.json<{ rows: { issueId: string }[] }>().rows.map(({ issueId }) => issueId)).toContain(
    issued.id,
  )
  const events = await rowsOf(
    app.connection.db,
    sql`select e.type, e.day::text, e.origin, p.name as place, u.name as unit, f.value::int as people
      from event e join event_place p on p.event_id = e.id join event_unit u on u.event_id = e.id
        join figure f on f.event_id = e.id where e.issue_id = ${issued.id}`,
  )
  expect(events).toEqual([
    {
      type: 'study',
      day: '2026-05-10',
      origin: 'composed',
      place: '市科技馆',
      unit: '云岭市科协',
      people: 120,
    },
  ])
})

it('registers the adoption as printed, so that the reporter sees the issue', async () => {
  const after = (await editor.get(`/api/reports/${report.id}`)).json<Report>()
  expect(after.adoptions[0]).toMatchObject({ issue: { id: issued.id, articleId: issued.content[0]!.id } })
  const [adoption] = await rowsOf<{ printed: string }>(
    app.connection.db,
    sql`select printed_body as printed from adoption where id = ${report.adoptions[0]!.id}`,
  )
  expect(adoption!.printed).toContain('120人')
  expect(after.steps.at(-1)).toMatchObject({ action: 'register' })
  const lead = (await (await app.as('unit-lead@city')).get('/api/notices')).json<{
    rows: { kind: string }[]
  }>()
  expect(lead.rows.map(({ kind }) => kind)).toContain('report.registered')
})

it('says so when a kept form is no longer what was issued, and hands out nothing else', async () => {
  const seal = (await editor.get(`/api/issues/${issued.id}/seal`)).json<IssueSeal>()
  const { sha256 } = seal.forms.find(({ format }) => format === 'txt')!
  const path = join(app.config.dataFolder, 'issues', sha256.slice(0, 2), sha256)
  const before = await readFile(path)
  await writeFile(path, '另一份')
  const after = (await editor.get(`/api/issues/${issued.id}/seal`)).json<IssueSeal>()
  expect(after.forms.find(({ format }) => format === 'txt')!.state).toBe('changed')
  expect((await file(editor, 'txt')).json()).toMatchObject({ code: 'issue-form-damaged' })
  await writeFile(path, before)
})
