/** What the addresses of the pages of cases may say; whatever else stands there is dropped. */
import { choiceParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import { type CaseQuery, caseOrders, caseSourceKinds, caseStates } from '../contract/index.ts'

export function readCaseSearch(search: Record<string, unknown>): CaseQuery {
  return present({
    q: textParam(search['q'], 200),
    tag: textParam(search['tag'], 20),
    state: choiceParam(search['state'], caseStates),
    unit: uuidParam(search['unit']),
    order: choiceParam(search['order'], caseOrders),
    page: integerParam(search['page'], 1, 100_000),
  })
}

/** `?report=…` and `?article=…` are how other rooms name what a case is to be made of. */
export type NewCaseSearch = {
  readonly report?: string
  readonly article?: string
  readonly kind?: (typeof caseSourceKinds)[number]
  readonly q?: string
}

export function readNewCaseSearch(search: Record<string, unknown>): NewCaseSearch {
  return present({
    report: uuidParam(search['report']),
    article: uuidParam(search['article']),
    kind: choiceParam(search['kind'], caseSourceKinds),
    q: textParam(search['q'], 100),
  })
}
