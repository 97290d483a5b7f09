import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Sends a text, or says that the caller has it already. The tag is weak: it is compressed on the way. A date alone counts
 * only when it is the very same, because what is withdrawn makes the newest date go back.
 */
export function answerFresh(
  reply: FastifyReply,
  request: FastifyRequest,
  { body, mediaType, modifiedAt = null }: { body: string; mediaType: string; modifiedAt?: Date | null },
): FastifyReply {
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const date = modifiedAt?.toUTCString() ?? null
  reply.header('cache-control', 'no-cache').header('etag', tag)
  if (date !== null) reply.header('last-modified', date)
  const { 'if-none-match': tags, 'if-modified-since': since } = request.headers
  const known = tags !== undefined ? knows(tags, tag) : since !== undefined && since === date
  return known ? reply.status(304).send() : reply.type(mediaType).send(body)
}

function knows(tags: string, tag: string): boolean {
  const bare = (text: string): string => text.trim().replace(/^W\//, '')
  return tags.split(',').some(each => each.trim() === '*' || bare(each) === bare(tag))
}
