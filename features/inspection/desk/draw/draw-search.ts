/** What the addresses of the pages of draws may say; whatever else stands there is dropped. */
import { choiceParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import { type DrawQuery, drawOrders, drawStates, type RegisterQuery } from '../../contract/index.ts'

export function readDrawListSearch(search: Record<string, unknown>): DrawQuery {
  return present({
    q: textParam(search['q'], 200),
    state: choiceParam(search['state'], drawStates),
    unit: uuidParam(search['unit']),
    order: choiceParam(search['order'], drawOrders),
    page: integerParam(search['page'], 1, 100_000),
  })
}

/** The register on the page of a draw. */
export function readDrawSearch(search: Record<string, unknown>): RegisterQuery {
  return present({
    q: textParam(search['q'], 100),
    stratum: textParam(search['stratum'], 200),
    page: integerParam(search['page'], 1, 100_000),
  })
}
