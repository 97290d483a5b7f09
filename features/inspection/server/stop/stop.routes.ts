import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  AnswerGiven,
  AnswerWish,
  Finding,
  FindingWish,
  Interview,
  InterviewWish,
  inspectors,
  Stop,
} from '../../contract/index.ts'
import { actorOf, stopParams as params, viewerOf } from '../inspection.params.ts'
import type { InspectionServices } from '../inspection.services.ts'
import { finishStop, reopenStop } from './finish-stop.ts'
import { viewStop } from './get-stop.ts'
import { giveAnswer, removeFinding, removeInterview, writeFinding, writeInterview } from './write-stop.ts'

const Id = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }
const answerParams = Type.Object({ id: Id, questionId: Id }, closed)
const findingParams = Type.Object({ id: Id, findingId: Id }, closed)
const talkParams = Type.Object({ id: Id, interviewId: Id }, closed)
const common = { tags: ['inspection'], access: inspectors } as const
/** Every pause of somebody typing on a phone comes here. */
const typing = {
  ...common,
  audit: null,
  unrecorded: 'as typing is no deed: the end of the check is recorded',
  perMinute: 600,
} as const

export function stopRoutes({ clock, pictures }: InspectionServices): Route[] {
  return [
    defineRoute({
      ...common,
      operationId: 'getStop',
      method: 'GET',
      path: '/api/stops/:id',
      summary: 'One stop, whole: what a device keeps to work without a line',
      audit: null,
      schema: { params, response: { 200: Stop } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => viewStop(tx, viewerOf(scope, caller), id)),
    }),
    defineRoute({
      ...typing,
      operationId: 'giveAnswer',
      method: 'PUT',
      path: '/api/stops/:id/answers/:questionId',
      summary: 'Answer a question, or take the answer back; the same again changes nothing',
      schema: { params: answerParams, body: AnswerWish, response: { 200: AnswerGiven } },
      handler: ({ params: { id, questionId }, body, act, caller }) =>
        act(id, (tx, scope) =>
          giveAnswer(tx, actorOf(scope, caller, clock), { stopId: id, questionId }, body),
        ),
    }),
    defineRoute({
      ...typing,
      operationId: 'writeFinding',
      method: 'PUT',
      path: '/api/stops/:id/findings/:findingId',
      summary: 'Write a finding under an id of the device’s choosing; the same again changes nothing',
      schema: { params: findingParams, body: FindingWish, response: { 200: Finding } },
      handler: ({ params: { id, findingId }, body, act, caller }) =>
        act(id, (tx, scope) =>
          writeFinding(tx, actorOf(scope, caller, clock), { stopId: id, id: findingId }, body),
        ),
    }),
    defineRoute({
      ...typing,
      operationId: 'removeFinding',
      method: 'DELETE',
      path: '/api/stops/:id/findings/:findingId',
      summary: 'Remove a finding that was not confirmed yet, with its photos',
      schema: { params: findingParams, response: { 204: Type.Null() } },
      handler: async ({ params: { id, findingId }, act, caller, reply }) => {
        const wish = { stopId: id, id: findingId }
        const hashes = await act(id, (tx, scope) => removeFinding(tx, actorOf(scope, caller, clock), wish))
        await pictures.sweep(hashes)
        return reply.status(204).send()
      },
    }),
    defineRoute({
      ...typing,
      operationId: 'writeInterview',
      method: 'PUT',
      path: '/api/stops/:id/interviews/:interviewId',
      summary: 'Write notes of a talk: a topic, a kind and a number of people, never who they are',
      schema: { params: talkParams, body: InterviewWish, response: { 200: Interview } },
      handler: ({ params: { id, interviewId }, body, act, caller }) =>
        act(id, (tx, scope) =>
          writeInterview(tx, actorOf(scope, caller, clock), { stopId: id, id: interviewId }, body),
        ),
    }),
    defineRoute({
      ...typing,
      operationId: 'removeInterview',
      method: 'DELETE',
      path: '/api/stops/:id/interviews/:interviewId',
      summary: 'Remove the notes of a talk',
      schema: { params: talkParams, response: { 204: Type.Null() } },
      handler: async ({ params: { id, interviewId }, act, caller, reply }) => {
        const wish = { stopId: id, id: interviewId }
        await act(id, (tx, scope) => removeInterview(tx, actorOf(scope, caller, clock), wish))
        return reply.status(204).send()
      },
    }),
    defineRoute({
      ...common,
      operationId: 'finishStop',
      method: 'POST',
      path: '/api/stops/:id/finish',
      summary: 'End the check at a stop; the same again changes nothing',
      audit: 'stop.finish',
      schema: { params, response: { 200: Stop } },
      handler: ({ params: { id }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const actor = actorOf(scope, caller, clock)
          await finishStop(tx, actor, id, entry)
          return viewStop(tx, actor, id)
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'reopenStop',
      method: 'POST',
      path: '/api/stops/:id/reopen',
      summary: 'Go on with a check that was ended',
      audit: 'stop.reopen',
      schema: { params, response: { 200: Stop } },
      handler: ({ params: { id }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const actor = actorOf(scope, caller, clock)
          await reopenStop(tx, actor, id, entry)
          return viewStop(tx, actor, id)
        }),
    }),
  ]
}
