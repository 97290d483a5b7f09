/** A ZIP of many manuscripts: what becomes of each of its files, also of those nobody should ever have sent. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { rowsOf, sql } from '@jianbao/platform/db'
import {
  type Answer,
  bulletinText,
  openTestApp,
  type TestApp,
  uploadBody,
  type ZipPart,
  zipFile,
} from '@jianbao/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Batch, BatchPage, DocumentPage } from '../../contract/index.ts'
import { mostNamed } from './take-in.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp({ limits: { fileBytes: 100_000, batchBytes: 200_000 } })
})
afterEach(() => app.close())

const keeper = () => app.as('editor')
async function send(content: Uint8Array, fileName = '2021.zip', url = '/api/batches'): Promise<Answer> {
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName, content }])
  return (await keeper()).upload(payload, contentType, url)
}

/** Sends a ZIP of these files and waits until all of it was read. */
async function unpack(parts: readonly ZipPart[]): Promise<Batch> {
  const answer = await send(zipFile(parts))
  expect([answer.statusCode, answer.json().code]).toEqual([201, undefined])
  await app.archive.queue.idle()
  return (await (await keeper()).get(`/api/batches/${answer.json<Batch>().id}`)).json()
}

const issue = (number: number) => bulletinText({ number })
const documents = async (query = '') =>
  (await (await keeper()).get(`/api/documents?pageSize=100${query}`)).json<DocumentPage>()
const stored = async () =>
  (await readdir(join(app.config.dataFolder, 'files'), { recursive: true, withFileTypes: true })).filter(
    entry => entry.isFile(),
  ).length

test('every file of a ZIP becomes a document of its batch; the ZIP itself is not kept', async () => {
  const batch = await unpack([
    { name: '2021/第1期.txt', content: issue(1) },
    { name: '2021/第2期.txt', content: issue(2) },
  ])
  expect(batch).toMatchObject({
    fileName: '2021.zip',
    state: 'unpacked',
    files: 2,
    known: 0,
    refusedCount: 0,
    refused: [],
    problem: null,
    documents: { waiting: 0, reading: 0, read: 2, failed: 0 },
  })
  const { rows } = await documents(`&batch=${batch.id}`)
  expect(rows.map(row => row.fileName).sort()).toEqual(['第1期.txt', '第2期.txt'])
  expect(rows.every(row => row.batchId === batch.id && row.kind === 'text')).toBe(true)
  expect(await stored()).toBe(2)
})

test('what was there before, and what stands twice in the ZIP, is one document', async () => {
  await send(Buffer.from(issue(1)), '旧.txt', '/api/documents')
  const batch = await unpack([
    { name: '1.txt', content: issue(1) },
    { name: '2.txt', content: issue(2) },
    { name: '2 副本.txt', content: issue(2) },
  ])
  expect(batch).toMatchObject({ files: 3, known: 2, documents: { read: 1 } })
  expect((await documents()).rows.map(row => row.fileName).sort()).toEqual(['2.txt', '旧.txt'])
})

test('a bad file is refused by name with its reason, the others come in', async () => {
  const batch = await unpack([
    { name: '好.txt', content: issue(1) },
    { name: '空.txt', content: '' },
    { name: '../../etc/逃.txt', content: issue(2) },
    { name: '/绝对.txt', content: issue(3) },
    { name: '密.txt', content: issue(4), encrypted: true },
    { name: '大.txt', content: '简'.repeat(50_000) },
    { name: '谎.txt', content: 'x'.repeat(90_000), claimsBytes: 50_000 },
    { name: '程序.exe', content: Buffer.from('4d5a900003000000', 'hex') },
    { name: '__MACOSX/._好.txt', content: 'x' },
  ])
  expect(batch).toMatchObject({ state: 'unpacked', files: 8, documents: { read: 1 } })
  expect(batch.refused.map(({ fileName, problem }) => [fileName, problem.code])).toEqual([
    ['空.txt', 'file-empty'],
    ['逃.txt', 'file-unreadable'],
    ['绝对.txt', 'file-unreadable'],
    ['密.txt', 'file-locked'],
    ['大.txt', 'file-too-large'],
    ['谎.txt', 'file-damaged'],
    ['程序.exe', 'file-not-text'],
  ])
  expect(batch.refused.every(({ problem }) => /\p{sc=Han}/u.test(problem.message))).toBe(true)
  expect(await stored()).toBe(1)
})

