import type { Caller, Scope } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import {
  EditionContent,
  EditionProof,
  editionReaders,
  HeedWish,
  IgnoreWish,
  MendWish,
  ProofQuery,
} from '../../contract/index.ts'
import { editionParams as params, viewerOf } from '../edition.routes.ts'
import type { EditionServices } from '../edition.services.ts'
import { getEditionRow, touchEdition } from '../edition.store.ts'
import { readContent } from '../item/item.store.ts'
import { heedFinding, ignoreFinding } from './ignore-finding.ts'
import { mendFindings } from './mend-findings.ts'
import { readPages, viewProof } from './proofread-edition.ts'
import { readProof } from './read-proof.ts'
import { wordRoutes } from './word/word.routes.ts'

const common = { tags: ['editions'], access: editionReaders } as const

/** Proofreading (校对) of an edition as it is saved. */
export function proofRoutes({ clock, typesetting }: EditionServices): Route[] {
  const asked = (scope: Scope, caller: Caller | null) => ({
    viewer: viewerOf(scope, caller),
    now: clock.now(),
    today: localDay(clock.now()),
  })
  return [
    ...wordRoutes({ clock }),
    defineRoute({
      ...common,
      operationId: 'proofreadEdition',
      method: 'GET',
      path: '/api/editions/:id/proof',
      summary: 'What proofreading finds in an issue as it is saved',
      audit: null,
      perMinute: 240,
      schema: { params, query: ProofQuery, response: { 200: EditionProof } },
      handler: async ({ params: { id }, query: { pages }, read, caller }) => {
        const material = await read((tx, scope) => {
          const { viewer, today } = asked(scope, caller)
          return readProof(tx, viewer, id, today)
        })
        return viewProof(
          material,
          pages ? await readPages(typesetting, material, caller!.person.id) : undefined,
        )
      },
    }),
    defineRoute({
      ...common,
      operationId: 'ignoreFinding',
      method: 'POST',
      path: '/api/editions/:id/proof/ignore',
      summary: 'Leave a finding as it is, with the reason why',
      audit: 'edition.ignore-finding',
      schema: { params, body: IgnoreWish, response: { 200: EditionProof } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const { viewer, now, today } = asked(scope, caller)
          await ignoreFinding(tx, viewer, { id, ...body, now, today }, entry)
          return viewProof(await readProof(tx, viewer, id, today))
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'heedFinding',
      method: 'POST',
      path: '/api/editions/:id/proof/heed',
      summary: 'Take notice of a finding again that was left as it is',
      audit: 'edition.heed-finding',
      schema: { params, body: HeedWish, response: { 200: EditionProof } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const { viewer, today } = asked(scope, caller)
          await heedFinding(tx, viewer, { id, ...body, today }, entry)
          return viewProof(await readProof(tx, viewer, id, today))
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'mendFindings',
      method: 'POST',
      path: '/api/editions/:id/proof/mend',
      summary: 'Put the mends of findings into their articles',
      audit: 'edition.mend',
      schema: { params, body: MendWish, response: { 200: EditionContent } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const { viewer, now, today } = asked(scope, caller)
          await mendFindings(tx, viewer, { id, wish: body, now, today }, entry)
          const row = await getEditionRow(tx, viewer, id, today)
          const keys = row.columns.map(({ key }) => key)
          const version = await touchEdition(tx, id, keys, viewer.person, now)
          return { version, content: await readContent(tx, row) }
        }),
    }),
  ]
}
