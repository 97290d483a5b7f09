import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import {
  type CommissionQuery,
  commissionOrders,
  commissionSides,
  commissionStates,
} from '../../contract/index.ts'

/** The list as it stands in the address; `id`: one commission alone, as a notice leads to it. */
export type CommissionSearch = Omit<CommissionQuery, 'pageSize' | 'batchId'> & { readonly id?: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const day = /^\d{4}-\d\d-\d\d$/
const matching = (value: unknown, pattern: RegExp) => {
  const text = textParam(value, 36)
  return text && pattern.test(text) ? text : undefined
}

export function readCommissionSearch(search: Record<string, unknown>): CommissionSearch {
  return present({
    q: textParam(search['q'], 100),
    side: choiceParam(search['side'], commissionSides),
    state: choiceParam(search['state'], commissionStates),
    unit: matching(search['unit'], uuid),
    taskId: matching(search['taskId'], uuid),
    from: matching(search['from'], day),
    to: matching(search['to'], day),
    sort: choiceParam(search['sort'], commissionOrders),
    page: integerParam(search['page'], 1, 100_000),
    id: matching(search['id'], uuid),
  })
}
