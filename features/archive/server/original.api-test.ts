/** The file as it was sent, beside its reading: shown only where nothing in it can run. */
import { gunzipSync } from 'node:zlib'
import { openTestApp, type TestApp, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentPage, DocumentSummary, UploadAnswer } from '../contract/index.ts'
import type { Reader } from './reader.port.ts'

const outcome = { unrecognised: { kind: 'pdf', pages: 1 } } as const
const recognised = { kind: 'pdf', pages: 1, encoding: null, text: '青禾简报', readings: [] } as const
let wishes: boolean[] = []
const reader: Reader = {
  read: async (file, onProgress) => {
    wishes.push(file.recognise)
    onProgress(0.5)
    if (file.name.endsWith('.txt')) return { ...recognised, kind: 'text', encoding: 'gb18030', readings: [] }
    return file.recognise ? { ...recognised, readings: [] } : outcome
  },
  close: async () => undefined,
}

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ reader })
})
afterAll(() => app.close())
const keeper = () => app.as('editor')

const scan = Buffer.from('%PDF-1.7\n')

async function upload(content: Uint8Array, fileName: string): Promise<DocumentSummary> {
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName, content }])
  const answer = await (await keeper()).upload(payload, contentType)
  expect([answer.statusCode, answer.json().code]).toEqual([201, undefined])
  await app.archive.queue.idle()
  const { id } = answer.json<UploadAnswer>().document
  return (await (await keeper()).get(`/api/documents/${id}/summary`)).json()
}

test('a text is shown as text, whatever stands in it, and never kept by the browser', async () => {
  const page = Buffer.from('<script>alert(1)</script>青禾简报'.repeat(3))
  const { id } = await upload(page, '网页.txt')
  const answer = await (await keeper()).get(`/api/documents/${id}/original`)
  expect(answer.rawPayload.equals(page)).toBe(true)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/plain; charset=gb18030',
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
  // A long one comes packed to browsers that ask for it.
  const long = await upload(Buffer.from('青禾简报\n'.repeat(2_000)), '长.txt')
  const url = `/api/documents/${long.id}/original`
  const headers = { 'accept-encoding': 'gzip' }
  const packed = await (await keeper()).request({ method: 'GET', url, headers })
  expect(gunzipSync(packed.rawPayload).length).toBe(long.sizeBytes)
})

test('pictures wait for a person to ask for their letters, then they are read', async () => {
  const document = await upload(scan, '扫描.pdf')
  expect(document).toMatchObject({ state: 'unrecognised', kind: 'pdf', pages: 1 })
  expect(document.may).toEqual(['remove', 'read-again', 'recognise'])
  const { id } = document
  const shown = await (await keeper()).get(`/api/documents/${id}/original`)
  expect([shown.headers['content-type'], shown.headers['content-disposition']]).toEqual([
    'application/pdf',
    'inline',
  ])
  // Chrome shows no PDF in a sandbox.
  expect(shown.headers['content-security-policy']).not.toContain('sandbox')
  const kept = await (await keeper()).get(`/api/documents/${id}/original?download=true`)
  expect(kept.headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent('扫描.pdf')}`)

  wishes = []
  const asked = await (await keeper()).post(`/api/documents/${id}/recognise`)
  expect(['waiting', 'reading']).toContain(asked.json<DocumentSummary>().state)
  await app.archive.queue.idle()
  const after = (await (await keeper()).get(`/api/documents/${id}/summary`)).json<DocumentSummary>()
  expect([after.state, wishes]).toEqual(['read', [true]])
  expect(after.may).toEqual(['remove', 'read-again', 'recognise', 'review', 'accept'])
})

test('a text has no pictures to recognise; a document that is not there has no original', async () => {
  const { id } = await upload(Buffer.from('青禾市科协专项工作简报'), '另一份.txt')
  const answer = await (await keeper()).post(`/api/documents/${id}/recognise`)
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'not-now'])
  const absent = '00000000-0000-4000-8000-000000000000'
  expect((await (await keeper()).get(`/api/documents/${absent}/original`)).statusCode).toBe(404)
})

test('lists by kind, by state and the most doubtful first', async () => {
  const list = async (query: string) =>
    (await (await keeper()).get(`/api/documents${query}`)).json<DocumentPage>()
  const texts = await list('?kind=text')
  expect(texts.rows.every(row => row.kind === 'text')).toBe(true)
  const scans = await list('?kind=pdf&state=read')
  expect([texts.total, scans.total]).toEqual([3, 1])
  const [least, , , most] = (await list('?order=newest')).rows.toReversed()
  const doubts = (document: DocumentSummary, n: number) =>
    `update document set doubts = ${n} where id = '${document.id}'`
  await app.connection.inTransaction(async run => {
    await run(`${doubts(least!, 1)}; ${doubts(most!, 7)}`)
  })
  expect((await list('?order=doubtful')).rows.map(row => row.doubts)).toEqual([7, 1, 0, 0])
})
