import { businessRoles, type Caller, type Person, scopeOf } from '@jianbao/platform/access'
import { type Clock, localDay } from '@jianbao/platform/clock'
import type { FileCache } from '@jianbao/platform/files'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  CircularChange,
  CircularChanges,
  CircularChoices,
  CircularDraft,
  CircularFileQuery,
  CircularPage,
  CircularQuery,
  CircularRecord,
  CircularRevoke,
  CircularVersion,
  CountedPage,
  CountedQuery,
  circularKeepers,
} from '../../contract/index.ts'
import {
  editCircular,
  issueCircular,
  refreshCircular,
  removeCircular,
  revokeCircular,
} from './act-on-circular.ts'
import { getCircularRow } from './circular.store.ts'
import { getSubject } from './circular.subject.ts'
import { viewCircularRecord } from './circular.view.ts'
import { countFigures } from './count-figures.ts'
import { listChanges } from './list-changes.ts'
import { listChoices, listCirculars } from './list-circulars.ts'
import { listCounted } from './list-counted.ts'
import { type Maker, makeCircular } from './make-circular.ts'
import { mediaTypes, setFile } from './set-file.ts'
import type { CircularTypesetting } from './typesetting.port.ts'

/** No database among them: what a caller asks for is read and changed through `read` and `act` of the route. */
export type CircularServices = {
  readonly clock: Clock
  readonly typesetting: CircularTypesetting
  readonly cache: FileCache
}

/** Where the caller makes circulars: there they see drafts. */
const keptBy = (caller: Caller | null) => scopeOf(caller?.person ?? null, circularKeepers)

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const reading = { tags: ['scoring'], access: businessRoles, method: 'GET', audit: null } as const
const keeping = { tags: ['scoring'], access: circularKeepers } as const

