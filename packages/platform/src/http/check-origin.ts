import { isIP } from 'node:net'
import { Problem } from '@jianbao/errors'
import type { FastifyRequest } from 'fastify'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses an unsafe request that another site's page sent. Browsers name the origin themselves, so a page cannot lie
 * about it; a request with a cookie and no origin at all is refused too.
 * A name that only resolves to us is not ours: another site may point its own at this machine (DNS rebinding).
 * Throws `origin-refused`. `publicOrigin` is the address people use when a proxy stands in front, `hostNames` are
 * names of this machine; addresses in digits and localhost always count.
 */
export function checkOrigin(
  request: FastifyRequest,
  { publicOrigin, hostNames }: { publicOrigin: string | null; hostNames: readonly string[] },
): void {
  if (safe.has(request.method)) return
  const { origin, cookie } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin !== undefined) {
    if (origin === publicOrigin) return
    if (sameHost(origin, request.headers.host) && isOurs(new URL(origin).hostname, hostNames)) return
  } else if (site === 'same-origin' || (site === undefined && cookie === undefined)) return
  throw new Problem('origin-refused')
}

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host
}

function isOurs(name: string, hostNames: readonly string[]): boolean {
  if (name === 'localhost' || isIP(name.replace(/^\[|\]$/g, '')) !== 0) return true
  return hostNames.some(one => one.toLowerCase() === name)
}
