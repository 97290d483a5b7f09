import { reviewers } from '@jianbao/bulletin/server'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { ForgetOrder, LearnedPage, LearnedQuery } from '../../contract/index.ts'
import { forgetName, listLearnedNames } from './learned-names.ts'

const common = { tags: ['review'], access: reviewers } as const

/** What people taught the reader, to be seen and taken back: one wrong name is read wrongly in every bulletin. */
export function learnedNamesRoutes(): Route[] {
  return [
    defineRoute({
      ...common,
      operationId: 'listLearnedNames',
      method: 'GET',
      path: '/api/learned-names',
      summary: 'What people said printed names stand for, newest first',
      audit: null,
      schema: { query: LearnedQuery, response: { 200: LearnedPage } },
      handler: ({ query, read }) => read((tx, scope) => listLearnedNames(tx, scope, query)),
    }),
    defineRoute({
      ...common,
      operationId: 'forgetName',
      method: 'POST',
      path: '/api/learned-names/forget',
      summary: 'Forget what was said of a printed name; documents that were read stay as they are',
      audit: 'name.forget',
      schema: { body: ForgetOrder, response: { 204: Type.Null() } },
      handler: async ({ body: { surface }, act, reply }) => {
        await act(null, (tx, scope) => forgetName(tx, scope, surface))
        return reply.status(204).send()
      },
    }),
  ]
}
