import { defineRoute, type Route } from '@jianbao/platform/http'
import {
  Missive,
  MissiveReason,
  MissiveVersion,
  missiveDrafters,
  missiveSigners,
} from '../../contract/index.ts'
import { getMissive } from '../list/get-missive.ts'
import type { MissiveServices } from '../missive.services.ts'
import { missiveParams, viewerOf } from '../route-parts.ts'
import {
  issueMissive,
  recallMissive,
  returnMissive,
  submitMissive,
  withdrawMissive,
} from './act-on-missive.ts'
import { retryMissive } from './retry-missive.ts'

/** From the drafter to the signatory, and what the signatory does. */
export function signRoutes({ clock, order }: MissiveServices): Route[] {
  const ordering: typeof issueMissive = async (tx, viewer, asked, entry) => {
    const ids = await issueMissive(tx, viewer, asked, entry)
    await order.send(tx, ids)
    return ids
  }
  const again: typeof retryMissive = async (tx, viewer, asked, entry) => {
    await retryMissive(tx, viewer, asked, entry)
    await order.send(tx, [asked.id])
  }
  const deeds = [
    {
      deed: 'submit',
      by: missiveDrafters,
      body: MissiveVersion,
      run: submitMissive,
      summary: 'Put a draft to the signatory',
    },
    {
      deed: 'withdraw',
      by: missiveDrafters,
      body: MissiveVersion,
      run: withdrawMissive,
      summary: 'Take it back from the signatory',
    },
    {
      deed: 'return',
      by: missiveSigners,
      body: MissiveReason,
      run: returnMissive,
      summary: 'Give it back to be worked over, with a reason',
    },
    {
      deed: 'issue',
      by: missiveSigners,
      body: MissiveVersion,
      run: ordering,
      summary: 'Sign it: it gets its number and goes to its recipients',
    },
    {
      deed: 'recall',
      by: missiveSigners,
      body: MissiveReason,
      run: recallMissive,
      summary: 'Recall an issued document, with a reason',
    },
    {
      deed: 'retry',
      by: [...missiveDrafters, ...missiveSigners],
      body: MissiveVersion,
      run: again,
      summary: 'Make the files of an issued document again',
    },
  ] as const
  return deeds.map(({ deed, by, body, run, summary }) =>
    defineRoute({
      tags: ['missives'],
      access: by,
      operationId: `${deed}Missive`,
      method: 'POST',
      path: `/api/missives/:id/${deed}`,
      summary,
      audit: `missive.${deed}`,
      schema: { params: missiveParams, body, response: { 200: Missive } },
      handler: async ({ params: { id }, body, act, caller }) => {
        const missive = await act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          await run(tx, viewer, { id, ...(body as MissiveReason), now: clock.now() }, entry)
          return getMissive(tx, viewer, id, clock.now())
        })
        order.wake()
        return missive
      },
    }),
  )
}
