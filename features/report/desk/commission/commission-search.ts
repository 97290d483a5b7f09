import { choiceParam, dayParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import {
  type CommissionQuery,
  commissionOrders,
  commissionSides,
  commissionStates,
} from '../../contract/index.ts'

/** The list as it stands in the address; `id`: one commission alone, as a notice leads to it. */
export type CommissionSearch = Omit<CommissionQuery, 'pageSize' | 'batchId'> & { readonly id?: string }

export function readCommissionSearch(search: Record<string, unknown>): CommissionSearch {
  return present({
    q: textParam(search['q'], 100),
    side: choiceParam(search['side'], commissionSides),
    state: choiceParam(search['state'], commissionStates),
    unit: uuidParam(search['unit']),
    taskId: uuidParam(search['taskId']),
    from: dayParam(search['from']),
    to: dayParam(search['to']),
    sort: choiceParam(search['sort'], commissionOrders),
    page: integerParam(search['page'], 1, 100_000),
    id: uuidParam(search['id']),
  })
}
