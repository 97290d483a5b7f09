/** What befalls a document while it is being read. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { bulletinText, openTestApp, type TestApp, uploadBody } from '@jianbao/testkit'
import { afterEach, expect, test } from 'vitest'
import type { ArchiveDocument, UploadAnswer } from '../contract/index.ts'
import type { Reader, ReadOutcome } from './reader.port.ts'

const outcomes: Record<string, ReadOutcome> = {
  finish: { kind: 'text', pages: null, text: '青禾简报', encoding: 'utf-8', readings: [] },
  fail: { problem: { code: 'file-empty', details: { file: 'a.txt' } } },
}

let app: TestApp
afterEach(() => app.close())

/** Uploads one bulletin to an app whose reader is `read`, and waits for its end. */
async function upload(read: Reader['read']): Promise<ArchiveDocument> {
  app = await openTestApp({ reader: { read, close: async () => undefined } })
  const parts = [{ field: 'file', fileName: 'a.txt', content: bulletinText() }]
  const { payload, contentType } = await uploadBody(parts)
  const keeper = await app.as('administrator')
  const { document } = (await keeper.upload(payload, contentType)).json<UploadAnswer>()
  await app.archive.queue.idle()
  return (await keeper.get(`/api/documents/${document.id}`)).json()
}

test('progress that cannot be noted is reported, and the reading goes on', async () => {
  const document = await upload(async (_file, onProgress) => {
    const { db } = app.connection
    await db.execute(sql`alter table document rename to document_away`)
    await new Promise(resolve => setTimeout(resolve, 450))
    onProgress(0.5)
    await new Promise(resolve => setTimeout(resolve, 50))
    await db.execute(sql`alter table document_away rename to document`)
    return outcomes['finish']!
  })
  expect(document).toMatchObject({ state: 'read', text: '青禾简报' })
  expect(app.errors).toHaveLength(1)
})

test.each(['finish', 'fail'])('what another process took over is not overwritten: %s', async end => {
  const document = await upload(async () => {
    await app.connection.db.execute(
      sql`update document set lease_until = lease_until + interval '1 hour', progress = 0.1`,
    )
    return outcomes[end]!
  })
  expect(document).toMatchObject({ state: 'reading', progress: 0.1, text: '', problem: null })
  const entries = await rowsOf<{ action: string }>(
    app.connection.db,
    sql`select action from audit_entry where actor_kind = 'system'`,
  )
  expect(entries).toEqual([])
  expect(app.errors.join()).toContain('taken over')
})
