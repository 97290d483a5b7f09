import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Problem } from '@jianbao/errors'
import { noScope, type Read, readInScope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { Page, PageContent } from '@jianbao/platform/html'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { layOut, type TypeSize } from './layout.ts'
import { problemPage } from './problem.page.ts'

export type SiteOptions = {
  readonly db: Database
  readonly siteName: string
  readonly pages: readonly Page[]
  /** Styles of what the rooms put on their pages. */
  readonly styles: readonly string[]
}

/**
 * Mounts the public site. Returns how a problem is shown to somebody at a browser: in the same look as every page.
 */
export async function mountSite(
  http: FastifyInstance,
  { db, siteName, pages, styles }: SiteOptions,
): Promise<(problem: Problem, request: FastifyRequest) => string> {
  const own = await readFile(new URL('./site.css', import.meta.url), 'utf8')
  const css = [own, ...styles].join('\n')
  // The address changes with the content, so browsers may keep it for ever.
  const stylesheet = `/site-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`
  const icon = await readFile(new URL('./favicon.svg', import.meta.url), 'utf8')
  const forEver = 'public, max-age=31536000, immutable'
  const frame = (request: FastifyRequest) => ({
    siteName,
    stylesheet,
    size: sizeOf(request),
    address: request.url,
  })

  // Visitors are nobody: the policies leave them what is published.
  const nobody = { scope: noScope, personId: null }
  const read: Read = work => readInScope(db, nobody, tx => work(tx, noScope))

  const plain = { schema: { hide: true } }
  http.get(stylesheet, plain, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', forEver).send(css),
  )
  http.get('/favicon.svg', plain, (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'max-age=86400').send(icon),
  )
  http.get('/robots.txt', plain, (_request, reply) =>
    reply.type('text/plain').send('User-agent: *\nDisallow: /api/\nDisallow: /desk/\n'),
  )
  for (const page of pages)
    http.get(page.path, plain, async (request, reply) => {
      const content = await page.render({
        params: request.params as Record<string, string>,
        query: single(request.query as Record<string, unknown>),
        read,
      })
      return content ? send(reply, request, content) : reply.callNotFound()
    })

  const send = (reply: FastifyReply, request: FastifyRequest, content: PageContent): FastifyReply => {
    rememberSize(request, reply)
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('vary', 'Cookie')
      .send(layOut(content, frame(request)))
  }
  return (problem, request) => layOut(problemPage(problem), frame(request))
}

/** Asked for in the address, else remembered in a cookie that says nothing about the person. */
function sizeOf(request: FastifyRequest): TypeSize {
  const asked = (request.query as { type?: unknown } | null)?.type
  if (asked === 'large' || asked === 'normal') return asked
  return /(?:^|;\s*)type=large(?:;|$)/.test(request.headers.cookie ?? '') ? 'large' : 'normal'
}

function rememberSize(request: FastifyRequest, reply: FastifyReply): void {
  const asked = (request.query as { type?: unknown }).type
  if (asked === 'large') reply.header('set-cookie', 'type=large; Path=/; Max-Age=31536000; SameSite=Lax')
  if (asked === 'normal') reply.header('set-cookie', 'type=; Path=/; Max-Age=0; SameSite=Lax')
}

function single(query: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  )
}
