/** Every state x action of the flow table against the real app: what it forbids is refused and changes nothing. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { bulletinText, openTestApp, type TestApp, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type DocumentAction,
  type DocumentState,
  type DocumentSummary,
  documentFlow,
  documentStates,
  mayAct,
  type UploadAnswer,
} from '../contract/index.ts'
import { claimDocument, findDocumentRow, resumeDocuments } from './document.store.ts'
import { readDocument } from './read-document.ts'
import type { Reader, ReadOutcome } from './reader.port.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  // What waits stays waiting: here nobody but the test moves a document.
  await app.archive.queue.close()
})
afterAll(() => app.close())
beforeEach(() => app.connection.db.execute(sql`delete from document`))

const keeper = () => app.as('administrator')
const leaseUntil = '2100-01-01T00:00:00.000Z'

async function upload(): Promise<UploadAnswer> {
  const parts = [{ field: 'file', fileName: 'a.txt', content: bulletinText() }]
  const { payload, contentType } = await uploadBody(parts)
  return (await (await keeper()).upload(payload, contentType)).json()
}

async function read(id: string, outcome: ReadOutcome): Promise<void> {
  const row = (await findDocumentRow(app.connection.db, id))!
  const reader: Reader = { read: async () => outcome, close: async () => undefined }
  const services = { ...app.archive, reader, onError: () => undefined }
  await readDocument(services, row, new AbortController().signal)
}

/** Does the action; the status of its answer, or null where people cannot call it. */
const actions: Record<DocumentAction, (id: string) => Promise<number | null>> = {
  receive: async () => ((await upload()).known ? 409 : 201),
  read: async () => {
    await claimDocument(app.connection.db, new Date(), new Date(leaseUntil))
    return null
  },
  finish: async id => {
    await read(id, { text: '青禾简报', encoding: 'utf-8', readings: [] })
    return null
  },
  fail: async id => {
    await read(id, { problem: { code: 'file-empty', details: { file: 'a.txt' } } })
    return null
  },
  resume: async () => {
    await resumeDocuments(app.connection.db)
    return null
  },
  readAgain: async id => (await (await keeper()).post(`/api/documents/${id}/read-again`)).statusCode,
  remove: async id => (await (await keeper()).delete(`/api/documents/${id}`)).statusCode,
}

const pairs = documentStates.flatMap(state =>
  (Object.keys(documentFlow) as DocumentAction[]).map(action => [state, action] as const),
)

test.each(pairs)('%s: %s', async (state: DocumentState, action: DocumentAction) => {
  const { id } = (await upload()).document
  const { db } = app.connection
  await db.execute(
    sql`update document set state = ${state}, lease_until = ${state === 'reading' ? leaseUntil : null}`,
  )
  const allowed = mayAct(action, state)
  const summary = (await (await keeper()).get(`/api/documents/${id}/summary`)).json<DocumentSummary>()
  const offered = { readAgain: 'read-again', remove: 'remove' } as const
  if (action === 'readAgain' || action === 'remove')
    expect(summary.may.includes(offered[action]), 'the button').toBe(allowed)

  const status = await actions[action](id)
  if (status !== null) expect(status < 400, `status ${status}`).toBe(allowed)
  if (status !== null && !allowed) expect(status).toBe(409)
  const after = await findDocumentRow(db, id)
  expect(after?.state ?? null).toBe(allowed ? documentFlow[action].to : state)
})

test.each([
  ['read-again', 'POST'],
  ['', 'DELETE'],
] as const)('what cannot be done now says so and is noted: %s', async (path, method) => {
  const { id } = (await upload()).document
  const { db } = app.connection
  await db.execute(sql`update document set state = 'reading', lease_until = ${leaseUntil}`)
  const url = `/api/documents/${id}${path && `/${path}`}`
  const answer = await (await keeper()).request({ method, url })
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'not-now'])
  const noted = await rowsOf(db, sql`select outcome from audit_entry where object = ${id} order by id`)
  expect(noted).toEqual([{ outcome: 'done' }, { outcome: 'not-now' }])
})
