import type { Page } from '@jianbao/platform/html'
import { listNeedOffices, makeFormToken } from '../server/service/index.ts'
import { viewAsk } from './ask.form.ts'
import type { ServicePages } from './service-pages.ts'

/** Where anybody says what is needed; `?unit=` chooses the place beforehand. */
export const askPage = ({ clock, secret, mailer }: ServicePages): Page => ({
  path: '/services/ask',
  render: async ({ query, read }) => {
    const offices = await read(tx => listNeedOffices(tx))
    return viewAsk({
      form: { unit: query['unit'] ?? '' },
      faults: [],
      offices,
      token: makeFormToken(secret, 'ask', clock.now()),
      mails: mailer.on,
    })
  },
})
