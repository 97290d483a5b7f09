import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  Group,
  GroupChange,
  GroupDraft,
  GroupMembers,
  GroupPage,
  GroupQuery,
  GroupVersion,
  groupKeepers,
  groupReaders,
} from '../contract/index.ts'
import { addGroup, editGroup, removeGroup } from './keep-group.ts'
import { getGroup, groupViewerOf, listGroups } from './list-groups.ts'
import type { OrganisationServices } from './organisation.services.ts'
import { setGroupMembers } from './set-group-members.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const reading = { tags: ['organisation'], access: groupReaders, method: 'GET', audit: null } as const
const keeping = { tags: ['organisation'], access: groupKeepers } as const
export function groupRoutes({ clock }: Pick<OrganisationServices, 'clock'>): Route[] {
  return [
    defineRoute({
      ...reading,
      operationId: 'listGroups',
      path: '/api/groups',
      summary: 'Leading groups, offices and working groups, one page',
      schema: { query: GroupQuery, response: { 200: GroupPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listGroups(tx, groupViewerOf(scope, caller?.person), query)),
    }),
    defineRoute({
      ...reading,
      operationId: 'getGroup',
      path: '/api/groups/:id',
      summary: 'One group with its members',
      schema: { params, response: { 200: Group } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => getGroup(tx, groupViewerOf(scope, caller?.person), id)),
    }),
    defineRoute({
      ...keeping,
      operationId: 'addGroup',
      method: 'POST',
      path: '/api/groups',
      summary: 'Set up a group in a unit',
      audit: 'group.add',
      schema: { body: GroupDraft, response: { 201: Group } },
      handler: async ({ body, act, caller, reply }) => {
        const group = await act<Group>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const id = await addGroup(tx, scope, clock, body, entry)
            return getGroup(tx, groupViewerOf(scope, caller?.person), id)
          },
        )
        reply.status(201)
        return group
      },
    }),
    defineRoute({
      ...keeping,
      operationId: 'editGroup',
      method: 'PATCH',
      path: '/api/groups/:id',
      summary: 'Change name, duties or unit kinds of a group',
      audit: 'group.edit',
      schema: { params, body: GroupChange, response: { 200: Group } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await editGroup(tx, scope, clock, id, body, entry)
          return getGroup(tx, groupViewerOf(scope, caller?.person), id)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'setGroupMembers',
      method: 'POST',
      path: '/api/groups/:id/members',
      summary: 'Say who belongs to a group, in order',
      audit: 'group.members',
      schema: { params, body: GroupMembers, response: { 200: Group } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await setGroupMembers(tx, scope, clock, id, body, entry)
          return getGroup(tx, groupViewerOf(scope, caller?.person), id)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'removeGroup',
      method: 'POST',
      path: '/api/groups/:id/remove',
      summary: 'Dissolve a group; its members stay people of their units',
      audit: 'group.remove',
      schema: { params, body: GroupVersion, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, body, act, reply }) => {
        await act(id, (tx, scope, entry) => removeGroup(tx, scope, id, body, entry))
        return reply.status(204).send()
      },
    }),
  ]
}
