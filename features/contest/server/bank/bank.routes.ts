import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  ApprovedKinds,
  Bank,
  BankChange,
  BankDraft,
  BankPage,
  BankQuery,
  bankReaders,
  contestKeepers,
  KindsQuery,
  ManyDone,
  ManyQuestions,
  NearFound,
  NearPairs,
  NearQuery,
  QuestionPage,
  QuestionQuery,
  QuestionVersion,
  questionDeeds,
  questionFlow,
} from '../../contract/index.ts'
import { actOnMany } from './act-on-questions.ts'
import { actorOf, type BankServices } from './bank.services.ts'
import { countKinds } from './count-kinds.ts'
import { findNear, listNear } from './find-near.ts'
import { addBank, editBank, listBanks, readBank, removeBank } from './keep-banks.ts'
import { sweepPictures } from './lay-down-picture.ts'
import { listQuestions } from './list-questions.ts'

export const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const reading = { tags: ['banks'], access: bankReaders, method: 'GET', audit: null } as const
const keeping = { tags: ['banks'], access: contestKeepers } as const

/** Banks, and what is done with many of their questions at once. */
export function bankRoutes({ clock, pictures, db }: BankServices): Route[] {
  return [
    defineRoute({
      ...reading,
      operationId: 'listBanks',
      path: '/api/question-banks',
      summary: 'Question banks of the caller’s units, one page',
      schema: { query: BankQuery, response: { 200: BankPage } },
      handler: ({ query, read, caller }) => read((tx, scope) => listBanks(tx, scope, query, caller!.person)),
    }),
    defineRoute({
      ...keeping,
      operationId: 'addBank',
      method: 'POST',
      path: '/api/question-banks',
      summary: 'Make a question bank',
      audit: 'bank.add',
      schema: { body: BankDraft, response: { 201: Bank } },
      handler: async ({ body, act, caller, reply }) => {
        const bank = await act<Bank>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const id = await addBank(tx, actorOf(scope, caller, clock), body, entry)
            return readBank(tx, scope, id, caller!.person)
          },
        )
        reply.status(201)
        return bank
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'countQuestionKinds',
      path: '/api/question-banks/kinds',
      summary: 'Approved questions of some banks by type, category and difficulty',
      schema: { query: KindsQuery, response: { 200: ApprovedKinds } },
      handler: ({ query, read }) =>
        read(async (tx, scope) => {
          const rows = await countKinds(tx, scope, query.bankIds.split(','))
          return { rows, total: rows.reduce((sum, { questions }) => sum + questions, 0) }
        }),
    }),
    defineRoute({
      ...reading,
      operationId: 'getBank',
      path: '/api/question-banks/:id',
      summary: 'One question bank',
      schema: { params, response: { 200: Bank } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => readBank(tx, scope, id, caller!.person)),
    }),
    defineRoute({
      ...keeping,
      operationId: 'editBank',
      method: 'PATCH',
      path: '/api/question-banks/:id',
      summary: 'Change name or notes of a question bank',
      audit: 'bank.edit',
      schema: { params, body: BankChange, response: { 200: Bank } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await editBank(tx, actorOf(scope, caller, clock), { id, ...body }, entry)
          return readBank(tx, scope, id, caller!.person)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'removeBank',
      method: 'POST',
      path: '/api/question-banks/:id/remove',
      summary: 'Remove a question bank that holds nothing',
      audit: 'bank.remove',
      schema: { params, body: QuestionVersion, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, body, act, caller, reply }) => {
        await act(id, (tx, scope, entry) =>
          removeBank(tx, actorOf(scope, caller, clock), { id, ...body }, entry),
        )
        return reply.status(204).send()
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'listQuestions',
      path: '/api/question-banks/:id/questions',
      summary: 'Questions of a bank with what is right, one page',
      schema: { params, query: QuestionQuery, response: { 200: QuestionPage } },
      handler: ({ params: { id }, query, read, caller }) =>
        read((tx, scope) => listQuestions(tx, scope, { id, ...query }, caller!.person)),
    }),
    defineRoute({
      ...reading,
      operationId: 'listNearQuestions',
      path: '/api/question-banks/:id/near',
      summary: 'Questions of a bank that say nearly the same, the nearest first',
      schema: { params, response: { 200: NearPairs } },
      handler: ({ params: { id }, read, caller }) => listNear(read, id, caller!.person),
    }),
    defineRoute({
      ...reading,
      method: 'POST',
      unrecorded: 'it changes nothing: a question that is being written is too long for an address',
      operationId: 'findNearQuestions',
      path: '/api/question-banks/:id/near',
      summary: 'Questions of a bank that are the same as one being written, or nearly',
      schema: { params, body: NearQuery, response: { 200: NearFound } },
      handler: ({ params: { id }, body, read, caller }) =>
        read((tx, scope) => findNear(tx, scope, { ...body, id }, caller!.person)),
    }),
    ...questionDeeds.map(deed =>
      defineRoute({
        ...keeping,
        access: questionFlow[deed].by,
        operationId: `${deed}Questions`,
        method: 'POST',
        path: `/api/question-banks/:id/questions/${deed}`,
        summary: summaries[deed],
        audit: deed === 'remove' ? 'bank.remove-question' : `bank.${deed}`,
        schema: { params, body: ManyQuestions, response: { 200: ManyDone } },
        handler: async ({ params: { id }, body, act, caller }) => {
          const { done, pictures: left } = await act(id, (tx, scope, entry) =>
            actOnMany(tx, actorOf(scope, caller, clock), deed, { bankId: id, ids: body.ids }, entry),
          )
          await sweepPictures(db, pictures, left)
          return done
        },
      }),
    ),
  ]
}

const summaries = {
  approve: 'Approve questions that somebody else wrote',
  retire: 'Retire questions: no new contest takes them',
  restore: 'Bring retired questions back as drafts',
  remove: 'Remove drafts and retired questions',
} as const
