import { rowsOf, sql } from '@jianbao/platform/db'
import { bulletinText, openTestApp, type Part, type TestApp, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ArchiveDocument, DocumentPage, DocumentSummary, UploadAnswer } from '../contract/index.ts'

let app: TestApp
let serial = 0

beforeAll(async () => {
  app = await openTestApp({ limits: { fileBytes: 100_000 } })
})
afterAll(() => app.close())

/** A bulletin nobody has uploaded yet. */
const fresh = (): string =>
  bulletinText({ number: ++serial, headline: `青禾市科协第${serial}次科普讲座开讲` })

async function send(parts: readonly Part[]) {
  const { payload, contentType } = await uploadBody(parts)
  return (await app.as('administrator')).upload(payload, contentType)
}

async function uploadAndRead(content: string | Uint8Array, fileName = '简报.txt'): Promise<DocumentSummary> {
  const answer = await send([{ field: 'file', fileName, content }])
  await app.archive.queue.idle()
  const { document } = answer.json<UploadAnswer>()
  return (await (await app.as('administrator')).get(`/api/documents/${document.id}/summary`)).json()
}

describe('upload', () => {
  test('a bulletin is received, read, and becomes an issue', async () => {
    const text = fresh()
    const answer = await send([{ field: 'file', fileName: '第3期.txt', content: text }])
    expect(answer.statusCode).toBe(201)
    const { document, known } = answer.json<UploadAnswer>()
    expect(known).toBe(false)
    expect(document.fileName).toBe('第3期.txt')
    await app.archive.queue.idle()
    const keeper = await app.as('administrator')
    const read = (await keeper.get(`/api/documents/${document.id}`)).json<ArchiveDocument>()
    expect(read).toMatchObject({
      state: 'read',
      progress: 1,
      problem: null,
      encoding: 'utf-8',
      series: '青禾市科协专项工作简报',
    })
    expect(read.text).toBe(text)
    expect(read.readings).toHaveLength(1)
    expect(read.issueIds).toHaveLength(1)
    expect((await keeper.get(`/api/issues/${read.issueIds[0]}`)).statusCode).toBe(200)
  })

  test('the same bytes are the same document, under whatever name', async () => {
    const content = fresh()
    const first = (await send([{ field: 'file', fileName: 'a.txt', content }])).json<UploadAnswer>()
    const again = await send([{ field: 'file', fileName: 'b.txt', content }])
    expect(again.statusCode).toBe(200)
    expect(again.json<UploadAnswer>()).toMatchObject({
      known: true,
      document: { id: first.document.id, fileName: 'a.txt' },
    })
  })

  test.each([
    [
      'GB18030',
      Buffer.from(
        'b2e2cad4bcf2b1a80ab5da31c6da0ac7e0bacccad0bfc6d0ad20203230323100c4ea'.replace('00', ''),
        'hex',
      ),
    ],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${bulletinText({ number: 901 })}`, 'utf16le')],
    ['CRLF and a mark', Buffer.from(`\ufeff${bulletinText({ number: 902 }).replaceAll('\n', '\r\n')}`)],
    [
      'NUL-free control characters',
      Buffer.from(bulletinText({ number: 903, body: '5月10日，青禾市科协\u0007举办讲座。' })),
    ],
    ['two bulletins', Buffer.from(bulletinText({ number: 904 }) + bulletinText({ number: 905 }))],
    [
      'no number, date or column',
      Buffer.from('青禾市科协举办讲座\n青禾市科协在市科技馆举办讲座，120人参加。\n'),
    ],
    ['100,000 blank lines', Buffer.from('\n'.repeat(90_000))],
  ])('a file with %s is read or refused, never lost', async (_name, content) => {
    const document = await uploadAndRead(content)
    expect(['read', 'failed']).toContain(document.state)
    if (document.state === 'failed') expect(document.problem?.message).toMatch(/\p{sc=Han}/u)
    expect(document.problem?.code).not.toBe('internal')
  })

  test('a binary file fails alone, with its reason in Chinese', async () => {
    const document = await uploadAndRead(
      Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2, 3, 0, 0, 255]),
      '扫描件.pdf',
    )
    expect(document).toMatchObject({ state: 'failed', issueIds: [], problem: { code: 'file-not-text' } })
    expect(document.problem?.message).toContain('扫描件.pdf')
    expect((await uploadAndRead(fresh())).state).toBe('read')
  })

  const file = (fileName: string, content = fresh()): Part => ({ field: 'file', fileName, content })
  test.each<[string, Part[], number, string]>([
    ['no file', [], 400, 'bad-request'],
    ['a file in another field', [{ ...file('a.txt'), field: 'datei' }], 400, 'bad-request'],
    ['two files', [file('a.txt'), file('b.txt')], 400, 'bad-request'],
    ['a plain field beside the file', [file('a.txt'), { field: 'note', content: 'x' }], 400, 'bad-request'],
    ['a huge plain field', [{ field: 'file', content: 'x'.repeat(300_000) }], 400, 'bad-request'],
    ['an empty file', [file('a.txt', '')], 422, 'file-empty'],
    ['a file over the limit', [file('a.txt', 'x'.repeat(100_001))], 413, 'file-too-large'],
  ])('%s is refused', async (_name, parts, status, code) => {
    const before = await count()
    const answer = await send(parts)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(await count()).toBe(before)
  })

  test('another content type is refused', async () => {
    const keeper = await app.as('administrator')
    expect((await keeper.post('/api/documents', { file: 'x' })).json().code).toBe('bad-request')
    expect((await keeper.upload(Buffer.from('x'), 'text/plain')).statusCode).toBe(400)
    expect((await keeper.upload(Buffer.from('broken'), 'multipart/form-data; boundary=x')).statusCode).toBe(
      400,
    )
  })

  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\简报.txt', '简报.txt'],
    ['a\u202etxt.exe', 'atxt.exe'],
    ['..', '未命名'],
    ['x'.repeat(500), 'x'.repeat(200)],
  ])('the file name %j is a label, never a path', async (name, shown) => {
    const answer = await send([file(name)])
    expect(answer.json<UploadAnswer>().document.fileName).toBe(shown)
  })

  test('a page of another site cannot upload', async () => {
    const { payload, contentType } = await uploadBody([file('a.txt')])
    const keeper = await app.as('administrator')
    const headers = { 'content-type': contentType, origin: 'http://other.test' }
    const answer = await keeper.request({ method: 'POST', url: '/api/documents', payload, headers })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'origin-refused'])
  })
})

const count = async (): Promise<number> =>
  (await rowsOf<{ n: number }>(app.connection.db, sql`select count(*)::int as n from document`))[0]!.n

describe('the list', () => {
  test('is paged in a total order, filtered and counted', async () => {
    for (let index = 0; index < 3; index++) await uploadAndRead(fresh(), `列表-${index}.txt`)
    const keeper = await app.as('administrator')
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
      const answer = await (await app.as('administrator')).get(`/api/documents${query}`)
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-request'])
    },
  )

  test('% and _ in a search mean themselves', async () => {
    const keeper = await app.as('administrator')
    expect((await keeper.get('/api/documents?q=%25')).json<DocumentPage>().total).toBe(0)
  })
})

describe('actions', () => {
  test('reading again keeps the address of the issue and whether it is published', async () => {
    const keeper = await app.as('administrator')
    const document = await uploadAndRead(fresh())
    const [issueId] = document.issueIds
    await keeper.post(`/api/issues/${issueId}/publish`)
    const again = await keeper.post(`/api/documents/${document.id}/read-again`)
    expect(again.json<DocumentSummary>().issueIds).toEqual([issueId])
    await app.archive.queue.idle()
    expect((await keeper.get(`/api/issues/${issueId}`)).json()).toMatchObject({ published: true })
  })

  test('removing takes the issues and the bytes with it; the same file may come again', async () => {
    const keeper = await app.as('administrator')
    const content = fresh()
    const document = await uploadAndRead(content)
    expect((await keeper.delete(`/api/documents/${document.id}`)).statusCode).toBe(204)
    expect((await keeper.get(`/api/issues/${document.issueIds[0]}`)).statusCode).toBe(404)
    expect((await keeper.delete(`/api/documents/${document.id}`)).statusCode).toBe(404)
    await expect(app.archive.files.read(document.sha256)).rejects.toThrow()
    expect((await uploadAndRead(content)).state).toBe('read')
  })

  test('every action leaves one audit entry, a refused one too', async () => {
    const document = await uploadAndRead(fresh())
    await (await app.as('administrator')).delete(`/api/documents/${document.id}`)
    await (await app.as('administrator')).delete(`/api/documents/${document.id}`)
    const entries = await rowsOf(
      app.connection.db,
      sql`select actor_kind, action, outcome from audit_entry where object = ${document.id} order by id`,
    )
    expect(entries).toEqual([
      { actor_kind: 'person', action: 'document.receive', outcome: 'done' },
      { actor_kind: 'system', action: 'document.read', outcome: 'done' },
      { actor_kind: 'person', action: 'document.remove', outcome: 'done' },
      { actor_kind: 'person', action: 'document.remove', outcome: 'not-found' },
    ])
  })

  test('progress is told until all are read', async () => {
    const { payload, contentType } = await uploadBody([
      { field: 'file', fileName: 'p.txt', content: fresh() },
    ])
    const keeper = await app.as('administrator')
    const { document } = (await keeper.upload(payload, contentType)).json<UploadAnswer>()
    const stream = await keeper.get(`/api/documents/progress?ids=${document.id}`)
    expect(stream.headers['content-type']).toMatch(/^text\/event-stream/)
    const events = stream.body.split('\n\n').filter(Boolean)
    const last = JSON.parse(events.at(-1)!.slice('data: '.length)) as DocumentSummary
    expect(last).toMatchObject({ id: document.id, state: 'read' })
  })

  test('an English reader is told in English', async () => {
    const keeper = await app.as('administrator')
    const document = await uploadAndRead(Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 9]), 'scan.pdf')
    const url = `/api/documents/${document.id}/summary`
    const answer = await keeper.request({ method: 'GET', url, headers: { 'accept-language': 'en' } })
    expect(answer.json<DocumentSummary>().problem?.message).toContain('not a text file')
  })
})
