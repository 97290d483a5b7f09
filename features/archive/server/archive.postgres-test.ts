/** The same app on a real PostgreSQL server: its migrations, its actions, and two at once. */
import { wholeScope } from '@jianbao/organisation/server'
import { migrate, openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import {
  bulletinText,
  openPostgres,
  openTestApp,
  seedPersonas,
  type TestApp,
  type TestPostgres,
  uploadBody,
} from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentPage, DocumentSummary, Review, UploadAnswer } from '../contract/index.ts'
import { importFile } from './import-file.ts'
import { getDocument } from './list-documents.ts'

let server: TestPostgres
let app: TestApp

const open = () => openDatabase(server)

beforeAll(async () => {
  server = await openPostgres()
  const [one, two] = [await open(), await open()]
  const migrations = await allMigrations()
  // Two processes that start at once: one applies, the other waits and finds nothing to do.
  const applied = await Promise.all([migrate(one, migrations), migrate(two, migrations)])
  expect(applied.map(ids => ids.length).sort()).toEqual([0, migrations.length])
  await two.close()
  await seedPersonas(one.db)
  app = await openTestApp({ connection: one })
}, 120_000)

afterAll(async () => {
  await app?.close()
  await app?.connection.close()
  await server?.close()
})

async function upload(content: string): Promise<{ status: number; answer: UploadAnswer }> {
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: 'a.txt', content }])
  const answer = await (await app.as('editor')).upload(payload, contentType)
  return { status: answer.statusCode, answer: answer.json() }
}

test('upload, read, accept, list, publish', async () => {
  const { status, answer } = await upload(bulletinText({ number: 1 }))
  expect(status).toBe(201)
  await app.archive.queue.idle()
  const keeper = await app.as('editor')
  const summary = (await keeper.get(`/api/documents/${answer.document.id}/summary`)).json<DocumentSummary>()
  expect(summary).toMatchObject({ state: 'read', issueNo: 1, date: '2021-05-12' })
  const review = `/api/documents/${summary.id}/review`
  const { version } = (await keeper.get(review)).json<Review>()
  const accepted = (await keeper.post(`${review}/accept`, { version })).json<Review>()
  const [issueId] = accepted.document.issueIds
  expect((await keeper.post(`/api/issues/${issueId}/publish`)).json()).toMatchObject({
    published: true,
  })
  expect((await keeper.get('/api/documents')).json<DocumentPage>().total).toBe(1)
  expect((await keeper.get('/api/issues?year=2021&published=true')).json().total).toBe(1)
})

test('the same bytes ten times at once are one document', async () => {
  const content = bulletinText({ number: 2 })
  const answers = await Promise.all(Array.from({ length: 10 }, () => upload(content)))
  expect(new Set(answers.map(({ answer }) => answer.document.id)).size).toBe(1)
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ answer }) => !answer.known)).toHaveLength(1)
})

test('removing and uploading the same bytes at once never leaves a row without its bytes', async () => {
  const content = bulletinText({ number: 3 })
  const keeper = await app.as('editor')
  for (let round = 0; round < 5; round++) {
    const { answer } = await upload(content)
    await app.archive.queue.idle()
    await Promise.all([keeper.delete(`/api/documents/${answer.document.id}`), upload(content)])
    await app.archive.queue.idle()
    const rows = await rowsOf<{ sha256: string; state: string }>(
      app.connection.db,
      sql`select sha256, state from document where sha256 = ${answer.document.sha256}`,
    )
    for (const row of rows) {
      expect(row.state).toBe('read')
      expect((await app.archive.files.read(row.sha256)).length).toBeGreaterThan(0)
    }
  }
})

const opening = { kind: 'text', pages: null, encoding: 'utf-8', text: '青禾简报', readings: [] } as const

test('two servers on one database: both read, nothing is read twice', async () => {
  const seen: string[][] = [[], []]
  const servers = await Promise.all(
    seen.map(async own =>
      openTestApp({
        connection: await open(),
        dataFolder: app.config.dataFolder,
        reader: {
          read: async file => {
            own.push(file.name)
            await new Promise(resolve => setTimeout(resolve, 20))
            return { ...opening, readings: [] }
          },
          close: async () => undefined,
        },
      }),
    ),
  )
  await app.archive.queue.close()
  const names = Array.from({ length: 60 }, (_, at) => `${at}.txt`)
  await Promise.all(
    names.map((fileName, at) => {
      const bytes = Buffer.from(bulletinText({ number: 100 + at }))
      return importFile(servers[at % 2]!.archive, { bytes, fileName }, 'command-line')
    }),
  )
  const { db } = app.connection
  const unread = () => rowsOf(db, sql`select 1 from document where state in ('waiting', 'reading')`)
  while ((await unread()).length) await new Promise(resolve => setTimeout(resolve, 20))
  expect(seen.flat().sort()).toEqual([...names].sort())
  expect(seen.every(own => own.length > 0)).toBe(true)
  expect(servers.flatMap(server => server.errors)).toEqual([])
  for (const server of servers) {
    await server.close()
    await server.connection.close()
  }
})

