import { Problem } from '@jianbao/errors'
import type { FastifyRequest } from 'fastify'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses an unsafe request that another site's page sent. Browsers name the origin themselves, so a page cannot lie
 * about it; a request with a cookie and no origin at all is refused too.
 * Throws `origin-refused`. `publicOrigin` is the address people use when a proxy stands in front.
 */
export function checkOrigin(request: FastifyRequest, publicOrigin: string | null): void {
  if (safe.has(request.method)) return
  const { origin, cookie } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin !== undefined) {
    if (origin === publicOrigin || sameHost(origin, request.headers.host)) return
  } else if (site === 'same-origin' || (site === undefined && cookie === undefined)) return
  throw new Problem('origin-refused')
}

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host
}
