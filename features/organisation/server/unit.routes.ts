import { Problem } from '@jianbao/errors'
import { roles } from '@jianbao/platform/access'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  Unit,
  UnitChange,
  UnitDraft,
  UnitMerge,
  UnitMove,
  UnitPage,
  UnitQuery,
  UnitTree,
  UnitTreeQuery,
  UnitVersion,
  unitFlow,
} from '../contract/index.ts'
import type { OrganisationServices } from './organisation.services.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const reading = { tags: ['organisation'], access: roles, method: 'GET', audit: null } as const
const tags = ['organisation']
const todo = async (): Promise<never> => {
  throw new Problem('not-found')
}

export function unitRoutes(_: OrganisationServices): Route[] {
  return [
    defineRoute({
      ...reading,
      operationId: 'listUnits',
      path: '/api/units',
      summary: 'Units of the caller, one page; searched by names, code and pinyin',
      schema: { query: UnitQuery, response: { 200: UnitPage } },
      handler: todo,
    }),
    defineRoute({
      ...reading,
      operationId: 'getUnitTree',
      path: '/api/units/tree',
      summary: 'The tops of the caller’s tree, or the units right below one',
      schema: { query: UnitTreeQuery, response: { 200: UnitTree } },
      handler: todo,
    }),
    defineRoute({
      ...reading,
      operationId: 'getUnit',
      path: '/api/units/:id',
      summary: 'One unit with the line of those above it',
      schema: { params, response: { 200: Unit } },
      handler: todo,
    }),
    defineRoute({
      tags,
      operationId: 'addUnit',
      method: 'POST',
      path: '/api/units',
      summary: 'Add a unit below another',
      access: unitFlow.add.by,
      audit: 'unit.add',
      schema: { body: UnitDraft, response: { 201: Unit } },
      handler: todo,
    }),
    defineRoute({
      tags,
      operationId: 'editUnit',
      method: 'PATCH',
      path: '/api/units/:id',
      summary: 'Change names, code, kind or division of a unit; a name given up stays as a former name',
      access: unitFlow.edit.by,
      audit: 'unit.edit',
      schema: { params, body: UnitChange, response: { 200: Unit } },
      handler: todo,
    }),
    defineRoute({
      tags,
      operationId: 'moveUnit',
      method: 'POST',
      path: '/api/units/:id/move',
      summary: 'Move a unit with all below it, or give it another place among its siblings',
      access: unitFlow.move.by,
      audit: 'unit.move',
      schema: { params, body: UnitMove, response: { 200: Unit } },
      handler: todo,
    }),
    defineRoute({
      tags,
      operationId: 'mergeUnit',
      method: 'POST',
      path: '/api/units/:id/merge',
      summary: 'Merge a unit into another, which is answered; units below, people and groups go along',
      access: unitFlow.merge.by,
      audit: 'unit.merge',
      schema: { params, body: UnitMerge, response: { 200: Unit } },
      handler: todo,
    }),
    defineRoute({
      tags,
      operationId: 'retireUnit',
      method: 'POST',
      path: '/api/units/:id/retire',
      summary: 'Retire a unit without active units below; rights in it end',
      access: unitFlow.retire.by,
      audit: 'unit.retire',
      schema: { params, body: UnitVersion, response: { 200: Unit } },
      handler: todo,
    }),
    defineRoute({
      tags,
      operationId: 'restoreUnit',
      method: 'POST',
      path: '/api/units/:id/restore',
      summary: 'Take a retired unit back into use',
      access: unitFlow.restore.by,
      audit: 'unit.restore',
      schema: { params, body: UnitVersion, response: { 200: Unit } },
      handler: todo,
    }),
  ]
}
