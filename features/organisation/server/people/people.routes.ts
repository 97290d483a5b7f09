import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  Person,
  PersonChange,
  PersonDraft,
  PersonPage,
  PersonPhone,
  PersonQuery,
  PostGrant,
  personFlow,
  personReaders,
} from '../../contract/index.ts'
import { createPerson, editPerson, leavePerson, returnPerson } from './change-people.ts'
import { grantPost, withdrawPost } from './grant-posts.ts'
import { getPerson, listPeople } from './list-people.ts'
import { actOnPerson, type PeopleServices, personParams as params, tags } from './people.services.ts'
import { readPersonPhone } from './read-phone.ts'

const postParams = Type.Object(
  { ...params.properties, postId: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
)

/** People and the roles they hold. */
export function peopleRoutes(services: PeopleServices): Route[] {
  const { clock, sealer } = services
  return [
    defineRoute({
      tags,
      operationId: 'listPeople',
      method: 'GET',
      path: '/api/people',
      summary: 'People of the caller’s units, one page; telephone numbers are masked',
      access: personReaders,
      audit: null,
      schema: { query: PersonQuery, response: { 200: PersonPage } },
      handler: ({ query, caller, read }) =>
        read((tx, scope) => listPeople(tx, scope, query, { caller: caller!.person, sealer })),
    }),
    defineRoute({
      tags,
      operationId: 'getPerson',
      method: 'GET',
      path: '/api/people/:id',
      summary: 'One person with posts and account',
      access: personReaders,
      audit: null,
      schema: { params, response: { 200: Person } },
      handler: ({ params: { id }, caller, read }) =>
        read((tx, scope) => getPerson(tx, scope, id, { caller: caller!.person, sealer })),
    }),
    defineRoute({
      tags,
      operationId: 'createPerson',
      method: 'POST',
      path: '/api/people',
      summary: 'Take a person into a unit',
      access: personFlow.edit.by,
      audit: 'person.create',
      schema: { body: PersonDraft, response: { 201: Person } },
      handler: async ({ body, caller, act, reply }) => {
        const { person } = caller!
        const made = await act(
          ({ id }: Person) => id,
          async (tx, scope, entry) => {
            const id = await createPerson(tx, scope, body, {
              caller: person,
              now: clock.now(),
              entry,
              sealer,
            })
            return getPerson(tx, scope, id, { caller: person, sealer })
          },
        )
        reply.status(201)
        return made
      },
    }),
    defineRoute({
      tags,
      operationId: 'editPerson',
      method: 'PATCH',
      path: '/api/people/:id',
      summary: 'Change name, title, unit or telephone number',
      access: personFlow.edit.by,
      audit: 'person.edit',
      schema: { params, body: PersonChange, response: { 200: Person } },
      handler: context =>
        actOnPerson(services, context, (tx, scope, deed) =>
          editPerson(tx, scope, context.params.id, context.body, deed),
        ),
    }),
    defineRoute({
      tags,
      operationId: 'leavePerson',
      method: 'POST',
      path: '/api/people/:id/leave',
      summary: 'A person leaves: posts and sessions end, nobody signs in with the account any more',
      access: personFlow.leave.by,
      audit: 'person.leave',
      schema: { params, response: { 200: Person } },
      handler: context =>
        actOnPerson(services, context, (tx, scope, deed) => leavePerson(tx, scope, context.params.id, deed)),
    }),
    defineRoute({
      tags,
      operationId: 'returnPerson',
      method: 'POST',
      path: '/api/people/:id/return',
      summary: 'A person who left comes back, without posts',
      access: personFlow.return.by,
      audit: 'person.return',
      schema: { params, response: { 200: Person } },
      handler: context =>
        actOnPerson(services, context, (tx, scope, deed) => returnPerson(tx, scope, context.params.id, deed)),
    }),
    defineRoute({
      tags,
      operationId: 'readPersonPhone',
      method: 'POST',
      path: '/api/people/:id/phone',
      summary: 'The telephone number in the clear; that it was read is recorded',
      access: personFlow['read-phone'].by,
      audit: 'person.read-phone',
      perMinute: 60,
      schema: { params, response: { 200: PersonPhone } },
      handler: ({ params: { id }, caller, act, reply }) => {
        reply.header('cache-control', 'no-store')
        return act(id, (tx, scope, entry) =>
          readPersonPhone(tx, scope, id, { caller: caller!.person, now: clock.now(), entry, sealer }),
        )
      },
    }),
    defineRoute({
      tags,
      operationId: 'grantPost',
      method: 'POST',
      path: '/api/people/:id/posts',
      summary: 'Give a person a role in a unit',
      access: personFlow.grant.by,
      audit: 'post.grant',
      schema: { params, body: PostGrant, response: { 200: Person } },
      handler: context =>
        actOnPerson(services, context, (tx, scope, deed) =>
          grantPost(tx, scope, context.params.id, context.body, deed),
        ),
    }),
    defineRoute({
      tags,
      operationId: 'withdrawPost',
      method: 'DELETE',
      path: '/api/people/:id/posts/:postId',
      summary: 'Take a role in a unit from a person',
      access: personFlow.withdraw.by,
      audit: 'post.withdraw',
      schema: { params: postParams, response: { 200: Person } },
      handler: context =>
        actOnPerson(services, context, (tx, scope, deed) => withdrawPost(tx, scope, context.params, deed)),
    }),
  ]
}