export function circularRoutes(services: CircularServices): Route[] {
  const { clock } = services
  const maker = (person: Person): Maker => ({ person, now: clock.now() })
  return [
    defineRoute({
      ...reading,
      operationId: 'listCirculars',
      path: '/api/circulars',
      summary: 'Circulars of the caller’s units and those issued to them, one page',
      schema: { query: CircularQuery, response: { 200: CircularPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) =>
          listCirculars(tx, { scope, kept: keptBy(caller) }, query, caller?.person ?? null),
        ),
    }),
    defineRoute({
      ...reading,
      access: circularKeepers,
      operationId: 'listCircularChoices',
      path: '/api/circular-choices',
      summary: 'Units and campaigns a circular can be made for',
      schema: { response: { 200: CircularChoices } },
      handler: ({ read, caller }) =>
        read((tx, scope) => listChoices(tx, scope, caller?.person ?? null, localDay(clock.now()))),
    }),
    defineRoute({
      ...keeping,
      operationId: 'makeCircular',
      method: 'POST',
      path: '/api/circulars',
      summary: 'Count and word a circular of reporting and adoption for a month or a quarter',
      audit: 'circular.make',
      schema: { body: CircularDraft, response: { 201: CircularRecord } },
      handler: async ({ body, act, caller, reply }) => {
        const { person } = caller!
        const record = await act<CircularRecord>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const id = await makeCircular(tx, scope, body, maker(person), entry)
            return viewCircularRecord(await getCircularRow(tx, scope, id), person, localDay(clock.now()))
          },
        )
        reply.status(201)
        return record
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'getCircular',
      path: '/api/circulars/:id',
      summary: 'One circular with the figures it was made from',
      schema: { params, response: { 200: CircularRecord } },
      handler: ({ params: { id }, read, caller }) =>
        read(async (tx, scope) =>
          viewCircularRecord(
            await getCircularRow(tx, scope, id, keptBy(caller)),
            caller?.person ?? null,
            localDay(clock.now()),
          ),
        ),
    }),
    defineRoute({
      ...reading,
      operationId: 'listCounted',
      path: '/api/circulars/:id/counted',
      summary:
        'The reports, units or commissions that a figure of a circular counts, as they are now, one page',
      schema: { params, query: CountedQuery, response: { 200: CountedPage } },
      handler: ({ params: { id }, query, read, caller }) =>
        read(async (tx, scope) =>
          listCounted(tx, scope, await getCircularRow(tx, scope, id, keptBy(caller)), query, clock.now()),
        ),
    }),
    defineRoute({
      ...reading,
      access: circularKeepers,
      operationId: 'listCircularChanges',
      path: '/api/circulars/:id/changes',
      summary: 'What the tables say now where they say otherwise than the circular',
      schema: { params, response: { 200: CircularChanges } },
      handler: ({ params: { id }, read }) =>
        read(async (tx, scope) => {
          const row = await getCircularRow(tx, scope, id)
          const day = localDay(row.issuedAt ? new Date(row.issuedAt) : clock.now())
          const subject = await getSubject(tx, scope, row, day)
          return listChanges(row.figures, await countFigures(tx, subject))
        }),
    }),
    defineRoute({
      ...reading,
      operationId: 'getCircularHtml',
      path: '/api/circulars/:id/html',
      summary: 'The circular as a page to read',
      schema: { params, response: { 200: { mediaTypes: ['text/html'] } } },
      handler: async ({ params: { id }, read, caller, reply }) => {
        const row = await read((tx, scope) => getCircularRow(tx, scope, id, keptBy(caller)))
        const { bytes, mediaType } = await setFile(services, row, 'html')
        return reply.type(mediaType).header('cache-control', 'no-store').send(bytes)
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'downloadCircular',
      path: '/api/circulars/:id/file',
      summary: 'The circular as PDF, DOCX, HTML or text',
      perMinute: 120,
      schema: {
        params,
        query: CircularFileQuery,
        response: { 200: { mediaTypes: Object.values(mediaTypes).map(type => type.split(';')[0]!) } },
      },
      handler: async ({ params: { id }, query, read, caller, reply }) => {
        const row = await read((tx, scope) => getCircularRow(tx, scope, id, keptBy(caller)))
        const file = await setFile(services, row, query.format)
        return reply
          .type(file.mediaType)
          .header('content-disposition', attachment(file.name))
          .header('cache-control', 'no-store')
          .send(file.bytes)
      },
    }),
    defineRoute({
      ...keeping,
      operationId: 'editCircular',
      method: 'PATCH',
      path: '/api/circulars/:id',
      summary: 'Change number, opening or closing words of a draft',
      audit: 'circular.edit',
      schema: { params, body: CircularChange, response: { 200: CircularRecord } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await editCircular(tx, scope, { id, ...body }, maker(caller!.person), entry)
          return viewCircularRecord(
            await getCircularRow(tx, scope, id),
            caller!.person,
            localDay(clock.now()),
          )
        }),
    }),
    ...deeds.map(({ deed, summary, run, body }) =>
      defineRoute({
        ...keeping,
        operationId: `${deed}Circular`,
        method: 'POST',
        path: `/api/circulars/:id/${deed}`,
        summary,
        audit: `circular.${deed}`,
        schema: { params, body, response: { 200: CircularRecord } },
        handler: ({ params: { id }, body, act, caller }) =>
          act(id, async (tx, scope, entry) => {
            await run(tx, scope, { id, ...(body as CircularRevoke) }, maker(caller!.person), entry)
            return viewCircularRecord(
              await getCircularRow(tx, scope, id),
              caller!.person,
              localDay(clock.now()),
            )
          }),
      }),
    ),
    defineRoute({
      ...keeping,
      operationId: 'removeCircular',
      method: 'POST',
      path: '/api/circulars/:id/remove',
      summary: 'Remove a draft',
      audit: 'circular.remove',
      schema: { params, body: CircularVersion, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, body, act, reply }) => {
        await act(id, (tx, scope, entry) => removeCircular(tx, scope, { id, ...body }, entry))
        return reply.status(204).send()
      },
    }),
  ]
}

const deeds = [
  { deed: 'refresh', summary: 'Count a draft again', body: CircularVersion, run: refreshCircular },
  {
    deed: 'issue',
    summary: 'Issue a draft: it no longer changes, and the units below are told',
    body: CircularVersion,
    run: issueCircular,
  },
  {
    deed: 'revoke',
    summary: 'Revoke an issued circular, with a reason',
    body: CircularRevoke,
    run: revokeCircular,
  },
] as const
