import type { PlayAssets } from '@jianbao/contest/public'
import { Problem } from '@jianbao/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Serves the script of the contest page: its name changes with its content, so phones keep it for ever. */
export function mountPlayer(http: FastifyInstance, assets: PlayAssets): void {
  const serve = (request: FastifyRequest, reply: FastifyReply) => {
    const file = assets.find((request.params as { '*'?: string })['*'] ?? '')
    if (!file) throw new Problem('not-found')
    const taken = request.headers['accept-encoding'] ?? ''
    const form = /\bbr\b/.test(taken) ? 'br' : /\bgzip\b/.test(taken) ? 'gzip' : null
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'Accept-Encoding')
    if (form) reply.header('content-encoding', form)
    return reply.send(form === 'br' ? file.brotli : form === 'gzip' ? file.gzip : file.plain)
  }
  // A whole school may come from one address.
  http.get('/play/assets/*', { schema: { hide: true }, config: { rateLimit: false } }, serve)
}
