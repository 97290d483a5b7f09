/** What can be done with documents that are there: listed, read again, removed, watched. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { acceptUpload, bulletinText, openTestApp, type TestApp, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  ArchiveDocument,
  DocumentPage,
  DocumentSummary,
  Review,
  UploadAnswer,
} from '../contract/index.ts'
import type { Reader } from './reader.port.ts'

let app: TestApp
let serial = 0

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

/** A bulletin nobody has uploaded yet. */
const fresh = (): string =>
  bulletinText({ number: ++serial, headline: `青禾市科协第${serial}次科普讲座开讲` })

async function uploadAndRead(content: string, fileName = '简报.txt'): Promise<DocumentSummary> {
  const keeper = await app.as('editor')
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName, content }])
  const { document } = (await keeper.upload(payload, contentType)).json<UploadAnswer>()
  await app.archive.queue.idle()
  return (await keeper.get(`/api/documents/${document.id}/summary`)).json()
}

describe('the list', () => {
  test('is paged in a total order, filtered and counted', async () => {
    for (let index = 0; index < 3; index++) await uploadAndRead(fresh(), `列表-${index}.txt`)
    const keeper = await app.as('editor')
    const url = (page: number) => `/api/documents?q=${encodeURIComponent('列表-')}&pageSize=2&page=${page}`
    const first = (await keeper.get(url(1))).json<DocumentPage>()
    const second = (await keeper.get(url(2))).json<DocumentPage>()
    expect([first.total, first.rows.length, second.rows.length]).toEqual([3, 2, 1])
    expect([...first.rows, ...second.rows].map(row => row.fileName)).toEqual([
      '列表-2.txt',
      '列表-1.txt',
      '列表-0.txt',
    ])
  })

  test.each(['?page=0', '?pageSize=101', '?state=gone', '?unknown=1', `?q=${'x'.repeat(101)}`])(
    '%s is refused',
    async query => {
      const answer = await (await app.as('editor')).get(`/api/documents${query}`)
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-request'])
    },
  )

  test('% and _ in a search mean themselves', async () => {
    const keeper = await app.as('editor')
    expect((await keeper.get('/api/documents?q=%25_')).json<DocumentPage>().total).toBe(0)
  })
})

describe('actions', () => {
  test('a document read again keeps the address of its issue and whether it is published', async () => {
    const keeper = await app.as('editor')
    const { id, issueIds } = await acceptUpload(app, fresh())
    const [issueId] = issueIds
    await keeper.post(`/api/issues/${issueId}/publish`)
    expect((await keeper.post(`/api/documents/${id}/read-again`)).statusCode).toBe(409)
    await keeper.post(`/api/documents/${id}/review/reopen`)
    const again = await keeper.post(`/api/documents/${id}/read-again`)
    expect(again.json<DocumentSummary>().issueIds).toEqual([issueId])
    await app.archive.queue.idle()
    const { version } = (await keeper.get(`/api/documents/${id}/review`)).json<Review>()
    await keeper.post(`/api/documents/${id}/review/accept`, { version })
    expect((await keeper.get(`/api/issues/${issueId}`)).json()).toMatchObject({ published: true })
  })

  test('removing takes the issues and the bytes with it; the same file may come again', async () => {
    const keeper = await app.as('editor')
    const content = fresh()
    const { id, issueIds } = await acceptUpload(app, content)
    const { sha256 } = (await keeper.get(`/api/documents/${id}/summary`)).json<DocumentSummary>()
    expect((await keeper.delete(`/api/documents/${id}`)).statusCode).toBe(204)
    expect((await keeper.get(`/api/issues/${issueIds[0]}`)).statusCode).toBe(404)
    expect((await keeper.delete(`/api/documents/${id}`)).statusCode).toBe(404)
    await expect(app.archive.files.read(sha256)).rejects.toThrow()
    expect((await uploadAndRead(content)).state).toBe('read')
  })

  test('every action leaves one audit entry, a refused one too', async () => {
    const document = await uploadAndRead(fresh())
    await (await app.as('editor')).delete(`/api/documents/${document.id}`)
    await (await app.as('editor')).delete(`/api/documents/${document.id}`)
    const entries = await rowsOf(
      app.connection.db,
      sql`select actor_kind, action, outcome, words = ${document.fileName} as named
        from audit_entry where object = ${document.id} order by id`,
    )
    expect(entries).toEqual([
      { actor_kind: 'person', action: 'document.receive', outcome: 'done', named: true },
      { actor_kind: 'system', action: 'document.read', outcome: 'done', named: true },
      { actor_kind: 'person', action: 'document.remove', outcome: 'done', named: true },
      { actor_kind: 'person', action: 'document.remove', outcome: 'not-found', named: null },
    ])
  })

  test('progress is told until all are read', async () => {
    const { payload, contentType } = await uploadBody([
      { field: 'file', fileName: 'p.txt', content: fresh() },
    ])
    const keeper = await app.as('editor')
    const { document } = (await keeper.upload(payload, contentType)).json<UploadAnswer>()
    const stream = await keeper.get(`/api/documents/progress?ids=${document.id}`)
    expect(stream.headers['content-type']).toMatch(/^text\/event-stream/)
    const events = stream.body.split('\n\n').filter(Boolean)
    const last = JSON.parse(events.at(-1)!.slice('data: '.length)) as DocumentSummary
    expect(last).toMatchObject({ id: document.id, state: 'read' })
  })

  test('an English reader is told in English', async () => {
    const keeper = await app.as('editor')
    const content = Buffer.from('4d5a90000300000004000000ffff0001', 'hex')
    const { payload, contentType } = await uploadBody([{ field: 'file', fileName: 'scan.exe', content }])
    const headers = { 'content-type': contentType, 'accept-language': 'en' }
    const answer = await keeper.request({ method: 'POST', url: '/api/documents', payload, headers })
    expect(answer.json().detail).toContain('is no manuscript')
  })
})

test('what only reading can tell stays with its document, which can be read again or removed', async () => {
  const problem = { code: 'file-unreadable', details: { file: '简报.txt', reason: '内容太复杂' } } as const
  const reader: Reader = { read: async () => ({ problem }), close: async () => undefined }
  const own = await openTestApp({ reader })
  const keeper = await own.as('editor')
  const part = { field: 'file', fileName: '简报.txt', content: bulletinText() }
  const { payload, contentType } = await uploadBody([part])
  const answer = await keeper.upload(payload, contentType)
  expect(answer.statusCode).toBe(201)
  await own.archive.queue.idle()
  const { id } = answer.json<UploadAnswer>().document
  const document = (await keeper.get(`/api/documents/${id}`)).json<ArchiveDocument>()
  expect(document).toMatchObject({ state: 'failed', problem: { code: 'file-unreadable' }, readings: [] })
  expect(document.problem?.message).toContain('内容太复杂')
  expect(document.may).toEqual(['remove', 'read-again'])
  await own.close()
})