test('what a server that fell silent was reading is taken over, and its late answer is not written', async () => {
  let answerLate: (() => void) | undefined
  const silent = await openTestApp({
    connection: await open(),
    dataFolder: app.config.dataFolder,
    reader: {
      read: async () => {
        // It has lanes enough to take over from itself; that one is not late.
        if (answerLate) return { ...opening, readings: [] }
        await new Promise<void>(resolve => {
          answerLate = resolve
        })
        return { ...opening, text: '迟到', readings: [] }
      },
      close: async () => undefined,
    },
  })
  const bytes = Buffer.from(bulletinText({ number: 200 }))
  const { document } = await importFile(silent.archive, { bytes, fileName: 'a.txt' }, 'command-line')
  while (!answerLate) await new Promise(resolve => setTimeout(resolve, 20))
  const living = await openTestApp({
    connection: await open(),
    dataFolder: app.config.dataFolder,
    reader: { read: async () => ({ ...opening, readings: [] }), close: async () => undefined },
  })
  const { db } = app.connection
  const summary = () => getDocument(db, wholeScope, document.id, 'zh')
  while ((await summary()).state !== 'read') {
    // It would say that it lives every now and then; that is what it keeps silent about.
    await db.execute(sql`update pgboss.job set started_on = now() - interval '5 minutes'
      where id = ${document.id} and state = 'active'`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  answerLate()
  await silent.archive.queue.idle()
  const { state, text } = await summary()
  expect([state, text]).toEqual(['read', expect.stringContaining('青禾简报')])
  expect(silent.errors.join()).toContain('taken over')
  for (const server of [silent, living]) {
    await server.close()
    await server.connection.close()
  }
}, 120_000)

test('two servers that start at once: one makes the queue, one gives facts to what an older version accepted', async () => {
  const { db } = app.connection
  const count = async () =>
    await rowsOf(
      db,
      sql`select (select count(*)::int from article_search) as articles, (select count(*)::int from event) as events`,
    )
  for (let round = 0; round < 4; round++) {
    const before = await count()
    await db.execute(sql`delete from event`)
    await db.execute(sql`delete from article_search`)
    await db.execute(sql`drop schema pgboss cascade`)
    const connections = [await open(), await open(), await open()]
    const servers = await Promise.all(
      connections.map(connection => openTestApp({ connection, dataFolder: app.config.dataFolder })),
    )
    expect(servers.flatMap(server => server.errors)).toEqual([])
    expect(await count()).toEqual(before)
    for (const server of servers) await server.close()
    for (const connection of connections) await connection.close()
  }
}, 240_000)

test('a connection that breaks inside a transaction is an error of that transaction alone', async () => {
  const errors: Error[] = []
  const other = await openDatabase({ ...server, onError: error => errors.push(error) })
  const lost = other.db.transaction(async tx => {
    const [row] = await rowsOf<{ pid: number }>(tx, sql`select pg_backend_pid() as pid`)
    await app.connection.db.execute(sql`select pg_terminate_backend(${row!.pid})`)
    // Nothing is asked just then: only the connection itself hears that it broke.
    while (!errors.length) await new Promise(resolve => setTimeout(resolve, 10))
    await tx.execute(sql`select 1`)
  })
  await expect(lost).rejects.toThrow()
  expect(await rowsOf(other.db, sql`select 1 as one`)).toEqual([{ one: 1 }])

  const direct = other.inTransaction(async run => {
    const [row] = await run('select pg_backend_pid() as pid')
    await app.connection.db.execute(sql`select pg_terminate_backend(${row!['pid']})`)
    await run('select pg_sleep(10)')
  })
  await expect(direct).rejects.toThrow(/connection/)
  expect(await rowsOf(other.db, sql`select 1 as one`)).toEqual([{ one: 1 }])
  await other.close()
})
