import { Problem } from '@jianbao/errors'
import { defineRoute, type Route, receiveUpload } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  bankReaders,
  contestKeepers,
  pictureLimitMiB,
  Question,
  QuestionChange,
  QuestionVersion,
  QuestionWords,
  questionDeeds,
  questionFlow,
} from '../../contract/index.ts'
import { actOnQuestion } from './act-on-questions.ts'
import { params } from './bank.routes.ts'
import { actorOf, type BankServices } from './bank.services.ts'
import { changePicture } from './change-picture.ts'
import { layDownPicture, sweepPictures } from './lay-down-picture.ts'
import { getQuestion, viewQuestion } from './question.store.ts'
import { addQuestion, editQuestion } from './write-question.ts'

const keeping = { tags: ['banks'], access: contestKeepers } as const
const Version = Type.Object({ version: Type.Integer({ minimum: 0 }) }, { additionalProperties: false })
const pictureHeaders = {
  'content-disposition': 'inline',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, max-age=3600, immutable',
} as const

/** One question: written, reviewed, given a picture. */
export function questionRoutes({ clock, pictures, db }: BankServices): Route[] {
  return [
    defineRoute({
      ...keeping,
      operationId: 'addQuestion',
      method: 'POST',
      path: '/api/question-banks/:id/questions',
      summary: 'Write a question; it is a draft until somebody else approves it',
      audit: 'bank.add-question',
      schema: { params, body: QuestionWords, response: { 201: Question } },
      handler: async ({ params: { id: bankId }, body, act, caller, reply }) => {
        const question = await act<Question>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const id = await addQuestion(tx, actorOf(scope, caller, clock), { ...body, bankId }, entry)
            return viewQuestion(await getQuestion(tx, scope, id), caller!.person)
          },
        )
        reply.status(201)
        return question
      },
    }),
    defineRoute({
      ...keeping,
      access: bankReaders,
      operationId: 'getQuestion',
      method: 'GET',
      path: '/api/questions/:id',
      summary: 'One question with what is right',
      audit: null,
      schema: { params, response: { 200: Question } },
      handler: ({ params: { id }, read, caller }) =>
        read(async (tx, scope) => viewQuestion(await getQuestion(tx, scope, id), caller!.person)),
    }),
    defineRoute({
      ...keeping,
      operationId: 'editQuestion',
      method: 'PATCH',
      path: '/api/questions/:id',
      summary: 'Write a question anew; one that was approved is a draft again',
      audit: 'bank.edit-question',
      schema: { params, body: QuestionChange, response: { 200: Question } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await editQuestion(tx, actorOf(scope, caller, clock), { ...body, id }, entry)
          return viewQuestion(await getQuestion(tx, scope, id), caller!.person)
        }),
    }),
    ...questionDeeds.map(deed =>
      defineRoute({
        ...keeping,
        access: questionFlow[deed].by,
        operationId: `${deed}Question`,
        method: 'POST',
        path: `/api/questions/:id/${deed}`,
        summary: summaries[deed],
        audit: deed === 'remove' ? 'bank.remove-question' : `bank.${deed}`,
        schema: {
          params,
          body: QuestionVersion,
          response: deed === 'remove' ? { 204: Type.Null() } : { 200: Question },
        },
        handler: async ({ params: { id }, body, act, caller, reply }) => {
          const { left, question } = await act(id, async (tx, scope, entry) => {
            const hashes = await actOnQuestion(
              tx,
              actorOf(scope, caller, clock),
              deed,
              { id, ...body },
              entry,
            )
            const gone = deed === 'remove'
            return {
              left: hashes,
              question: gone ? null : viewQuestion(await getQuestion(tx, scope, id), caller!.person),
            }
          })
          await sweepPictures(db, pictures, left)
          return question ?? reply.status(204).send()
        },
      }),
    ),
    defineRoute({
      ...keeping,
      operationId: 'setQuestionPicture',
      method: 'POST',
      path: '/api/questions/:id/picture',
      summary: 'Give a question its picture; it is a draft again',
      audit: 'bank.picture',
      upload: { field: 'file' },
      perMinute: 120,
      schema: { params, query: Version, response: { 200: Question } },
      handler: async ({ params: { id }, query, request, read, act, caller }) => {
        await read((tx, scope) => getQuestion(tx, scope, id))
        const limitBytes = pictureLimitMiB * 1024 * 1024
        const upload = await receiveUpload(request, pictures, { field: 'file', limitBytes })
        try {
          const made = await layDownPicture(pictures, upload)
          try {
            const { left, question } = await act(id, async (tx, scope, entry) => ({
              left: await changePicture(tx, actorOf(scope, caller, clock), { id, ...query }, made, entry),
              question: viewQuestion(await getQuestion(tx, scope, id), caller!.person),
            }))
            await sweepPictures(db, pictures, left)
            return question
          } catch (error) {
            // It may lie on its shelf already, with the transaction undone.
            await sweepPictures(db, pictures, [made.sha256])
            throw error
          } finally {
            await made.discard()
          }
        } finally {
          await upload.file.discard()
        }
      },
    }),
    defineRoute({
      ...keeping,
      operationId: 'removeQuestionPicture',
      method: 'DELETE',
      path: '/api/questions/:id/picture',
      summary: 'Take the picture of a question away; it is a draft again',
      audit: 'bank.picture',
      schema: { params, query: Version, response: { 200: Question } },
      handler: async ({ params: { id }, query, act, caller }) => {
        const { left, question } = await act(id, async (tx, scope, entry) => ({
          left: await changePicture(tx, actorOf(scope, caller, clock), { id, ...query }, null, entry),
          question: viewQuestion(await getQuestion(tx, scope, id), caller!.person),
        }))
        await sweepPictures(db, pictures, left)
        return question
      },
    }),
    defineRoute({
      ...keeping,
      access: bankReaders,
      operationId: 'getQuestionPicture',
      method: 'GET',
      path: '/api/questions/:id/picture',
      summary: 'The picture of a question',
      audit: null,
      perMinute: 600,
      schema: { params, response: { 200: { mediaTypes: ['image/jpeg'] } } },
      handler: async ({ params: { id }, read, reply }) => {
        const { pictureId } = await read((tx, scope) => getQuestion(tx, scope, id))
        if (!pictureId) throw new Problem('not-found')
        return reply.headers(pictureHeaders).type('image/jpeg').send(pictures.stream(pictureId))
      },
    }),
  ]
}

const summaries = {
  approve: 'Approve a question that somebody else wrote',
  retire: 'Retire a question: no new contest takes it',
  restore: 'Bring a retired question back as a draft',
  remove: 'Remove a draft or a retired question',
} as const
