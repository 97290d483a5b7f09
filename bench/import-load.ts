/** How fast manuscripts come in: from the bytes that were sent to the reading that waits for a person, on disk. */
import { join } from 'node:path'
import { getBatch, importBatch, importFile } from '@jianbao/archive/server'
import { wholeScope } from '@jianbao/organisation/server'
import { migrate, openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { openTestApp, type TestApp, temporaryFolder, zipFile } from '@jianbao/testkit'
import { rounded } from './result.ts'

/** Documents a second, the files one by one, and as one ZIP; every commit is flushed to the disk as in production. */
export async function measureImport(texts: readonly string[]): Promise<Record<string, number>> {
  const half = Math.floor(texts.length / 2)
  return withApp(async app => {
    // The threads read their dictionaries with the first file.
    await send(app, texts.slice(0, 1))
    const single = await timed(app, half - 1, () => send(app, texts.slice(1, half)))
    const zipped = await timed(app, texts.length - half, () => sendZip(app, texts.slice(half)))
    return { 'import.documentsPerSecond': single, 'import.zipDocumentsPerSecond': zipped }
  })
}

async function send({ archive }: TestApp, texts: readonly string[]): Promise<void> {
  for (const [at, text] of texts.entries())
    await importFile(archive, { bytes: Buffer.from(text), fileName: `${at}.txt` }, 'command-line')
  await archive.queue.idle()
}

async function sendZip({ archive }: TestApp, texts: readonly string[]): Promise<void> {
  const bytes = zipFile(texts.map((content, at) => ({ name: `${at}.txt`, content })))
  const { id } = await importBatch(archive, { bytes, fileName: 'all.zip' }, 'command-line')
  await archive.queue.idle()
  const { problem } = await getBatch(archive.db, wholeScope, id, 'en')
  if (problem) throw new Error(problem.message)
}

async function timed(app: TestApp, documents: number, work: () => Promise<void>): Promise<number> {
  const before = await countRead(app)
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  const read = (await countRead(app)) - before
  if (read !== documents) throw new Error(`${read} of ${documents} documents were read`)
  return rounded(documents / seconds, 1)
}

async function countRead({ connection }: TestApp): Promise<number> {
  const query = sql`select count(*)::int as n from document where state = 'read'`
  return (await rowsOf<{ n: number }>(connection.db, query))[0]!.n
}

async function withApp<T>(work: (app: TestApp) => Promise<T>): Promise<T> {
  const folder = await temporaryFolder()
  const connection = await openDatabase({ folder: join(folder.path, 'data') })
  await migrate(connection, await allMigrations())
  const app = await openTestApp({ connection })
  try {
    return await work(app)
  } finally {
    await app.close()
    await connection.close()
    await folder.remove()
  }
}
