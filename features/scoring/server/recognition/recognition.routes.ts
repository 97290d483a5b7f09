import type { Caller } from '@jianbao/platform/access'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  InstructionDraft,
  OutsideAdoptionDraft,
  Recognition,
  RecognitionPage,
  RecognitionQuery,
  RecognitionRevoke,
  ReportChoices,
  scoreReaders,
  scoreRegistrars,
} from '../../contract/index.ts'
import type { ScoringServices } from '../scoring.services.ts'
import { getRecognition, listRecognitions } from './list-recognitions.ts'
import { selectReportChoices } from './recognition.store.ts'
import { type Registrar, registerAbove, registerInstruction, revokeRecognition } from './register.ts'

const closed = { additionalProperties: false }
const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed)
const choosing = Type.Object(
  { campaign: Type.String({ format: 'uuid' }), q: Type.Optional(Type.String({ maxLength: 100 })) },
  closed,
)
const registering = { tags: ['scoring'], access: scoreRegistrars, method: 'POST' } as const

export function recognitionRoutes({ clock }: ScoringServices): Route[] {
  const registrar = (caller: Caller | null): Registrar => ({ by: caller!.person, now: clock.now() })
  return [
    defineRoute({
      operationId: 'listRecognitions',
      method: 'GET',
      path: '/api/scoring/recognitions',
      summary: 'What bulletins above and leaders did with reports, one page',
      tags: ['scoring'],
      access: scoreReaders,
      audit: null,
      schema: { query: RecognitionQuery, response: { 200: RecognitionPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listRecognitions(tx, { scope, person: caller?.person }, query)),
    }),
    defineRoute({
      operationId: 'listReportChoices',
      method: 'GET',
      path: '/api/scoring/report-choices',
      summary: 'Reports that something can be registered on, by words of title or unit',
      tags: ['scoring'],
      access: scoreRegistrars,
      audit: null,
      schema: { query: choosing, response: { 200: ReportChoices } },
      handler: ({ query: { campaign, q = '' }, read }) =>
        read(async (tx, scope) => ({ rows: await selectReportChoices(tx, scope, { campaign, q }) })),
    }),
    defineRoute({
      ...registering,
      operationId: 'registerOutsideAdoption',
      path: '/api/scoring/outside-adoptions',
      summary: 'Register that a bulletin above took a report',
      audit: 'score.register-above',
      schema: { body: OutsideAdoptionDraft, response: { 201: Recognition } },
      handler: async ({ body, act, caller, reply }) => {
        const made = await act<Recognition>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const id = await registerAbove(tx, scope, body, registrar(caller), entry)
            return getRecognition(tx, { scope, person: caller?.person }, id)
          },
        )
        reply.status(201)
        return made
      },
    }),
    defineRoute({
      ...registering,
      operationId: 'registerInstruction',
      path: '/api/scoring/instructions',
      summary: 'Register that a leader wrote an instruction on a report',
      audit: 'score.register-instruction',
      schema: { body: InstructionDraft, response: { 201: Recognition } },
      handler: async ({ body, act, caller, reply }) => {
        const made = await act<Recognition>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const id = await registerInstruction(tx, scope, body, registrar(caller), entry)
            return getRecognition(tx, { scope, person: caller?.person }, id)
          },
        )
        reply.status(201)
        return made
      },
    }),
    ...(['above', 'instruction'] as const).map(kind =>
      defineRoute({
        ...registering,
        operationId: kind === 'above' ? 'revokeOutsideAdoption' : 'revokeInstruction',
        path: `/api/scoring/${kind === 'above' ? 'outside-adoptions' : 'instructions'}/:id/revoke`,
        summary:
          kind === 'above' ? 'Take a registered adoption above back' : 'Take a registered instruction back',
        audit: kind === 'above' ? 'score.revoke-above' : 'score.revoke-instruction',
        schema: { params, body: RecognitionRevoke, response: { 200: Recognition } },
        handler: ({ params: { id }, body: { reason }, act, caller }) =>
          act(id, async (tx, scope, entry) => {
            await revokeRecognition(tx, scope, { kind, id, reason }, registrar(caller), entry)
            return getRecognition(tx, { scope, person: caller?.person }, id)
          }),
      }),
    ),
  ]
}
