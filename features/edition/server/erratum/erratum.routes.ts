import { defineRoute, type Route } from '@jianbao/platform/http'
import {
  Erratum,
  type ErratumAction,
  ErratumChange,
  ErratumDraft,
  ErratumPage,
  ErratumPlaces,
  ErratumQuery,
  ErratumStep,
  editionReaders,
  erratumFlow,
  Reason,
  SourceChange,
  SourceChangePage,
  SourceChangeQuery,
} from '../../contract/index.ts'
import type { DistributionServices } from '../distribution/distribution.services.ts'
import { editionParams, viewerOf } from '../edition.routes.ts'
import { actOnErratum, editErratum } from './act-on-erratum.ts'
import { dismissChange, getChange } from './dismiss-change.ts'
import { draftErratum, listPlaces } from './draft-erratum.ts'
import { getErratum } from './erratum.store.ts'
import { listChanges } from './list-changes.ts'
import { listErrata } from './list-errata.ts'

const tags = ['errata']
const reading = { tags, access: editionReaders, method: 'GET', audit: null } as const

const summaries: Readonly<Record<Exclude<ErratumAction, 'edit'>, string>> = {
  approve: 'Approve an erratum',
  return: 'Give an approved erratum back, with a reason',
  publish: 'Publish an erratum: readers see it, recipients are told',
  drop: 'Drop an erratum, with a reason',
  reprint: 'Put a published erratum into the next issue of the series',
}

/** Source changes, and errata of issued bulletins. */
export function erratumRoutes({ clock, soon }: DistributionServices): Route[] {
  return [
    defineRoute({
      ...reading,
      operationId: 'listSourceChanges',
      path: '/api/source-changes',
      summary: 'Reports that changed under issues of the caller’s units, with all that uses them, one page',
      schema: { query: SourceChangeQuery, response: { 200: SourceChangePage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listChanges(tx, viewerOf(scope, caller), query)),
    }),
    defineRoute({
      ...reading,
      operationId: 'getSourceChange',
      path: '/api/source-changes/:id',
      summary: 'One of them',
      schema: { params: editionParams, response: { 200: SourceChange } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => getChange(tx, viewerOf(scope, caller), id)),
    }),
    defineRoute({
      tags,
      access: ['editor'],
      operationId: 'dismissSourceChange',
      method: 'POST',
      path: '/api/source-changes/:id/dismiss',
      summary: 'Leave things as they are, with a reason',
      audit: 'change.dismiss',
      schema: { params: editionParams, body: Reason, response: { 200: SourceChange } },
      handler: ({ params: { id }, body: { reason }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          await dismissChange(tx, viewer, { id, reason, now: clock.now() }, entry)
          return getChange(tx, viewer, id)
        }),
    }),
    defineRoute({
      ...reading,
      operationId: 'listErratumPlaces',
      path: '/api/editions/:id/erratum-places',
      summary: 'What an erratum of an issue may be about',
      schema: { params: editionParams, response: { 200: ErratumPlaces } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => listPlaces(tx, viewerOf(scope, caller), { editionId: id, now: clock.now() })),
    }),
    defineRoute({
      ...reading,
      operationId: 'listErrata',
      path: '/api/errata',
      summary: 'Errata of issues of the caller’s units, one page',
      schema: { query: ErratumQuery, response: { 200: ErratumPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listErrata(tx, viewerOf(scope, caller), query)),
    }),
    defineRoute({
      ...reading,
      operationId: 'getErratum',
      path: '/api/errata/:id',
      summary: 'One erratum',
      schema: { params: editionParams, response: { 200: Erratum } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => getErratum(tx, viewerOf(scope, caller), id)),
    }),
    defineRoute({
      tags,
      access: ['editor'],
      operationId: 'draftErratum',
      method: 'POST',
      path: '/api/errata',
      summary: 'Draft an erratum of an issued bulletin, of a source change or by hand',
      audit: 'erratum.draft',
      schema: { body: ErratumDraft, response: { 201: Erratum } },
      handler: async ({ body, act, caller, reply }) => {
        const made = await act<Erratum>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const viewer = viewerOf(scope, caller)
            return getErratum(tx, viewer, await draftErratum(tx, viewer, body, clock.now(), entry))
          },
        )
        reply.status(201)
        return made
      },
    }),
    defineRoute({
      tags,
      access: ['editor'],
      operationId: 'editErratum',
      method: 'PUT',
      path: '/api/errata/:id',
      summary: 'Word a drafted erratum',
      audit: 'erratum.edit',
      schema: { params: editionParams, body: ErratumChange, response: { 200: Erratum } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          await editErratum(tx, viewer, { id, now: clock.now(), change: body }, entry)
          return getErratum(tx, viewer, id)
        }),
    }),
    ...(Object.keys(summaries) as Exclude<ErratumAction, 'edit'>[]).map(action =>
      defineRoute({
        tags,
        access: erratumFlow[action].by === 'editor' ? ['editor'] : editionReaders,
        operationId: `${action}Erratum`,
        method: 'POST',
        path: `/api/errata/:id/${action}`,
        summary: summaries[action],
        audit: `erratum.${action}`,
        schema: { params: editionParams, body: ErratumStep, response: { 200: Erratum } },
        handler: async ({ params: { id }, body, act, caller }) => {
          const done = await act(id, async (tx, scope, entry) => {
            const viewer = viewerOf(scope, caller)
            await actOnErratum(tx, viewer, { id, now: clock.now(), action, step: body }, entry)
            return getErratum(tx, viewer, id)
          })
          if (action === 'publish') soon()
          return done
        },
      }),
    ),
  ]
}
