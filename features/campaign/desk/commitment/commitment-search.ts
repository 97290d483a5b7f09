import { choiceParam, flagParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import { commitmentOrders, commitmentStates } from '../../contract/index.ts'

/** What the address of the list may say; whatever else stands there is dropped. */
export type CommitmentSearch = {
  readonly q?: string
  readonly state?: (typeof commitmentStates)[number]
  readonly campaign?: string
  readonly key?: string
  readonly own?: boolean
  readonly sort?: (typeof commitmentOrders)[number]
  readonly page?: number
}

export function readCommitmentSearch(search: Record<string, unknown>): CommitmentSearch {
  return present({
    q: textParam(search['q'], 100),
    state: choiceParam(search['state'], commitmentStates),
    campaign: uuidParam(search['campaign']),
    key: textParam(search['key'], 40),
    sort: choiceParam(search['sort'], commitmentOrders),
    own: flagParam(search['own']) === true ? true : undefined,
    page: integerParam(search['page'], 1, 100_000),
  })
}