test('of very many refused files the first are named and all are counted', async () => {
  const program = Buffer.from('4d5a900003000000', 'hex')
  const parts = Array.from({ length: mostNamed + 7 }, (_, at) => ({ name: `${at}.exe`, content: program }))
  const batch = await unpack([...parts, { name: '好.txt', content: issue(1) }])
  expect(batch).toMatchObject({ files: mostNamed + 8, refusedCount: mostNamed + 7, documents: { read: 1 } })
  expect(batch.refused.map(({ fileName }) => fileName)).toEqual(
    parts.slice(0, mostNamed).map(({ name }) => name),
  )
})

test('a ZIP that unpacks to far more than it may fails as a whole, by its own name', async () => {
  const bomb = Array.from({ length: 12 }, (_, at) => ({ name: `${at}.txt`, content: 'x'.repeat(90_000) }))
  const batch = await unpack(bomb)
  expect(batch).toMatchObject({ state: 'failed', files: 0, problem: { code: 'zip-unusable' } })
  expect(batch.problem?.message).toContain('2021.zip')
  expect(await stored()).toBe(0)
  const noted = await rowsOf(
    app.connection.db,
    sql`select action, outcome from audit_entry where object = ${batch.id} order by id`,
  )
  expect(noted).toEqual([
    { action: 'batch.receive', outcome: 'done' },
    { action: 'batch.fail', outcome: 'done' },
  ])
})

test.each([
  ['cut off', zipFile([{ name: 'a.txt', content: issue(1) }]).subarray(0, 80)],
  ['empty', zipFile([])],
])('a ZIP that is %s fails, and says so', async (_name, bytes) => {
  const { id } = (await send(bytes)).json<Batch>()
  await app.archive.queue.idle()
  const batch = (await (await keeper()).get(`/api/batches/${id}`)).json<Batch>()
  expect(batch).toMatchObject({ state: 'failed', problem: { code: 'zip-unusable' } })
})

test('what is no ZIP is refused at once; a ZIP among single documents is told where it belongs', async () => {
  const text = await send(Buffer.from(issue(1)), '1.txt')
  expect([text.statusCode, text.json().code]).toEqual([422, 'file-not-zip'])
  const rar = await send(Buffer.from('Rar!\x1a\x07'), '1.rar')
  expect(rar.json().detail).toContain('RAR')
  const large = await send(Buffer.alloc(200_001, 'PK\x03\x04'))
  expect([large.statusCode, large.json().code]).toEqual([413, 'file-too-large'])
  const zip = await send(zipFile([{ name: '1.txt', content: issue(1) }]), '1.zip', '/api/documents')
  expect([zip.statusCode, zip.json().code]).toEqual([422, 'file-is-zip'])
  expect([await stored(), (await documents()).total]).toEqual([0, 0])
  expect((await (await keeper()).get('/api/batches')).json<BatchPage>().total).toBe(0)
})

test('the same ZIP again is a batch of its own in which all is known; the newest batch comes first', async () => {
  const parts = [{ name: '1.txt', content: issue(1) }]
  const first = await unpack(parts)
  const second = await unpack(parts)
  expect([first, second]).toMatchObject([
    { known: 0, documents: { read: 1 } },
    { known: 1, documents: { read: 0 } },
  ])
  const page = (await (await keeper()).get('/api/batches?pageSize=1')).json<BatchPage>()
  expect([page.total, page.rows.map(batch => batch.id)]).toEqual([2, [second.id]])
})

test('one entry in the journal for the ZIP, one for each document, one for the end', async () => {
  await unpack([
    { name: '1.txt', content: issue(1) },
    { name: '2.txt', content: issue(2) },
  ])
  const entries = await rowsOf<{ action: string; n: number }>(
    app.connection.db,
    sql`select action, count(*)::int as n from audit_entry
      where action like 'batch.%' or action like 'document.%' group by action order by action`,
  )
  expect(entries).toEqual([
    { action: 'batch.receive', n: 1 },
    { action: 'batch.unpack', n: 1 },
    { action: 'document.read', n: 2 },
    { action: 'document.receive', n: 2 },
  ])
})
