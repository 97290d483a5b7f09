import { Problem } from '@jianbao/errors'
import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { satisfactionChoices } from '../contract/index.ts'
import { answerService, cleanText, findAsked } from '../server/service/index.ts'
import { answerLimit, type TypedAnswer, viewAnswer } from './answer.page.ts'
import type { ServicePages } from './service-pages.ts'

const closed = { additionalProperties: false }
const params = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) }, closed)
const Typed = Type.Optional(Type.String({ maxLength: 8000 }))
const page = { mediaTypes: ['text/html'] }

/** Takes one answer by a link. */
export function answerRoutes({ clock, showPage }: ServicePages): Route[] {
  return [
    defineRoute({
      tags: ['public'],
      access: 'anyone',
      operationId: 'answerService',
      method: 'POST',
      path: '/services/answers/:token',
      summary: 'Say how satisfied one is, by a link that is good once; nothing is kept of who used it',
      audit: null,
      unrecorded: 'an entry would tell to the second when an answer came, which is kept by the day alone',
      form: true,
      perMinute: 20,
      schema: {
        params,
        body: Type.Object({ choice: Typed, words: Typed }, closed),
        response: { 303: Type.Null(), 422: page },
      },
      handler: async ({ params: { token }, body, read, act, reply }) => {
        const today = localDay(clock.now())
        const words = cleanText(body.words ?? '')
        const choice = satisfactionChoices.find(each => each === body.choice)
        const fault = faultOf(choice, words)
        if (fault || !choice) {
          const asked = await read(tx => findAsked(tx, token, today))
          if (!asked) throw new Problem('not-found')
          const typed = { token, choice: body.choice ?? '', words: body.words ?? '', fault }
          return showPage(reply, viewAnswer(asked, typed), 422)
        }
        const outcome = await act(null, tx => answerService(tx, token, { choice, words }, today))
        if (outcome === 'unknown') throw new Problem('not-found')
        // Used or over: its page says so.
        return reply.status(303).header('location', `/services/answers/${token}`).send()
      },
    }),
  ]
}

function faultOf(choice: string | undefined, words: string): TypedAnswer['fault'] {
  if (choice === undefined) return { field: 'choice', words: '请选一项。' }
  const length = [...words].length
  if (length > answerLimit)
    return { field: 'words', words: `最多 ${answerLimit} 个字，现在是 ${length} 个字。` }
  return null
}
