import type { Database } from '@jianbao/platform/db'
import type { Upload } from '@jianbao/platform/http'
import type { PhotoServices } from './photo.services.ts'
import { lockContent } from './photo.store.ts'
import { preparePhoto } from './prepare-photo.ts'

/** A picture made ready is some megabytes at most; larger is no picture. */
const madeLimitBytes = 32 * 1024 * 1024

/** Decodes what was sent and lays its bytes ready; `keep` is called within the transaction that makes them known. */
export async function layDownPhoto({ decode, photos, sweep }: PhotoServices, { fileName, file }: Upload) {
  const prepared = await decode(async () => preparePhoto(fileName, await file.read()))
  const receive = (bytes: Uint8Array) => photos.receive(bytes, { limitBytes: madeLimitBytes })
  const [full, thumb] = [await receive(prepared.full), await receive(prepared.thumb)]
  const hashes = [full.sha256, thumb.sha256]
  const { mediaType, width, height } = prepared
  return {
    row: {
      ...{ sha256: full.sha256, thumbSha256: thumb.sha256, mediaType, width, height },
      sizeBytes: prepared.full.length,
    },
    keep: async (tx: Database) => {
      // In one order always: two pictures of the same bytes, sent at once, wait for each other.
      for (const sha256 of hashes.toSorted()) await lockContent(tx, sha256)
      await full.keep()
      await thumb.keep()
    },
    sweep: () => sweep(hashes),
    discard: () => Promise.all([full.discard(), thumb.discard()]),
  }
}
