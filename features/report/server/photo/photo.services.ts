import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import { inTurn } from './in-turn.ts'
import { isShown, lockContent } from './photo.store.ts'

export type PhotoServices = {
  readonly clock: Clock
  /** Of photos alone: what the archive sweeps away of its own is never theirs. */
  readonly photos: FileStore
  /** Pictures are decoded a few at a time: each takes up to a third of a gigabyte for a moment. */
  readonly decode: ReturnType<typeof inTurn>
  /** Takes bytes away that no report shows any more; call after the commit. */
  readonly sweep: (hashes: readonly string[]) => Promise<void>
}

/** `db` is the database as its owner: whether anybody shows a picture is asked past every scope. */
export type PhotoRoom = { readonly db: Database; readonly clock: Clock; readonly photos: FileStore }

const decodedAtOnce = 2

export function photoServices({ db, clock, photos }: PhotoRoom): PhotoServices {
  return {
    clock,
    photos,
    decode: inTurn(decodedAtOnce),
    sweep: async hashes => {
      for (const sha256 of new Set(hashes))
        await db.transaction(async tx => {
          await lockContent(tx, sha256)
          if (!(await isShown(tx, sha256))) await photos.remove(sha256)
        })
    },
  }
}
