import { Problem } from '@jianbao/errors'
import {
  administers,
  type Caller,
  changeOwnPassword,
  endOtherSessions,
  endSessions,
  listSessions,
  readSecurityPolicy,
} from '@jianbao/platform/access'
import { defineRoute, type Route, type RouteServices } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { demonstrationPassword, demonstrationPeople } from './demonstration-people.ts'
import { EndedSessions, EndSession, OwnSessions, PasswordChange, Session } from './session.schema.ts'

const demonstration = {
  password: demonstrationPassword,
  people: demonstrationPeople.map(({ username, name, roles }) => ({ username, name, roles: [...roles] })),
}

/** Without the paths: where a unit stands among the others is not for pages. */
function showUser({ person, session, secondFactor }: Caller, compelled: boolean) {
  const { posts, ...rest } = person
  return {
    ...rest,
    posts: posts.map(({ role, unitId, unitName }) => ({ role, unitId, unitName })),
    passwordLapsed: session.passwordLapsed,
    secondFactor,
    secondFactorRequired: compelled && administers(posts),
    method: session.method,
  }
}

const common = { tags: ['session'], access: 'signed-in' } as const

export function sessionRoutes(
  services: RouteServices,
  shown: { version: string; demonstration: boolean },
): Route[] {
  const { clock, signIn } = services
  return [
    defineRoute({
      ...common,
      operationId: 'getSession',
      method: 'GET',
      path: '/api/session',
      summary: 'Who is signed in, and what the sign-in page needs to know',
      access: 'anyone',
      audit: null,
      schema: { response: { 200: Session } },
      handler: async ({ caller, read, reply }) => {
        reply.header('cache-control', 'no-store')
        const { passwordLength, passwordHistory, idleMinutes } = await read(tx => readSecurityPolicy(tx))
        return {
          user: caller && showUser(caller, services.secondFactorRequired),
          demonstration: shown.demonstration ? demonstration : null,
          oidc: signIn.oidc && { name: signIn.oidc.name },
          rules: { passwordLength, passwordHistory, idleMinutes },
          version: shown.version,
        }
      },
    }),
    defineRoute({
      ...common,
      operationId: 'changePassword',
      method: 'POST',
      path: '/api/session/password',
      summary: 'Set a new password; all other sessions of the person end',
      audit: 'account.change-password',
      duringSetUp: true,
      perMinute: 60,
      schema: { body: PasswordChange, response: { 204: Type.Null() } },
      handler: async ({ body, caller, act, reply }) => {
        const change = { current: body.currentPassword, next: body.newPassword }
        await changeOwnPassword(services, act, caller!, change)
        return reply.status(204).send()
      },
    }),
    defineRoute({
      ...common,
      operationId: 'listOwnSessions',
      method: 'GET',
      path: '/api/session/sessions',
      summary: 'Where the caller is signed in, the last used first',
      audit: null,
      schema: { response: { 200: OwnSessions } },
      handler: async ({ caller, read }) => {
        const found = await read(tx => listSessions(tx, caller!.person.id, clock.now()))
        const sessions = found.map(({ userAgent, expiresAt: _, ...session }) => ({
          ...session,
          device: userAgent,
          current: session.id === caller!.session.id,
        }))
        return { sessions }
      },
    }),
    defineRoute({
      ...common,
      operationId: 'endOwnSession',
      method: 'POST',
      path: '/api/session/sessions/end',
      summary: 'End one session of the caller',
      audit: 'session.end',
      schema: { body: EndSession, response: { 200: EndedSessions } },
      handler: async ({ body, caller, act }) => ({
        ended: await act(caller!.person.id, async tx => {
          const ended = await endSessions(tx, caller!.person.id, body.id)
          if (!ended) throw new Problem('not-found')
          return ended
        }),
      }),
    }),
    defineRoute({
      ...common,
      operationId: 'endOtherSessions',
      method: 'POST',
      path: '/api/session/sessions/end-others',
      summary: 'End all sessions of the caller but this one',
      audit: 'session.end-others',
      schema: { response: { 200: EndedSessions } },
      handler: async ({ caller, act }) => ({
        ended: await act(caller!.person.id, async (tx, _scope, entry) => {
          const ended = await endOtherSessions(tx, caller!.person.id, caller!.session.id)
          entry.after = { ended }
          return ended
        }),
      }),
    }),
  ]
}
