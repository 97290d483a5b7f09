import { Problem } from '@jianbao/errors'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  askNeed,
  listNeedOffices,
  makeFormToken,
  numberOfForm,
  readFormToken,
} from '../server/service/index.ts'
import { type AskFault, AskForm, readAsk, viewAsk } from './ask.form.ts'
import type { ServicePages } from './service-pages.ts'

const page = { mediaTypes: ['text/html'] }
const purpose = 'ask'

/** Takes the form. Whatever is wrong with it, it comes back with everything that was typed. */
export function askRoutes({ clock, sealer, mailer, secret, showPage }: ServicePages): Route[] {
  return [
    defineRoute({
      tags: ['public'],
      access: 'anyone',
      operationId: 'askForService',
      method: 'POST',
      path: '/services/ask',
      summary: 'Say what is needed, by the form of the public site; goes on to the page of its number',
      audit: 'need.ask',
      form: true,
      perMinute: 20,
      schema: { body: AskForm, response: { 303: Type.Null(), 422: page, 429: page } },
      handler: async ({ body: form, read, act, reply }) => {
        const now = clock.now()
        const offices = await read(tx => listNeedOffices(tx))
        const again = (faults: readonly AskFault[], token: string, status = 422) =>
          showPage(reply, viewAsk({ form, faults, offices, token, mails: mailer.on }), status)
        const fresh = () => makeFormToken(secret, purpose, now)
        const token = readFormToken(secret, purpose, form.token ?? '', now)
        const wish = readAsk(form, offices)
        if (token.standing === 'false' || token.standing === 'stale')
          return again([...('length' in wish ? wish : []), stale], fresh())
        if ('length' in wish) return again(wish, form.token!)
        if (token.standing === 'hasty') return again([hasty], form.token!)
        const asked = {
          ...wish,
          mail: mailer.on ? wish.mail : null,
          number: numberOfForm(secret, token.formId),
        }
        try {
          const taken = await act(null, (tx, _scope, entry) => askNeed(tx, asked, { sealer, now }, entry))
          if (!taken) return again([{ field: null, words: asksAnother(asked.number) }], fresh())
        } catch (error) {
          if (error instanceof Problem && error.code === 'too-many-requests')
            return again([flood], form.token!, 429)
          throw error
        }
        return reply.status(303).header('location', `/services/needs/${asked.number}?asked=1`).send()
      },
    }),
  ]
}

const stale: AskFault = { field: null, words: '页面打开得太久了，请看一遍再点一次提交。' }
const hasty: AskFault = { field: null, words: '提交得太快了，请看一遍再点一次提交。' }
const flood: AskFault = { field: null, words: '现在提交的人很多，请过十分钟再点一次提交。' }
const asksAnother = (number: string): string =>
  `刚才那一件已经收到，编号 ${number}。如果下面写的是另一件，请再点一次提交。`
