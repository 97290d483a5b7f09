/** Files of published issues, declared like every other route. */
import { createHash } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { DownloadQuery } from '../contract/index.ts'
import { fileName, mediaTypes, setBulletin } from '../server/download-issue.ts'
import { readForm } from '../server/frozen-issue.ts'
import {
  findPublishedIssue,
  type PublishedIssue,
  picturesOf,
  publicModel,
} from '../server/published/index.ts'
import type { BulletinPagesServices } from './public.services.ts'

const closed = { additionalProperties: false }
const id = Type.String({ format: 'uuid' })
const pictureTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']
const common = { method: 'GET', tags: ['public'], access: 'anyone', audit: null } as const

export function publicBulletinRoutes(services: BulletinPagesServices): Route[] {
  const { typesetting, readPicture } = services
  return [
    defineRoute({
      ...common,
      operationId: 'downloadPublishedIssue',
      path: '/issues/:id/file',
      summary: 'A published issue as PDF, DOCX, HTML or text',
      perMinute: 60,
      schema: {
        params: Type.Object({ id }, closed),
        query: Type.Pick(DownloadQuery, ['format']),
        response: { 200: { mediaTypes: Object.values(mediaTypes).map(type => type.split(';')[0]!) } },
      },
      handler: async ({ params, query: { format }, read, request, reply }) => {
        const issue = await read(tx => findPublishedIssue(tx, params.id))
        if (!issue) throw new Problem('not-found')
        const form = await openForm(services, issue, format)
        reply
          .type(mediaTypes[format])
          .header('content-disposition', attachment(fileName(issue, format)))
          .header('cache-control', 'no-cache')
          .header('etag', form.tag)
        const known = (request.headers['if-none-match'] ?? '').split(',').map(tag => tag.trim())
        return known.includes(form.tag) ? reply.status(304).send() : reply.send(await form.bytes())
      },
    }),
    defineRoute({
      ...common,
      operationId: 'getPublishedPicture',
      path: '/issues/:id/pictures/:sha256',
      summary: 'A picture of a published issue',
      perMinute: 600,
      schema: {
        params: Type.Object({ id, sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, closed),
        response: { 200: { mediaTypes: pictureTypes } },
      },
      handler: async ({ params, read, reply }) => {
        const issue = await read(tx => findPublishedIssue(tx, params.id))
        const named = issue?.pictures.filter(({ sha256 }) => sha256 === params.sha256) ?? []
        const shown = issue && named.length ? picturesOf(await publicModel(typesetting, issue)) : new Set()
        const picture = named.find(({ key, mediaType }) => shown.has(key) && pictureTypes.includes(mediaType))
        if (!picture) throw new Problem('not-found')
        return reply
          .type(picture.mediaType)
          .header('cache-control', 'public, max-age=31536000, immutable')
          .send(await readPicture(picture.sha256))
      },
    }),
  ]
}

type Format = keyof typeof mediaTypes

/**
 * The form as it was issued, to the byte. Where articles are held back it holds too much, so the issue is set again
 * without them; and an imported issue never had one.
 */
async function openForm(
  { typesetting, cache, forms, readPicture }: BulletinPagesServices,
  issue: PublishedIssue,
  format: Format,
): Promise<{ tag: string; bytes: () => Promise<Uint8Array | Buffer> }> {
  const frozen = issue.withheld === 0 ? issue.files?.[format] : undefined
  if (frozen) return { tag: `"${frozen}"`, bytes: async () => Buffer.from(await readForm(forms, frozen)) }
  const bulletin = await publicModel(typesetting, issue)
  const shown = picturesOf(bulletin)
  const pictures = issue.pictures.filter(({ key }) => shown.has(key))
  const made = JSON.stringify([typesetting.version, format, bulletin, pictures.map(({ sha256 }) => sha256)])
  const bytes = async () => {
    const read = await Promise.all(
      pictures.map(async ({ key, sha256 }) => [key, await readPicture(sha256)] as const),
    )
    return Buffer.from(
      await setBulletin({ typesetting, cache }, bulletin, { format }, Object.fromEntries(read)),
    )
  }
  return { tag: `"${createHash('sha256').update(made).digest('base64url').slice(0, 22)}"`, bytes }
}
