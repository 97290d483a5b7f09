/** What the addresses of the pages of contests may say; whatever else stands there is dropped. */
import { choiceParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import { type ContestQuery, contestOrders, contestStates } from '../../contract/index.ts'

export function readContestSearch(search: Record<string, unknown>): ContestQuery {
  return present({
    q: textParam(search['q'], 200),
    state: choiceParam(search['state'], contestStates),
    unit: uuidParam(search['unit']),
    order: choiceParam(search['order'], contestOrders),
    page: integerParam(search['page'], 1, 100_000),
  })
}

/** Steps of the form, in order. */
export const formSteps = ['basics', 'draw', 'times', 'identity', 'scoring', 'rewards', 'privacy'] as const
export type FormStep = (typeof formSteps)[number]

export type FormSearch = { readonly step?: FormStep; readonly preset?: string }

export function readFormSearch(search: Record<string, unknown>): FormSearch {
  return present({ step: choiceParam(search['step'], formSteps), preset: textParam(search['preset'], 40) })
}
