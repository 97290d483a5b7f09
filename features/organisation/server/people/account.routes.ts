import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  AccountDraft,
  OneTimePassword,
  Person,
  PersonSession,
  PersonSessions,
  personFlow,
} from '../../contract/index.ts'
import {
  endPersonSessions,
  listPersonSessions,
  lockAccount,
  makePassword,
  openAccount,
  resetPassword,
  resetSecondFactor,
  unlockAccount,
} from './account-deeds.ts'
import { actOnPerson, type PeopleServices, personParams as params, tags } from './people.services.ts'

const sessionParams = Type.Object(
  { ...params.properties, sessionId: PersonSession.properties.id },
  { additionalProperties: false },
)

/** Accounts of people: the system administrator opens them, the security administrator guards them. */
export function accountRoutes(services: PeopleServices): Route[] {
  const { clock } = services
  return [
    defineRoute({
      tags,
      operationId: 'openAccount',
      method: 'POST',
      path: '/api/people/:id/account',
      summary: 'Open an account for a person; the answer holds the one-time password, nothing else ever does',
      access: personFlow['open-account'].by,
      audit: 'account.open',
      perMinute: 60,
      schema: { params, body: AccountDraft, response: { 201: OneTimePassword } },
      handler: async context => {
        const { params, body, reply } = context
        const fresh = await makePassword()
        const person = await actOnPerson(services, context, (tx, scope, deed) =>
          openAccount(tx, scope, { id: params.id, username: body.username }, fresh, deed),
        )
        reply.status(201).header('cache-control', 'no-store')
        return { person, password: fresh.password }
      },
    }),
    defineRoute({
      tags,
      operationId: 'resetPassword',
      method: 'POST',
      path: '/api/people/:id/account/password',
      summary: 'Put a one-time password in place of a forgotten one; sessions end',
      access: personFlow['reset-password'].by,
      audit: 'account.reset-password',
      perMinute: 60,
      schema: { params, response: { 200: OneTimePassword } },
      handler: async context => {
        const fresh = await makePassword()
        const person = await actOnPerson(services, context, (tx, scope, deed) =>
          resetPassword(tx, scope, context.params.id, fresh, deed),
        )
        context.reply.header('cache-control', 'no-store')
        return { person, password: fresh.password }
      },
    }),
    defineRoute({
      tags,
      operationId: 'lockAccount',
      method: 'POST',
      path: '/api/people/:id/account/lock',
      summary: 'Lock an account; sessions end',
      access: personFlow.lock.by,
      audit: 'account.lock',
      schema: { params, response: { 200: Person } },
      handler: context =>
        actOnPerson(services, context, (tx, scope, deed) => lockAccount(tx, scope, context.params.id, deed)),
    }),
    defineRoute({
      tags,
      operationId: 'unlockAccount',
      method: 'POST',
      path: '/api/people/:id/account/unlock',
      summary: 'Unlock an account and forget wrong passwords',
      access: personFlow.unlock.by,
      audit: 'account.unlock',
      schema: { params, response: { 200: Person } },
      handler: context =>
        actOnPerson(services, context, (tx, scope, deed) =>
          unlockAccount(tx, scope, context.params.id, deed),
        ),
    }),
    defineRoute({
      tags,
      operationId: 'resetSecondFactor',
      method: 'POST',
      path: '/api/people/:id/account/second-factor/reset',
      summary: 'Take the second factor of a lost telephone away; it must be set up anew',
      access: personFlow['reset-second-factor'].by,
      audit: 'account.reset-second-factor',
      schema: { params, response: { 200: Person } },
      handler: context =>
        actOnPerson(services, context, (tx, scope, deed) =>
          resetSecondFactor(tx, scope, context.params.id, deed),
        ),
    }),
    defineRoute({
      tags,
      operationId: 'listPersonSessions',
      method: 'GET',
      path: '/api/people/:id/sessions',
      summary: 'Where a person is signed in',
      access: personFlow['list-sessions'].by,
      audit: null,
      schema: { params, response: { 200: PersonSessions } },
      handler: ({ params: { id }, caller, read }) =>
        read((tx, scope) => listPersonSessions(tx, scope, id, { caller: caller!.person, now: clock.now() })),
    }),
    defineRoute({
      tags,
      operationId: 'endPersonSessions',
      method: 'DELETE',
      path: '/api/people/:id/sessions',
      summary: 'End all sessions of a person',
      access: personFlow['end-sessions'].by,
      audit: 'account.end-sessions',
      schema: { params, response: { 200: Person } },
      handler: context =>
        actOnPerson(services, context, (tx, scope, deed) =>
          endPersonSessions(tx, scope, context.params, deed),
        ),
    }),
    defineRoute({
      tags,
      operationId: 'endPersonSession',
      method: 'DELETE',
      path: '/api/people/:id/sessions/:sessionId',
      summary: 'End one session of a person',
      access: personFlow['end-sessions'].by,
      audit: 'account.end-session',
      schema: { params: sessionParams, response: { 200: Person } },
      handler: context =>
        actOnPerson(services, context, (tx, scope, deed) =>
          endPersonSessions(tx, scope, context.params, deed),
        ),
    }),
  ]
}
