import { Problem } from '@jianbao/errors'
import { businessRoles } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { defineRoute, type Route } from '@jianbao/platform/http'
import type { Sealer } from '@jianbao/platform/seal'
import { Type } from 'typebox'
import { contestKeepers, IdentityWays, PlayerContact } from '../../contract/index.ts'
import { getContestRow } from '../setup/contest.store.ts'
import type { IdentityServices } from './identity.services.ts'

const params = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    no: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  },
  { additionalProperties: false },
)

/** What the office asks about who plays. */
export function identityRoutes({
  sms,
  providers,
  publicUrl,
  sealer,
}: Pick<IdentityServices, 'sms' | 'providers' | 'publicUrl' | 'sealer'>): Route[] {
  const ways: IdentityWays = {
    phone: sms !== null,
    phoneShown: sms?.kind === 'shown',
    providers: publicUrl === null ? [] : [...providers.values()].map(({ key, name }) => ({ key, name })),
  }
  return [
    defineRoute({
      tags: ['contest'],
      access: businessRoles,
      operationId: 'listIdentityWays',
      method: 'GET',
      path: '/api/contest-identity-ways',
      summary: 'Ways to tell who plays that this installation offers',
      audit: null,
      schema: { response: { 200: IdentityWays } },
      handler: async () => ways,
    }),
    defineRoute({
      tags: ['contest'],
      access: contestKeepers,
      operationId: 'readPlayerContact',
      method: 'POST',
      path: '/api/contests/:id/players/:no/contact',
      summary: 'The telephone number or entry code of a player in the clear; that it was read is recorded',
      audit: 'contest.read-contact',
      perMinute: 60,
      schema: { params, response: { 200: PlayerContact } },
      handler: ({ params: { id, no }, act, reply }) => {
        reply.header('cache-control', 'no-store')
        return act(id, async (tx, scope, entry) => {
          const contest = await getContestRow(tx, scope, id)
          entry.words = contest.title
          entry.unitId = contest.unitId
          entry.after = { player: no }
          const sealed = await sealedOf(tx, contest.no, no)
          if (sealed === null) return { kind: null, contact: null }
          const { kind } = contest.rules.identity
          if (kind !== 'phone' && kind !== 'code') return { kind: null, contact: null }
          return { kind, contact: openContact(sealer, id, no, sealed) }
        })
      },
    }),
  ]
}

async function sealedOf(tx: Database, contestNo: number, no: number): Promise<string | null> {
  const [player] = await rowsOf<{ sealed: string | null }>(
    tx,
    sql`select sealed from contest_player where contest_no = ${contestNo} and no = ${no}`,
  )
  if (!player) throw new Problem('not-found')
  return player.sealed
}

/** What tells who a player is, in the clear. Throws SealBroken. */
export const openContact = (sealer: Sealer, contestId: string, no: number, sealed: string): string =>
  sealer.unseal(sealed, `${contestId}/${no}`)
