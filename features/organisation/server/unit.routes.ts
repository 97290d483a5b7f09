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
import { addUnit } from './add-unit.ts'
import { editUnit } from './edit-unit.ts'
import { getUnit } from './get-unit.ts'
import { getUnitTree } from './get-unit-tree.ts'
import { listUnits } from './list-units.ts'
import { mergeUnit } from './merge-unit.ts'
import { moveUnit } from './move-unit.ts'
import type { OrganisationServices } from './organisation.services.ts'
import { restoreUnit, retireUnit } from './retire-unit.ts'
import { viewerOf } from './unit.view.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const reading = { tags: ['organisation'], access: roles, method: 'GET', audit: null } as const
const keeping = { tags: ['organisation'] } as const

export function unitRoutes({ clock }: Pick<OrganisationServices, 'clock'>): Route[] {
  return [
    defineRoute({
      ...reading,
      operationId: 'listUnits',
      path: '/api/units',
      summary: 'Units of the caller, one page; searched by names, code and pinyin',
      schema: { query: UnitQuery, response: { 200: UnitPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listUnits(tx, viewerOf(scope, caller?.person), query)),
    }),
    defineRoute({
      ...reading,
      operationId: 'getUnitTree',
      path: '/api/units/tree',
      summary: 'The tops of the caller’s tree, or the units right below one',
      schema: { query: UnitTreeQuery, response: { 200: UnitTree } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => getUnitTree(tx, viewerOf(scope, caller?.person), query)),
    }),
    defineRoute({
      ...reading,
      operationId: 'getUnit',
      path: '/api/units/:id',
      summary: 'One unit with the line of those above it',
      schema: { params, response: { 200: Unit } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => getUnit(tx, viewerOf(scope, caller?.person), id)),
    }),
    defineRoute({
      ...keeping,
      operationId: 'addUnit',
      method: 'POST',
      path: '/api/units',
      summary: 'Add a unit below another',
      access: unitFlow.add.by,
      audit: 'unit.add',
      schema: { body: UnitDraft, response: { 201: Unit } },
      handler: async ({ body, act, caller, reply }) => {
        const unit = await act<Unit>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const id = await addUnit(tx, scope, clock, body, entry)
            return getUnit(tx, viewerOf(scope, caller?.person), id)
          },
        )
        reply.status(201)
        return unit
      },
    }),
    defineRoute({
      ...keeping,
      operationId: 'editUnit',
      method: 'PATCH',
      path: '/api/units/:id',
      summary: 'Change names, code, kind or division of a unit; a name given up stays as a former name',
      access: unitFlow.edit.by,
      audit: 'unit.edit',
      schema: { params, body: UnitChange, response: { 200: Unit } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await editUnit(tx, scope, clock, id, body, entry)
          return getUnit(tx, viewerOf(scope, caller?.person), id)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'moveUnit',
      method: 'POST',
      path: '/api/units/:id/move',
      summary: 'Move a unit with all below it, or give it another place among its siblings',
      access: unitFlow.move.by,
      audit: 'unit.move',
      schema: { params, body: UnitMove, response: { 200: Unit } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await moveUnit(tx, scope, clock, id, body, entry)
          return getUnit(tx, viewerOf(scope, caller?.person), id)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'mergeUnit',
      method: 'POST',
      path: '/api/units/:id/merge',
      summary: 'Merge a unit into another, which is answered; units below, people and groups go along',
      access: unitFlow.merge.by,
      audit: 'unit.merge',
      schema: { params, body: UnitMerge, response: { 200: Unit } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await mergeUnit(tx, scope, clock, id, body, entry)
          return getUnit(tx, viewerOf(scope, caller?.person), body.into)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'retireUnit',
      method: 'POST',
      path: '/api/units/:id/retire',
      summary: 'Retire a unit without active units below; rights in it end',
      access: unitFlow.retire.by,
      audit: 'unit.retire',
      schema: { params, body: UnitVersion, response: { 200: Unit } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await retireUnit(tx, scope, clock, id, body, entry)
          return getUnit(tx, viewerOf(scope, caller?.person), id)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'restoreUnit',
      method: 'POST',
      path: '/api/units/:id/restore',
      summary: 'Take a retired unit back into use',
      access: unitFlow.restore.by,
      audit: 'unit.restore',
      schema: { params, body: UnitVersion, response: { 200: Unit } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await restoreUnit(tx, scope, clock, id, body, entry)
          return getUnit(tx, viewerOf(scope, caller?.person), id)
        }),
    }),
  ]
}
