import type { FastifyReply, FastifyRequest } from 'fastify'
import { deviceOf } from '../access/index.ts'

type Question = {
  readonly auth: { handler(request: Request): Promise<Response> }
  /** The origin it believes in. */
  readonly origin: string
  readonly path: string
  /** Left out: it is asked by GET. */
  readonly body?: object
}

/** Asks better-auth on behalf of a request: its cookies go along, and of the browser only which it is. */
export function askBetterAuth(
  request: FastifyRequest,
  { auth, origin, path, body }: Question,
): Promise<Response> {
  const headers = new Headers({ origin, 'content-type': 'application/json' })
  headers.set('user-agent', deviceOf(request.headers['user-agent']))
  if (request.headers.cookie) headers.set('cookie', request.headers.cookie)
  return auth.handler(
    new Request(`${origin}${path}`, {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  )
}

/** Cookies go on to the browser; better-auth's body does not: it repeats the token, which no script should see. */
export function passCookies(response: Response, reply: FastifyReply): FastifyReply {
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  return reply.header('cache-control', 'no-store')
}

/** The token of the session an answer of better-auth opens; null when it opens none. */
export function openedToken(response: Response): string | null {
  for (const cookie of response.headers.getSetCookie()) {
    const value = /session_token=([^;]*)/.exec(cookie)?.[1]
    if (value) return decodeURIComponent(value).split('.')[0] || null
  }
  return null
}
