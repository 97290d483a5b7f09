import type { Caller } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  Edition,
  EditionChange,
  EditionDraft,
  EditionPage,
  EditionQuery,
  editionReaders,
} from '../contract/index.ts'
import { changeEdition, createEdition } from './create-edition.ts'
import type { EditionServices } from './edition.services.ts'
import type { Viewer } from './edition.store.ts'
import { getEdition } from './get-edition.ts'
import { listEditions } from './list-editions.ts'

export const editionParams = Type.Object(
  { id: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
)

export const viewerOf = (scope: Viewer['scope'], caller: Caller | null): Viewer => ({
  scope,
  person: caller!.person,
})

/** Issues in the making: begun by the editors of the unit of a series, seen by those who work on them there and above. */
export function editionRoutes({ clock }: EditionServices): Route[] {
  const today = () => localDay(clock.now())
  return [
    defineRoute({
      tags: ['editions'],
      access: editionReaders,
      operationId: 'listEditions',
      method: 'GET',
      path: '/api/editions',
      summary: 'Issues in the making of the caller’s units, one page',
      audit: null,
      schema: { query: EditionQuery, response: { 200: EditionPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listEditions(tx, viewerOf(scope, caller), query, today())),
    }),
    defineRoute({
      tags: ['editions'],
      access: ['editor'],
      operationId: 'createEdition',
      method: 'POST',
      path: '/api/editions',
      summary: 'Begin an issue of a series',
      audit: 'edition.create',
      schema: { body: EditionDraft, response: { 201: Edition } },
      handler: async ({ body, act, caller, reply }) => {
        const made = await act<Edition>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const viewer = viewerOf(scope, caller)
            const id = await createEdition(tx, viewer, body, clock.now(), entry)
            return getEdition(tx, viewer, id, today())
          },
        )
        reply.status(201)
        return made
      },
    }),
    defineRoute({
      tags: ['editions'],
      access: editionReaders,
      operationId: 'getEdition',
      method: 'GET',
      path: '/api/editions/:id',
      summary: 'One issue in the making, with its texts',
      audit: null,
      schema: { params: editionParams, response: { 200: Edition } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => getEdition(tx, viewerOf(scope, caller), id, today())),
    }),
    defineRoute({
      tags: ['editions'],
      access: ['editor', 'reviser', 'signatory'],
      operationId: 'changeEdition',
      method: 'PATCH',
      path: '/api/editions/:id',
      summary: 'Its day, and whether it is a special issue',
      audit: 'edition.change',
      schema: { params: editionParams, body: EditionChange, response: { 200: Edition } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          await changeEdition(tx, viewer, { id, change: body, now: clock.now(), today: today() }, entry)
          return getEdition(tx, viewer, id, today())
        }),
    }),
  ]
}
