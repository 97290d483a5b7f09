/** better-auth's handler behind our front door: three of its paths, our origin check, our limits, our problems. */
import { Problem } from '@jianbao/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { countTry, findCaller, forgetTries, innerOrigin } from '../access/index.ts'
import type { RouteServices } from './mount-routes.ts'

const Credentials = Type.Object(
  {
    username: Type.String({ minLength: 1, maxLength: 64 }),
    password: Type.String({ minLength: 1, maxLength: 128 }),
    rememberMe: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

const undeclared = 'the paths and shapes are better-auth’s'

/** Mounts sign-in, sign-out and get-session under /api/auth; every other path of better-auth stays closed. */
export function mountSignIn(app: FastifyInstance, services: RouteServices, signInsPerMinute: number): void {
  const { db, clock } = services
  app.post<{ Body: { username: string } }>(
    '/api/auth/sign-in/username',
    {
      schema: { hide: true, body: Credentials },
      config: { rateLimit: { max: signInsPerMinute, timeWindow: '1 minute' }, undeclared },
    },
    async (request, reply) => {
      const { username } = request.body
      await countTry(db, clock, username)
      const response = await ask(services, request)
      if (!response.ok) throw new Problem('sign-in-refused')
      await forgetTries(db, username)
      return pass(response, reply, { signedIn: true })
    },
  )
  app.post('/api/auth/sign-out', { schema: { hide: true }, config: { undeclared } }, async (request, reply) =>
    pass(await ask(services, request), reply, { signedIn: false }),
  )
  app.get(
    '/api/auth/get-session',
    { schema: { hide: true }, config: { undeclared } },
    async (request, reply) => {
      const caller = await findCaller(services, request.headers)
      const user = caller?.person ?? null
      return reply.header('cache-control', 'no-store').send(user && { user })
    },
  )
}

async function ask({ signIn }: RouteServices, request: FastifyRequest): Promise<Response> {
  const headers = new Headers({ origin: innerOrigin, 'content-type': 'application/json' })
  if (request.headers.cookie) headers.set('cookie', request.headers.cookie)
  const { handler } = await signIn.load()
  return handler(
    new Request(`${innerOrigin}${request.url.split('?')[0]}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(request.body ?? {}),
    }),
  )
}

/** Cookies go on to the browser; better-auth's body does not: it repeats the token, which no script should see. */
async function pass(response: Response, reply: FastifyReply, answer: object): Promise<FastifyReply> {
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  return reply.header('cache-control', 'no-store').send(answer)
}
