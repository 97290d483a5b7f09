/** What the addresses of the pages of needs and services may say; whatever else stands there is dropped. */
import { choiceParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import {
  type NeedQuery,
  needKinds,
  needOrders,
  needSources,
  needStates,
  type ServiceQuery,
  serviceGroups,
} from '../../contract/index.ts'

export function readNeedSearch(search: Record<string, unknown>): NeedQuery {
  return present({
    q: textParam(search['q'], 100),
    state: choiceParam(search['state'], needStates),
    source: choiceParam(search['source'], needSources),
    kind: choiceParam(search['kind'], needKinds),
    unit: uuidParam(search['unit']),
    order: choiceParam(search['order'], needOrders),
    page: integerParam(search['page'], 1, 100_000),
  })
}

/** Totals, or with a group the list one figure of them counts. */
export function readServiceSearch(search: Record<string, unknown>): ServiceQuery {
  return present({
    under: uuidParam(search['under']),
    ledger: uuidParam(search['ledger']),
    unit: uuidParam(search['unit']),
    group: choiceParam(search['group'], serviceGroups),
    page: integerParam(search['page'], 1, 100_000),
  })
}
