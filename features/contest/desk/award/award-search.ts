/** What the address of the page of awards may say. */
import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import { type CertificatesQuery, certificateLists } from '../../contract/index.ts'

export const awardTabs = ['certificates', 'results', 'lottery'] as const
export type AwardSearch = CertificatesQuery & { readonly tab?: (typeof awardTabs)[number] }

export const readAwardSearch = (search: Record<string, unknown>): AwardSearch =>
  present({
    tab: choiceParam(search['tab'], awardTabs),
    list: choiceParam(search['list'], certificateLists),
    kind: textParam(search['kind'], 31),
    page: integerParam(search['page'], 1, 100_000),
  })
