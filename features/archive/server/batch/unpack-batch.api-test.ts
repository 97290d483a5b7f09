/** A ZIP whose unpacking is cut short: by a stop, by a process that died, by a removal. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { wholeScope } from '@jianbao/organisation/server'
import { sql } from '@jianbao/platform/db'
import { type Answer, bulletinText, openTestApp, type TestApp, uploadBody, zipFile } from '@jianbao/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Batch, DocumentPage } from '../../contract/index.ts'
import { getBatch } from './list-batches.ts'

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

const issue = (number: number) => bulletinText({ number })
const documents = async (query = '') =>
  (await (await keeper()).get(`/api/documents?pageSize=100${query}`)).json<DocumentPage>()
const stored = async () =>
  (await readdir(join(app.config.dataFolder, 'files'), { recursive: true, withFileTypes: true })).filter(
    entry => entry.isFile(),
  ).length

test('a stop in the middle puts the ZIP back in line, and the next start goes on with it', async () => {
  const files = 40
  const parts = Array.from({ length: files }, (_, at) => ({ name: `${at}.txt`, content: issue(at + 1) }))
  const { id } = (await send(zipFile(parts))).json<Batch>()
  while ((await documents(`&batch=${id}`)).total < 5) await new Promise(resolve => setTimeout(resolve, 5))
  await app.archive.queue.close()
  const stopped = await getBatch(app.connection.db, wholeScope, id, 'zh')
  expect(stopped.state).toBe('waiting')
  expect(Object.values(stopped.documents).reduce((sum, n) => sum + n, 0)).toBeLessThan(files)
  const { connection } = app
  const next = await openTestApp({ connection, dataFolder: app.config.dataFolder })
  await next.archive.queue.idle()
  expect(await getBatch(connection.db, wholeScope, id, 'zh')).toMatchObject({
    state: 'unpacked',
    files,
    known: 0,
    documents: { read: files },
  })
  await next.close()
})

test('what a process that died left of a ZIP is swept away at the next start', async () => {
  const zip = zipFile([{ name: '1.txt', content: issue(1) }])
  await send(zip)
  await app.archive.queue.idle()
  const left = await app.archive.files.receive(zip, { limitBytes: 200_000 })
  await left.keep()
  expect(await stored()).toBe(2)
  const next = await openTestApp({ connection: app.connection, dataFolder: app.config.dataFolder })
  expect(await stored()).toBe(1)
  await next.close()
})

test('a ZIP over which the process died again and again is given up; what came of it is kept, and it says so', async () => {
  await app.archive.queue.close()
  const { id } = (await send(zipFile([{ name: '1.txt', content: issue(1) }]))).json<Batch>()
  await app.connection.db.execute(
    sql`update pgboss.job set state = 'active', started_on = now(), retry_count = 9`,
  )
  await app.connection.db.execute(sql`update batch set state = 'unpacking', files = 7`)
  const next = await openTestApp({ connection: app.connection, dataFolder: app.config.dataFolder })
  await next.archive.queue.idle()
  const batch = await getBatch(app.connection.db, wholeScope, id, 'zh')
  expect(batch).toMatchObject({ state: 'failed', files: 7, problem: { code: 'file-unreadable' } })
  expect(batch.problem?.message).toBe(
    '“2021.zip”无法读取：解压了 10 次，每次系统都中断，不再自动重试。已经收下的文件都在，其余的请分成几个压缩包再试。',
  )
  await next.close()
})

test('a document that is removed leaves its bytes to the ZIP of the same bytes that still waits', async () => {
  await send(Buffer.from(issue(1)), '1.txt', '/api/documents')
  await app.archive.queue.idle()
  await app.archive.queue.close()
  const batch = (await send(zipFile([{ name: '2.txt', content: issue(2) }]))).json<Batch>()
  const { db } = app.connection
  await db.execute(sql`update document set sha256 = (select sha256 from batch where id = ${batch.id})`)
  const [document] = (await documents()).rows
  expect((await (await keeper()).delete(`/api/documents/${document!.id}`)).statusCode).toBe(204)
  const next = await openTestApp({ connection: app.connection, dataFolder: app.config.dataFolder })
  await next.archive.queue.idle()
  expect(await getBatch(db, wholeScope, batch.id, 'zh')).toMatchObject({
    state: 'unpacked',
    documents: { read: 1 },
  })
  await next.close()
})

test('whoever sent a ZIP is told what became of it, and nobody else', async () => {
  const good = (await send(zipFile([{ name: '1.txt', content: issue(1) }]), '好的.zip')).json<Batch>()
  await app.archive.queue.idle()
  const bad = (await send(Buffer.from('PK\x03\x04 and nothing behind it'), '坏的.zip')).json<Batch>()
  await app.archive.queue.idle()
  const told = async (persona: 'editor' | 'reviser') =>
    (await (await app.as(persona)).get('/api/notices')).json<{ rows: object[] }>().rows
  expect(await told('editor')).toMatchObject([
    { kind: 'batch.failed', details: { file: '坏的.zip' }, link: `/documents?batch=${bad.id}` },
    { kind: 'batch.unpacked', details: { file: '好的.zip', files: 1 }, link: `/documents?batch=${good.id}` },
  ])
  expect(await told('reviser')).toEqual([])
})
