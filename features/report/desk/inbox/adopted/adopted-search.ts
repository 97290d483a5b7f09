import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import { type AdoptionQuery, adoptionTabs } from '../../../contract/index.ts'

/** The list as it stands in the address; `adoption`: one whose issue is to be registered. */
export type AdoptedSearch = Omit<AdoptionQuery, 'pageSize'> & { readonly adoption?: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const day = /^\d{4}-\d\d-\d\d$/
const matching = (value: unknown, pattern: RegExp) => {
  const text = textParam(value, 36)
  return text && pattern.test(text) ? text : undefined
}

export function readAdoptedSearch(search: Record<string, unknown>): AdoptedSearch {
  return present({
    q: textParam(search['q'], 100),
    tab: choiceParam(search['tab'], adoptionTabs),
    column: textParam(search['column'], 40),
    from: matching(search['from'], day),
    to: matching(search['to'], day),
    page: integerParam(search['page'], 1, 100_000),
    adoption: matching(search['adoption'], uuid),
  })
}
