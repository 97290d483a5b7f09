import type { Database } from '@jianbao/platform/db'

class Undo extends Error {}

/** In a transaction that is undone; answers what `work` did. */
export async function undone<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  let done: T
  const run = db.transaction(async tx => {
    done = await work(tx)
    throw new Undo()
  })
  await run.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  return done!
}
