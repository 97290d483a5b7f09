import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import { type CircularQuery, type CountedQuery, circularStates, countedWhats } from '../../contract/index.ts'

export function readCircularSearch(search: Record<string, unknown>): CircularQuery {
  return present({
    q: textParam(search['q'], 100),
    state: choiceParam(search['state'], circularStates),
    page: integerParam(search['page'], 1, 100_000),
  })
}

export const circularViews = ['paper', 'data'] as const
export type CircularPageSearch = Partial<CountedQuery> & { view?: (typeof circularViews)[number] }

/** Of the page of one circular: what is shown, and the figure whose rows lie beside it. */
export function readCircularPageSearch(search: Record<string, unknown>): CircularPageSearch {
  return present({
    view: choiceParam(search['view'], circularViews),
    what: choiceParam(search['what'], countedWhats),
    unit: textParam(search['unit'], 36),
    task: textParam(search['task'], 36),
    periodNo: integerParam(search['periodNo'], 1, 1000),
    page: integerParam(search['page'], 1, 100_000),
  })
}
