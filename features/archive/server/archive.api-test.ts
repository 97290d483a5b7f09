import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { rowsOf, sql } from '@jianbao/platform/db'
import { bulletinText, openTestApp, type Part, type TestApp, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ArchiveDocument, DocumentSummary, UploadAnswer } from '../contract/index.ts'

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
  return (await app.as('editor')).upload(payload, contentType)
}

async function uploadAndRead(content: string | Uint8Array, fileName = '简报.txt'): Promise<DocumentSummary> {
  const answer = await send([{ field: 'file', fileName, content }])
  await app.archive.queue.idle()
  const { document } = answer.json<UploadAnswer>()
  return (await (await app.as('editor')).get(`/api/documents/${document.id}/summary`)).json()
}

describe('upload', () => {
  test('a bulletin is received and read, and is no issue before a person accepts it', async () => {
    const text = fresh()
    const answer = await send([{ field: 'file', fileName: '第3期.txt', content: text }])
    expect(answer.statusCode).toBe(201)
    const { document, known } = answer.json<UploadAnswer>()
    expect(known).toBe(false)
    expect(document.fileName).toBe('第3期.txt')
    await app.archive.queue.idle()
    const keeper = await app.as('editor')
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
    expect(read.issueIds).toEqual([])
  })

  test('a special issue says so beside its number', async () => {
    const special = bulletinText({ headline: '青禾市科协举办竞赛' }).replace('第3期', '增刊第4期')
    expect(await uploadAndRead(special)).toMatchObject({ issueNo: 4, special: true })
    expect(await uploadAndRead(fresh())).toMatchObject({ special: false })
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
    const entries = await rowsOf(
      app.connection.db,
      sql`select object from audit_entry where action = 'document.receive' order by id desc limit 2`,
    )
    expect(entries).toEqual([{ object: first.document.id }, { object: first.document.id }])
  })

  test.each<[string, Uint8Array, object]>([
    [
      'GB18030',
      Buffer.from('b2e2cad4bcf2b1a80ab5da31c6da0ac7e0bacccad0bfc6d0ad2032303231c4ea', 'hex'),
      { encoding: 'gb18030' },
    ],
    [
      'UTF-16 with a mark',
      Buffer.from(`\ufeff${bulletinText({ number: 901 })}`, 'utf16le'),
      { encoding: 'utf-16le', issueNo: 901 },
    ],
    [
      'CRLF and a mark',
      Buffer.from(`\ufeff${bulletinText({ number: 902 }).replaceAll('\n', '\r\n')}`),
      { encoding: 'utf-8', issueNo: 902 },
    ],
    [
      'NUL-free control characters',
      Buffer.from(bulletinText({ number: 903, body: '5月10日，青禾市科协\u0007举办讲座。' })),
      { encoding: 'utf-8', issueNo: 903 },
    ],
    [
      'two bulletins',
      Buffer.from(bulletinText({ number: 904 }) + bulletinText({ number: 905 })),
      { issueNo: 904, articles: 2 },
    ],
    [
      'no number, date or column',
      Buffer.from('青禾市科协举办讲座\n青禾市科协在市科技馆举办讲座，120人参加。\n'),
      { issueNo: null, date: null, articles: 1 },
    ],
  ])('a file with %s is read, never lost', async (_name, content, expected) => {
    const document = await uploadAndRead(content)
    expect(document).toMatchObject({ state: 'read', problem: null, ...expected })
  })

  const program = Buffer.from('4d5a90000300000004000000ffff0000', 'hex')
  const rar = Buffer.from('526172211a0701003392b5e5', 'hex')
  const docx = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0])
  const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

  test.each<[string, string, string, Buffer]>([
    ['a program', 'file-not-text', '简报.txt', program],
    ['a RAR', 'file-not-text', '简报.rar', rar],
    ['half a Word file', 'file-damaged', '简报.docx', docx],
    ['NUL bytes after much text', 'file-not-text', '半截.txt', Buffer.from(`${'简报\n'.repeat(10_000)}\0`)],
    ['no encoding', 'file-encoding', '乱码.txt', Buffer.alloc(300, 0xff)],
    ['spaces alone', 'file-empty', '空白.txt', Buffer.from(' \r\n\u3000\n')],
    ['a mark and spaces in UTF-16', 'file-empty', '空白.txt', wide(' \n ')],
    ['90,000 blank lines', 'file-empty', '空行.txt', Buffer.alloc(90_000, '\n')],
  ])('%s can never be read: refused by name, nothing is stored', async (_name, code, fileName, content) => {
    const before = await count()
    const answer = await send([{ field: 'file', fileName, content }])
    expect([answer.statusCode, answer.json().code]).toEqual([422, code])
    expect(answer.json().detail).toContain(fileName)
    expect(answer.json().detail).toMatch(/\p{sc=Han}/u)
    expect(await count()).toBe(before)
    expect(await stored(content)).toBe(false)
    expect((await uploadAndRead(fresh())).state).toBe('read')
  })

  test('a PDF that is none inside fails while it is read, with a sentence of its own', async () => {
    const document = await uploadAndRead(Buffer.from('%PDF-1.7\n半截'), '扫描件.pdf')
    expect(document).toMatchObject({ state: 'failed', kind: 'pdf', may: expect.arrayContaining(['remove']) })
    expect(document.problem?.message).toMatch(/扫描件\.pdf.*\p{sc=Han}/u)
  })

  test('a refused upload leaves one audit entry with the reason', async () => {
    const entries = () =>
      rowsOf<{ outcome: string }>(
        app.connection.db,
        sql`select outcome from audit_entry where action = 'document.receive' order by id`,
      )
    const before = await entries()
    await send([{ field: 'file', fileName: 'a.exe', content: program }])
    expect((await entries()).slice(before.length)).toEqual([{ outcome: 'file-not-text' }])
  })

  test('good and bad files at once: each gets its own answer', async () => {
    const answers = await Promise.all(
      [fresh(), program, fresh(), ' \n', fresh()].map(content =>
        send([{ field: 'file', fileName: 'a.txt', content }]),
      ),
    )
    expect(answers.map(answer => answer.statusCode)).toEqual([201, 422, 201, 422, 201])
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
    const keeper = await app.as('editor')
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
    ['“引号”与"双引号".txt', '“引号”与"双引号".txt'],
    ['两\r\n行.txt', '两行.txt'],
    ['满意率100%25.txt', '满意率100%25.txt'],
    ['x'.repeat(500), 'x'.repeat(200)],
  ])('the file name %j is a label, never a path', async (name, shown) => {
    const answer = await send([file(name)])
    expect(answer.json<UploadAnswer>().document.fileName).toBe(shown)
  })

  test('a page of another site cannot upload', async () => {
    const { payload, contentType } = await uploadBody([file('a.txt')])
    const keeper = await app.as('editor')
    const headers = { 'content-type': contentType, origin: 'http://other.test' }
    const answer = await keeper.request({ method: 'POST', url: '/api/documents', payload, headers })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'origin-refused'])
  })
})

/** Whether the store holds the bytes, kept or half received. */
async function stored(content: Uint8Array): Promise<boolean> {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const names = await readdir(join(app.config.dataFolder, 'files'), { recursive: true })
  const incoming = names.filter(name => name.startsWith(join('incoming', '/')))
  return incoming.length > 0 || names.some(name => name.endsWith(sha256))
}

const count = async (): Promise<number> =>
  (await rowsOf<{ n: number }>(app.connection.db, sql`select count(*)::int as n from document`))[0]!.n
