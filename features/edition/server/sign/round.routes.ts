import { Problem } from '@jianbao/errors'
import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { EditionDifference, EditionSigning, editionReaders } from '../../contract/index.ts'
import { editionParams, viewerOf } from '../edition.routes.ts'
import { editionName, getEditionRow, holdEdition } from '../edition.store.ts'
import { readContent } from '../item/item.store.ts'
import { compareRounds } from './difference.rules.ts'
import { getSigning } from './get-signing.ts'
import { readRound, roundItem } from './keep-round.ts'
import type { SignServices } from './sign.services.ts'

const No = Type.Integer({ minimum: 1, maximum: 10_000 })
const common = { tags: ['editions'], access: editionReaders } as const

export function roundRoutes({ clock, order }: SignServices): Route[] {
  const today = () => localDay(clock.now())
  return [
    defineRoute({
      ...common,
      operationId: 'getEditionDifference',
      method: 'GET',
      path: '/api/editions/:id/difference',
      summary: 'What changed in an issue from one round to another, or to now',
      audit: null,
      schema: {
        params: editionParams,
        query: Type.Object({ from: No, to: Type.Optional(No) }, { additionalProperties: false }),
        response: { 200: EditionDifference },
      },
      handler: ({ params: { id }, query: { from, to }, read, caller }) =>
        read(async (tx, scope) => {
          const row = await getEditionRow(tx, viewerOf(scope, caller), id, today())
          const before = await readRound(tx, id, from)
          const after =
            to === undefined
              ? (await readContent(tx, row)).map(item => roundItem(item, row.columns))
              : await readRound(tx, id, to)
          if (!before || !after) throw new Problem('not-found')
          return { from, to: to ?? null, ...compareRounds(before, after) }
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'retryEditionFreeze',
      method: 'POST',
      path: '/api/editions/:id/freeze',
      summary: 'Have the forms of a signed issue made again after they failed',
      audit: 'edition.freeze',
      schema: { params: editionParams, response: { 200: EditionSigning } },
      handler: async ({ params: { id }, act, caller }) => {
        const signing = await act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          const row = await holdEdition(tx, viewer, id, today())
          const { freeze } = await getSigning(tx, viewer, id, today())
          if (!viewer.person.posts.some(({ unitId }) => unitId === row.unitId)) throw new Problem('not-found')
          if (!freeze?.mayRetry) throw new Problem('edition-deed-refused', { name: editionName(row) })
          entry.words = editionName(row)
          entry.unitId = row.unitId
          await order.send(tx, id)
          return getSigning(tx, viewer, id, today())
        })
        order.wake()
        return signing
      },
    }),
  ]
}
