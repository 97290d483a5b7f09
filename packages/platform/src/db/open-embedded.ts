import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import type { Connection, Database } from './database.types.ts'
import { DurableFolder, durableStart } from './durable-folder.ts'
import { lockFolder } from './folder-lock.ts'

/**
 * Opens PGlite. `folder` keeps the data on disk under a lock of this process; without it the data lives in memory,
 * starting from `template` (a dump of another one) when given.
 * Throws FolderInUse when a living process holds the folder.
 */
export async function openEmbedded(options: {
  folder?: string
  template?: Blob
}): Promise<Connection & { client: PGlite }> {
  const { folder, template } = options
  if (folder) await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = folder ? await lockFolder(folder) : null
  try {
    const client = folder
      ? await PGlite.create({ fs: new DurableFolder(await ownFolder(folder)), startParams: durableStart })
      : await PGlite.create(template ? { loadDataDir: template } : {})
    return {
      db: drizzle({ client }) as unknown as Database,
      kind: 'embedded',
      client,
      inTransaction: work =>
        client.transaction(tx =>
          work(async (statement, values) => {
            if (values) return (await tx.query<Record<string, unknown>>(statement, values)).rows
            await tx.exec(statement)
            return []
          }),
        ),
      close: async () => {
        await client.close()
        await lock?.release()
      },
    }
  } catch (error) {
    await lock?.release()
    throw error
  }
}

/** PGlite's files are open to everybody, so their folder is not: the one around it may be an administrator's. */
async function ownFolder(around: string): Promise<string> {
  const folder = join(around, 'pglite')
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o700)
  return folder
}
