/** What the addresses of the pages of cases may say; whatever else stands there is dropped. */
import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import { type CaseQuery, caseOrders, caseSourceKinds, caseStates } from '../contract/index.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const idParam = (value: unknown): string | undefined => {
  const id = textParam(value, 36)
  return id && uuid.test(id) ? id : undefined
}

export function readCaseSearch(search: Record<string, unknown>): CaseQuery {
  return present({
    q: textParam(search['q'], 200),
    tag: textParam(search['tag'], 20),
    state: choiceParam(search['state'], caseStates),
    unit: idParam(search['unit']),
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
    report: idParam(search['report']),
    article: idParam(search['article']),
    kind: choiceParam(search['kind'], caseSourceKinds),
    q: textParam(search['q'], 100),
  })
}
