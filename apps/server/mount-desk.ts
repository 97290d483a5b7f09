import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { rootFolder } from './config.ts'

const built = join(rootFolder, 'apps/desk/dist')

/** Serves the staff app under /desk/: hashed files for ever, its one page always fresh, every address of its router. */
export async function mountDesk(http: FastifyInstance): Promise<void> {
  await http.register(fastifyStatic, { root: built, serve: false, cacheControl: false })
  const serve = (request: FastifyRequest, reply: FastifyReply) => {
    const path = (request.params as { '*'?: string })['*'] ?? ''
    if (/^assets\/.+\.\w+$/.test(path))
      return reply.header('cache-control', 'public, max-age=31536000, immutable').sendFile(path)
    return reply.header('cache-control', 'no-cache').sendFile(/\.\w+$/.test(path) ? path : 'index.html')
  }
  http.get('/desk', { schema: { hide: true } }, (_request, reply) => reply.redirect('/desk/'))
  // One page is dozens of files, and a whole office may come from one address.
  http.get('/desk/*', { schema: { hide: true }, config: { rateLimit: false } }, serve)
}
