import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { CommentDraft, EditionSigning, editionReaders } from '../../contract/index.ts'
import { editionParams, viewerOf } from '../edition.routes.ts'
import { addComment, removeComment, reopenComment, resolveComment } from './comment.ts'
import { getSigning } from './get-signing.ts'
import type { SignServices } from './sign.services.ts'

const Id = Type.String({ format: 'uuid' })
const params = Type.Object({ id: Id, commentId: Id }, { additionalProperties: false })
const common = { tags: ['editions'], access: editionReaders } as const
const answer = { 200: EditionSigning } as const

const acts = [
  { name: 'resolve', work: resolveComment, summary: 'A comment is dealt with' },
  { name: 'reopen', work: reopenComment, summary: 'A comment is not dealt with after all' },
  { name: 'remove', work: removeComment, summary: 'Take back one’s own comment' },
] as const

/** Remarks in the text. Every change answers where the issue stands, with all of them. */
export function commentRoutes({ clock }: Pick<SignServices, 'clock'>): Route[] {
  const today = () => localDay(clock.now())
  return [
    defineRoute({
      ...common,
      operationId: 'getEditionSigning',
      method: 'GET',
      path: '/api/editions/:id/signing',
      summary: 'Where an issue stands on its way to print: steps, comments, rounds',
      audit: null,
      schema: { params: editionParams, response: answer },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => getSigning(tx, viewerOf(scope, caller), id, today())),
    }),
    defineRoute({
      ...common,
      operationId: 'addEditionComment',
      method: 'POST',
      path: '/api/editions/:id/comments',
      summary: 'Comment on words of an issue',
      audit: 'edition.comment',
      schema: { params: editionParams, body: CommentDraft, response: answer },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          await addComment(tx, viewer, { id, draft: body, now: clock.now(), today: today() }, entry)
          return getSigning(tx, viewer, id, today())
        }),
    }),
    ...acts.map(({ name, work, summary }) =>
      defineRoute({
        ...common,
        operationId: `${name}EditionComment`,
        method: 'POST',
        path: `/api/editions/:id/comments/:commentId/${name}`,
        summary,
        audit: `edition.${name}-comment`,
        schema: { params, response: answer },
        handler: ({ params: { id, commentId }, act, caller }) =>
          act(id, async (tx, scope, entry) => {
            const viewer = viewerOf(scope, caller)
            await work(tx, viewer, { id, commentId, now: clock.now(), today: today() }, entry)
            return getSigning(tx, viewer, id, today())
          }),
      }),
    ),
  ]
}
