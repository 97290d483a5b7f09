/** better-auth's handler behind our front door: few of its paths, our origin check, our limits, our problems. */
import type { FastifyInstance } from 'fastify'
import { findCaller, innerOrigin } from '../access/index.ts'
import { noteDeed } from '../audit/index.ts'
import { askBetterAuth, passCookies } from './ask-better-auth.ts'
import type { RouteServices } from './mount-routes.ts'
import { finishOidc, OidcStart, startOidc } from './sign-in-oidc.ts'
import { Credentials, signInByPassword } from './sign-in-password.ts'
import { SecondStep, signInBySecondFactor } from './sign-in-second-factor.ts'

const undeclared = 'the paths and shapes are better-auth’s'

/** Mounts sign-in in its three ways and sign-out under /api/auth; every other path of better-auth stays closed. */
export function mountSignIn(app: FastifyInstance, services: RouteServices, signInsPerMinute: number): void {
  const config = { rateLimit: { max: signInsPerMinute, timeWindow: '1 minute' }, undeclared }
  app.post<{ Body: { username: string; password: string } }>(
    '/api/auth/sign-in/username',
    { schema: { hide: true, body: Credentials }, config },
    (request, reply) => signInByPassword(services, request, reply),
  )
  app.post<{ Body: { code: string } }>(
    '/api/auth/sign-in/second-factor',
    { schema: { hide: true, body: SecondStep }, config },
    (request, reply) => signInBySecondFactor(services, request, reply),
  )
  app.post(
    '/api/auth/sign-out',
    { schema: { hide: true }, config: { undeclared } },
    async (request, reply) => {
      const caller = await findCaller(services, request.headers)
      const response = await askBetterAuth(request, {
        auth: await services.signIn.load(),
        origin: innerOrigin,
        path: '/api/auth/sign-out',
        body: {},
      })
      if (caller) {
        const { id } = caller.person
        const deed = { actor: { kind: 'person', id }, action: 'session.sign-out', object: id } as const
        await noteDeed(services.db, services.clock, deed)
      }
      return passCookies(response, reply).send({ signedIn: false })
    },
  )
  const { oidc } = services.signIn
  if (!oidc) return
  app.post<{ Body: { returnTo?: string } }>(
    '/api/auth/sign-in/oidc',
    { schema: { hide: true, body: OidcStart }, config },
    (request, reply) => startOidc(services, oidc, request, reply),
  )
  app.get('/api/auth/callback/oidc', { schema: { hide: true }, config }, (request, reply) =>
    finishOidc(services, oidc, request, reply),
  )
}
