/** Every state x action of the flow table against the real app: what it forbids is refused and changes nothing. */

import { readDocuments } from '@jianbao/intake'
import { wholeScope } from '@jianbao/organisation/server'
import { rowsOf, sql } from '@jianbao/platform/db'
import type { Job } from '@jianbao/platform/jobs'
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
import { findDocumentRow } from './document.store.ts'
import { beginReading, resumeDocuments, saveReadings } from './read-document.store.ts'
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

const keeper = () => app.as('editor')
const bulletin = bulletinText()
const readings = readDocuments(bulletin)
const leaseUntil = '2100-01-01T00:00:00.000Z'

async function upload(): Promise<UploadAnswer> {
  const parts = [{ field: 'file', fileName: 'a.txt', content: bulletin }]
  const { payload, contentType } = await uploadBody(parts)
  return (await (await keeper()).upload(payload, contentType)).json()
}

const job = (id: string): Job => ({
  id,
  attempts: 0,
  done: async () => undefined,
  putBack: async () => undefined,
})

async function read(id: string, outcome: ReadOutcome): Promise<null> {
  const row = (await findDocumentRow(app.connection.db, wholeScope, id))!
  const reader: Reader = { read: async () => outcome, close: async () => undefined }
  const services = { ...app.archive, reader, onError: () => undefined }
  await readDocument(services, row, job(id), new AbortController().signal)
  return null
}

async function post(path: string, json?: object): Promise<number> {
  return (await (await keeper()).post(`/api/documents/${path}`, json)).statusCode
}
const version = async (id: string) => ({
  version: (await findDocumentRow(app.connection.db, wholeScope, id))!.version,
})
const opening = { kind: 'text', pages: null } as const

/** Does the action; the status of its answer, or null where people cannot call it. */
const actions: Record<DocumentAction, (id: string) => Promise<number | null>> = {
  receive: async () => ((await upload()).known ? 409 : 201),
  read: async id => {
    const { db } = app.connection
    const row = await db.transaction(tx => beginReading(tx, id, new Date(), new Date(leaseUntil)))
    return row?.state === 'reading' ? null : 409
  },
  finish: id => read(id, { ...opening, text: '青禾简报', encoding: 'utf-8', readings: [] }),
  fail: id => read(id, { problem: { code: 'file-empty', details: { file: 'a.txt' } } }),
  setAside: id => read(id, { unrecognised: { kind: 'pdf', pages: 3 } }),
  resume: async () => {
    await resumeDocuments(app.connection.db)
    return null
  },
  readAgain: id => post(`${id}/read-again`),
  recognise: id => post(`${id}/recognise`),
  edit: async id =>
    post(`${id}/review/edits`, { ...(await version(id)), edit: { act: 'settle-all', code: null } }),
  accept: async id => post(`${id}/review/accept`, await version(id)),
  reopen: id => post(`${id}/review/reopen`),
  remove: async id => (await (await keeper()).delete(`/api/documents/${id}`)).statusCode,
}

/** The button of an action, where there is one. */
const buttons: Partial<Record<DocumentAction, DocumentSummary['may'][number]>> = {
  readAgain: 'read-again',
  recognise: 'recognise',
  edit: 'review',
  accept: 'accept',
  reopen: 'reopen',
  remove: 'remove',
}

const pairs = documentStates.flatMap(state =>
  (Object.keys(documentFlow) as DocumentAction[]).map(action => [state, action] as const),
)

test.each(pairs)('%s: %s', async (state: DocumentState, action: DocumentAction) => {
  const { id } = (await upload()).document
  const { db } = app.connection
  await db.execute(
    sql`update document set state = ${state}, kind = 'pdf',
      lease_until = ${state === 'reading' ? leaseUntil : null}`,
  )
  if (state === 'read' || state === 'accepted') await saveReadings(db, id, bulletin, readings)
  const allowed = mayAct(action, state)
  const summary = (await (await keeper()).get(`/api/documents/${id}/summary`)).json<DocumentSummary>()
  const button = buttons[action]
  if (button) expect(summary.may.includes(button), 'the button').toBe(allowed)

  const status = await actions[action](id)
  if (status !== null) expect(status < 400, `status ${status}`).toBe(allowed)
  if (status !== null && !allowed) expect(status).toBe(409)
  const after = await findDocumentRow(db, wholeScope, id)
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
