import { choiceParam, flagParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import {
  type DeliveryQuery,
  deliveryTabs,
  distributionKinds,
  type ReceivedQuery,
  receivedTabs,
} from '../../contract/index.ts'

export function readReceivedSearch(search: Record<string, unknown>): ReceivedQuery {
  return present({
    q: textParam(search['q'], 100),
    tab: choiceParam(search['tab'], receivedTabs),
    below: flagParam(search['below']),
    edition: uuidParam(search['edition']),
    document: uuidParam(search['document']),
    page: integerParam(search['page'], 1, 100_000),
  })
}

export function readDeliverySearch(search: Record<string, unknown>): DeliveryQuery {
  return present({
    q: textParam(search['q'], 100),
    to: choiceParam(search['to'], distributionKinds),
    tab: choiceParam(search['tab'], deliveryTabs),
    page: integerParam(search['page'], 1, 100_000),
  })
}
