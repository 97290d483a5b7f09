/** What befalls a document while it is being read. */
import { wholeScope } from '@jianbao/organisation/server'
import { rowsOf, sql } from '@jianbao/platform/db'
import { bulletinText, openTestApp, type TestApp, uploadBody } from '@jianbao/testkit'
import { afterEach, expect, test } from 'vitest'
import type { ArchiveDocument, UploadAnswer } from '../contract/index.ts'
import { importFile } from './import-file.ts'
import { getDocument } from './list-documents.ts'
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
  const keeper = await app.as('editor')
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

test('progress is noted in the row, now and then', async () => {
  const noted: number[] = []
  const document = await upload(async (_file, onProgress) => {
    for (const share of [0.3, 0.5, 0.7]) {
      await new Promise(resolve => setTimeout(resolve, 450))
      onProgress(share)
      // Told again at once: nobody looks that often.
      onProgress(share + 0.1)
      await new Promise(resolve => setTimeout(resolve, 50))
      const [row] = await rowsOf<{ progress: number }>(
        app.connection.db,
        sql`select progress::float8 as progress from document`,
      )
      noted.push(Math.round(row!.progress * 10) / 10)
    }
    return outcomes['finish']!
  })
  expect([noted, document.progress]).toEqual([[0.3, 0.5, 0.7], 1])
})

test('what an older version left waiting without a job is read at the next start', async () => {
  app = await openTestApp()
  await app.archive.queue.close()
  const bytes = Buffer.from(bulletinText())
  const { document } = await importFile(app.archive, { bytes, fileName: 'a.txt' }, 'command-line')
  await app.connection.db.execute(sql`delete from pgboss.job`)
  const next = await openTestApp({ connection: app.connection, dataFolder: app.config.dataFolder })
  await next.archive.queue.idle()
  expect(await getDocument(app.connection.db, wholeScope, document.id, 'zh')).toMatchObject({ state: 'read' })
  await next.close()
})

test('what could be saved neither as read nor as failed is read again once the database is well', async () => {
  let reads = 0
  const document = await upload(async () => {
    if (reads++ === 0) await app.connection.db.execute(sql`alter table audit_entry rename to audit_away`)
    return outcomes['finish']!
  })
  expect(document.state).toBe('reading')
  await app.connection.db.execute(sql`alter table audit_away rename to audit_entry`)
  app.archive.queue.wake()
  await app.archive.queue.idle()
  expect(await getDocument(app.connection.db, wholeScope, document.id, 'zh')).toMatchObject({ state: 'read' })
  expect([reads, await rowsOf(app.connection.db, sql`select 1 from pgboss.job`)]).toEqual([2, []])
})

test('a document over which the process died again and again is given up, and says so', async () => {
  let reads = 0
  app = await openTestApp({
    reader: {
      read: async () => {
        reads++
        return outcomes['finish']!
      },
      close: async () => undefined,
    },
  })
  const { db } = app.connection
  // As a process finds it that starts after three kills.
  const { archive } = app
  await archive.queue.close()
  const bytes = Buffer.from(bulletinText())
  const { document } = await importFile(archive, { bytes, fileName: 'a.txt' }, 'command-line')
  await db.execute(sql`update pgboss.job set state = 'active', started_on = now(), retry_count = 2`)
  const again = await openTestApp({ connection: app.connection, dataFolder: app.config.dataFolder })
  await again.archive.queue.idle()
  expect(await getDocument(db, wholeScope, document.id, 'zh')).toMatchObject({
    state: 'failed',
    problem: { code: 'file-unreadable', message: expect.stringContaining('中断') },
    may: ['remove', 'read-again'],
  })
  expect([reads, await rowsOf(db, sql`select 1 from pgboss.job`)]).toEqual([0, []])
  await again.close()
})
