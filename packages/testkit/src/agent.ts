import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

export type Answer = LightMyRequestResponse

/** Somebody at a browser: keeps the session cookie and names the origin, as browsers do. */
export type Agent = {
  request(
    options: InjectOptions & { method: NonNullable<InjectOptions['method']>; url: string },
  ): Promise<Answer>
  get(url: string): Promise<Answer>
  post(url: string, json?: object): Promise<Answer>
  delete(url: string): Promise<Answer>
  /** Sends a multipart body, to where single documents go unless told otherwise. */
  upload(payload: Buffer, contentType: string, url?: string): Promise<Answer>
}

/** The name people call a test app by. */
export const testHost = 'jianbao.test'

export function openAgent(http: FastifyInstance, cookie: string | null): Agent {
  const request: Agent['request'] = options =>
    http.inject({
      ...options,
      headers: {
        host: testHost,
        ...(options.method === 'GET' ? {} : { origin: `http://${testHost}` }),
        ...(cookie ? { cookie } : {}),
        ...options.headers,
      },
    })
  return {
    request,
    get: url => request({ method: 'GET', url }),
    post: (url, json) => request({ method: 'POST', url, ...(json ? { payload: json } : {}) }),
    delete: url => request({ method: 'DELETE', url }),
    upload: (payload, contentType, url = '/api/documents') =>
      request({ method: 'POST', url, payload, headers: { 'content-type': contentType } }),
  }
}

/** Signs in; throws when the account is refused. */
export async function signInAgent(http: FastifyInstance, username: string, password: string): Promise<Agent> {
  const answer = await openAgent(http, null).post('/api/auth/sign-in/username', { username, password })
  const cookie = answer.cookies[0]
  if (answer.statusCode !== 200 || !cookie) throw new Error(`${username} could not sign in: ${answer.body}`)
  return openAgent(http, `${cookie.name}=${encodeURIComponent(cookie.value)}`)
}
