/** Deeds of an edition as a whole, one route each: the trail names every one of them. */
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { defineRoute, type Route, type RouteContext } from '@jianbao/platform/http'
import { Edition, EditionDeedWish, editionReaders } from '../../contract/index.ts'
import { editionParams, viewerOf } from '../edition.routes.ts'
import type { Viewer } from '../edition.store.ts'
import { getEdition } from '../get-edition.ts'
import { actsOnEdition } from './act-on-edition.ts'
import { commentRoutes } from './comment.routes.ts'
import { roundRoutes } from './round.routes.ts'
import type { SignServices } from './sign.services.ts'
import { readUnsigned, signEdition } from './sign-edition.ts'
import type { DeedAsked } from './take-deed.ts'

const answer = { 200: Edition } as const
const schema = { params: editionParams, body: EditionDeedWish, response: answer } as const
const common = { tags: ['editions'], method: 'POST', schema } as const

const acts = [
  { deed: 'send', access: ['editor'], summary: 'Send an issue to be signed' },
  { deed: 'recall', access: ['editor'], summary: 'Call an issue back from being signed' },
  { deed: 'pass', access: editionReaders, summary: 'Pass an issue on to the next step of its chain' },
  { deed: 'return', access: editionReaders, summary: 'Give an issue back, with the reason' },
  { deed: 'void', access: ['editor'], summary: 'Drop an issue, with the reason' },
] as const
const signings = [
  { deed: 'sign', access: editionReaders, summary: 'Sign an issue: it takes its number' },
  {
    deed: 'force',
    access: ['signatory'],
    summary: 'Sign an issue past the steps that are left, with the reason',
  },
] as const

export function signRoutes(services: SignServices): Route[] {
  const { clock, preflight, order } = services
  const today = () => localDay(clock.now())
  type Context = RouteContext<typeof schema>
  type Work = (tx: Database, viewer: Viewer, asked: DeedAsked, entry: EntryDraft) => Promise<void>
  const carryOut = ({ params: { id }, body, act, caller }: Context, work: Work): Promise<Edition> =>
    act(id, async (tx, scope, entry) => {
      const viewer = viewerOf(scope, caller)
      const asked = { id, wish: body, now: clock.now(), today: today() }
      await work(tx, viewer, asked, entry)
      return getEdition(tx, viewer, id, today())
    })
  return [
    ...acts.map(({ deed, access, summary }) =>
      defineRoute({
        ...common,
        access,
        operationId: `${deed}Edition`,
        path: `/api/editions/:id/${deed}`,
        summary,
        audit: `edition.${deed}`,
        handler: context => carryOut(context, actsOnEdition[deed]),
      }),
    ),
    ...signings.map(({ deed, access, summary }) =>
      defineRoute({
        ...common,
        access,
        operationId: `${deed}Edition`,
        path: `/api/editions/:id/${deed}`,
        summary,
        audit: `edition.${deed}`,
        handler: async context => {
          const { params, caller, read } = context
          const unsigned = await readUnsigned(read, scope => viewerOf(scope, caller), deed, {
            id: params.id,
            today: today(),
          })
          // What cannot be set never takes a number.
          if (unsigned) await preflight(unsigned)
          const signed = await carryOut(context, async (tx, viewer, asked, entry) => {
            await signEdition(tx, viewer, deed, asked, entry)
            await order.send(tx, asked.id)
          })
          order.wake()
          return signed
        },
      }),
    ),
    ...commentRoutes(services),
    ...roundRoutes(services),
  ]
}
