import { choiceParam, dayParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import { type AdoptionQuery, adoptionTabs } from '../../../contract/index.ts'

/** The list as it stands in the address; `adoption`: one whose issue is to be registered. */
export type AdoptedSearch = Omit<AdoptionQuery, 'pageSize'> & { readonly adoption?: string }

export function readAdoptedSearch(search: Record<string, unknown>): AdoptedSearch {
  return present({
    q: textParam(search['q'], 100),
    tab: choiceParam(search['tab'], adoptionTabs),
    column: textParam(search['column'], 40),
    from: dayParam(search['from']),
    to: dayParam(search['to']),
    page: integerParam(search['page'], 1, 100_000),
    adoption: uuidParam(search['adoption']),
  })
}
