import { Problem } from '@jianbao/errors'
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
import type { OrganisationServices } from './organisation.services.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const reading = { tags: ['organisation'], access: groupReaders, method: 'GET', audit: null } as const
const keeping = { tags: ['organisation'], access: groupKeepers } as const
const todo = async (): Promise<never> => {
  throw new Problem('not-found')
}

export function groupRoutes(_: OrganisationServices): Route[] {
  return [
    defineRoute({
      ...reading,
      operationId: 'listGroups',
      path: '/api/groups',
      summary: 'Leading groups, offices and working groups, one page',
      schema: { query: GroupQuery, response: { 200: GroupPage } },
      handler: todo,
    }),
    defineRoute({
      ...reading,
      operationId: 'getGroup',
      path: '/api/groups/:id',
      summary: 'One group with its members',
      schema: { params, response: { 200: Group } },
      handler: todo,
    }),
    defineRoute({
      ...keeping,
      operationId: 'addGroup',
      method: 'POST',
      path: '/api/groups',
      summary: 'Set up a group in a unit',
      audit: 'group.add',
      schema: { body: GroupDraft, response: { 201: Group } },
      handler: todo,
    }),
    defineRoute({
      ...keeping,
      operationId: 'editGroup',
      method: 'PATCH',
      path: '/api/groups/:id',
      summary: 'Change name, duties or unit kinds of a group',
      audit: 'group.edit',
      schema: { params, body: GroupChange, response: { 200: Group } },
      handler: todo,
    }),
    defineRoute({
      ...keeping,
      operationId: 'setGroupMembers',
      method: 'POST',
      path: '/api/groups/:id/members',
      summary: 'Say who belongs to a group, in order',
      audit: 'group.members',
      schema: { params, body: GroupMembers, response: { 200: Group } },
      handler: todo,
    }),
    defineRoute({
      ...keeping,
      operationId: 'removeGroup',
      method: 'POST',
      path: '/api/groups/:id/remove',
      summary: 'Dissolve a group; its members stay people of their units',
      audit: 'group.remove',
      schema: { params, body: GroupVersion, response: { 204: Type.Null() } },
      handler: todo,
    }),
  ]
}
