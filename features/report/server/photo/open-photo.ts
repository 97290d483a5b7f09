import type { Readable } from 'node:stream'
import { Problem } from '@jianbao/errors'
import type { Person, Read } from '@jianbao/platform/access'
import { getReportRow } from '../report.store.ts'
import type { PhotoServices } from './photo.services.ts'
import { selectPhotos } from './photo.store.ts'

/** The bytes behind a photo of a report the caller may see. Throws `not-found`. */
export async function openPhoto(
  { photos }: PhotoServices,
  read: Read,
  person: Person,
  { reportId, photoId, thumb }: { reportId: string; photoId: string; thumb: boolean },
): Promise<{ headers: Record<string, string>; bytes: Readable }> {
  const row = await read(async (tx, scope) => {
    await getReportRow(tx, { scope, person }, reportId)
    return (await selectPhotos(tx, reportId)).find(photo => photo.id === photoId)
  })
  if (!row) throw new Problem('not-found')
  return {
    headers: photoHeaders(row.mediaType),
    bytes: photos.stream(thumb ? row.thumbSha256 : row.sha256),
  }
}

/** What a picture shows never changes; it is for this person alone, and for an hour after their post was withdrawn. */
export function photoHeaders(mediaType: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; frame-ancestors 'self'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600, immutable',
  }
}
