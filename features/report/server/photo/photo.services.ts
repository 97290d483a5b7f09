import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import { inTurn } from './in-turn.ts'
import { isShown, lockContent } from './photo.store.ts'

export type PhotoServices = {
  readonly clock: Clock
  /** Of photos and pictures of issues alone: what the archive sweeps away of its own is never theirs. */
  readonly photos: FileStore
  /** Pictures are decoded a few at a time: each takes up to a third of a gigabyte for a moment. */
  readonly decode: ReturnType<typeof inTurn>
  /** Takes bytes away that nothing shows any more; call after the commit. */
  readonly sweep: (hashes: readonly string[]) => Promise<void>
}

/** Whether a room shows these bytes, be they those of a photo or of its small picture. */
export type ShownBy = (tx: Database, sha256: string) => Promise<boolean>

/** `db` is the database as its owner: whether anybody shows a picture is asked past every scope. */
export type PhotoRoom = {
  readonly db: Database
  readonly clock: Clock
  readonly photos: FileStore
  /** Rooms beside reports that keep pictures in the same store. */
  readonly shownBy?: readonly ShownBy[]
}

const decodedAtOnce = 2

export function photoServices({ db, clock, photos, shownBy = [] }: PhotoRoom): PhotoServices {
  return {
    clock,
    photos,
    decode: inTurn(decodedAtOnce),
    sweep: async hashes => {
      for (const sha256 of new Set(hashes))
        await db.transaction(async tx => {
          await lockContent(tx, sha256)
          for (const shown of [isShown, ...shownBy]) if (await shown(tx, sha256)) return
          await photos.remove(sha256)
        })
    },
  }
}
