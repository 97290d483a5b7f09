/** A picture of a question: decoded and written anew, upright, without its notes, no larger than a phone shows. */
import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { FileStore, ReceivedFile } from '@jianbao/platform/files'
import type { Upload } from '@jianbao/platform/http'
import sharp from 'sharp'

const mostPixels = 50_000_000
/** The wider side; a question fills the width of a phone. */
const shownPixels = 1080
const madeLimitBytes = 8 * 1024 * 1024
const taken = ['jpeg', 'png', 'webp']

/** Every picture is a JPEG afterwards, whatever it came as. Throws `picture-unusable`. */
export async function layDownPicture(pictures: FileStore, { fileName, file }: Upload): Promise<ReceivedFile> {
  const unusable = (reason: string, cause?: unknown) =>
    new Problem('picture-unusable', { file: fileName, reason }, { cause })
  const bytes = await file.read()
  const facts = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw unusable('它不是图片，或者已损坏', cause)
    })
  if (!taken.includes(facts.format)) throw unusable('格式不对')
  if (facts.width * facts.height > mostPixels)
    throw unusable(`有 ${facts.width}×${facts.height} 像素，太大了`)
  const made = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated', pages: 1 })
    .timeout({ seconds: 20 })
    .autoOrient()
    .resize({ width: shownPixels, height: shownPixels, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 82 })
    .toBuffer()
    .catch((cause: unknown) => {
      throw unusable('图片不完整或已损坏', cause)
    })
  return pictures.receive(made, { limitBytes: madeLimitBytes })
}

/** Held by whoever keeps or sweeps these bytes, until the end of the transaction. */
export async function lockPicture(tx: Database, sha256: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`question picture ${sha256}`}, 0))`)
}

/** Takes away what neither a bank nor a contest shows any more. */
export async function sweepPictures(
  db: Database,
  pictures: FileStore,
  hashes: readonly string[],
): Promise<void> {
  for (const sha256 of hashes)
    await db.transaction(tx =>
      withRole(tx, 'owner', async () => {
        await lockPicture(tx, sha256)
        const shown = await rowsOf(
          tx,
          sql`select from contest_bank_question where picture_id = ${sha256}
            union all select from contest_question where picture_id = ${sha256} limit 1`,
        )
        if (!shown.length) await pictures.remove(sha256)
      }),
    )
}
