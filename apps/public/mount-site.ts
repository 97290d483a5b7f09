import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Problem } from '@jianbao/errors'
import { noScope, type Read, readInScope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { PageContent, ShowPage, SiteRoom, Visit } from '@jianbao/platform/html'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerFresh } from './answer-fresh.ts'
import { layOut, type TypeSize } from './layout.ts'
import { problemPage } from './problem.page.ts'
import { readSitemap } from './sitemap.ts'

export type SiteOptions = {
  readonly db: Database
  readonly siteName: string
  /** Where people reach the site, when a proxy stands in front. */
  readonly publicUrl: string | null
  readonly rooms: readonly SiteRoom[]
  /** Styles of what the rooms put on their pages. */
  readonly styles: readonly string[]
}

export type MountedSite = {
  /** How a problem is shown to somebody at a browser: in the same look as every page. */
  readonly problemPage: (problem: Problem, request: FastifyRequest) => string
  readonly showPage: ShowPage<FastifyReply>
}

/** Mounts the public site. */
export async function mountSite(
  http: FastifyInstance,
  { db, siteName, publicUrl, rooms, styles }: SiteOptions,
): Promise<MountedSite> {
  const own = await readFile(new URL('./site.css', import.meta.url), 'utf8')
  const stylesheet = serveSheet(http, 'site', [own, ...styles].join('\n'))
  // What one room alone wants makes the first page no heavier.
  const sheetOf = new Map<string, string>()
  for (const { styles: url, pages } of rooms) {
    if (!url) continue
    const sheet = serveSheet(http, 'room', await readFile(url, 'utf8'))
    for (const { path } of pages) sheetOf.set(path, sheet)
  }
  const icon = await readFile(new URL('./favicon.svg', import.meta.url), 'utf8')
  const nav = rooms.flatMap(room => room.nav)
  const feeds = rooms.flatMap(room => room.feedLinks)
  const originOf = (request: FastifyRequest): string =>
    publicUrl?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`
  const frame = (request: FastifyRequest) => ({
    siteName,
    stylesheets: [stylesheet, sheetOf.get(request.routeOptions.url ?? '')].filter(
      sheet => sheet !== undefined,
    ),
    size: sizeOf(request),
    address: request.url,
    origin: originOf(request),
    nav,
    feeds,
  })

  // Visitors are nobody: the policies leave them what is published.
  const nobody = { scope: noScope, personId: null }
  const read: Read = work => readInScope(db, nobody, tx => work(tx, noScope))
  const visit = (request: FastifyRequest): Visit => ({
    params: request.params as Record<string, string>,
    query: single(request.query as Record<string, unknown>),
    origin: originOf(request),
    read,
  })

  const plain = { schema: { hide: true } }
  http.get('/favicon.svg', plain, (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'max-age=86400').send(icon),
  )
  http.get('/robots.txt', plain, (request, reply) => {
    const closed = ['/api/', '/desk/', '/search'].map(path => `Disallow: ${path}\n`).join('')
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'max-age=3600')
      .send(`User-agent: *\n${closed}\nSitemap: ${originOf(request)}/sitemap.xml\n`)
  })
  http.get('/sitemap.xml', plain, async (request, reply) => {
    const { query, origin } = visit(request)
    const asked = query['part']
    const part = asked === undefined ? null : /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0
    const map = await readSitemap({ rooms, read, origin }, part)
    if (!map) return reply.callNotFound()
    return answerFresh(reply, request, { body: map.markup, mediaType: 'application/xml; charset=utf-8' })
  })
  for (const { path, render } of rooms.flatMap(room => room.feeds))
    http.get(path, plain, async (request, reply) => {
      const feed = await render({ ...visit(request), siteName })
      return feed ? answerFresh(reply, request, { ...feed, body: feed.body.markup }) : reply.callNotFound()
    })
  for (const { path, render } of rooms.flatMap(room => room.pages))
    http.get(path, plain, async (request, reply) => {
      const content = await render(visit(request))
      return content ? send(reply, request, content) : reply.callNotFound()
    })

  const send = (reply: FastifyReply, request: FastifyRequest, content: PageContent): FastifyReply => {
    rememberSize(request, reply)
    reply.header('vary', 'Cookie')
    const body = layOut(content, frame(request))
    if (content.personal)
      return reply.header('cache-control', 'private, no-store').type('text/html; charset=utf-8').send(body)
    return answerFresh(reply, request, { body, mediaType: 'text/html; charset=utf-8' })
  }
  return {
    problemPage: (problem, request) => layOut(problemPage(problem), frame(request)),
    showPage: (reply, content, status = 200) => {
      reply.status(status)
      return send(reply, reply.request, { ...content, personal: true })
    },
  }
}

/** Serves a style sheet; its address changes with its content, so browsers may keep it for ever. */
function serveSheet(http: FastifyInstance, name: string, text: string): string {
  const css = shorten(text)
  const path = `/${name}-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`
  http.get(path, { schema: { hide: true } }, (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(css),
  )
  return path
}

/** Styles without comments and without blanks that say nothing: the first page is counted with them. */
function shorten(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .trim()
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

/** Of a parameter given twice none counts; characters the database cannot hold are no part of any name. */
function single(query: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value.toWellFormed().replaceAll('\u0000', '')]] : [],
    ),
  )
}
