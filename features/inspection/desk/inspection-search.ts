/** What the addresses of the pages of inspection may say; whatever else stands there is dropped. */
import { choiceParam, flagParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import {
  type FindingQuery,
  findingOrders,
  findingStates,
  seriousnesses,
  type TourQuery,
  tourStates,
  type VisitQuery,
} from '../contract/index.ts'

export function readTourListSearch(search: Record<string, unknown>): TourQuery {
  return present({
    q: textParam(search['q'], 200),
    state: choiceParam(search['state'], tourStates),
    unit: uuidParam(search['unit']),
    mine: flagParam(search['mine']),
    page: integerParam(search['page'], 1, 100_000),
  })
}

/** The random draw whose result is visited. */
export type NewTourSearch = { readonly draw?: string }
export function readNewTourSearch(search: Record<string, unknown>): NewTourSearch {
  return present({ draw: uuidParam(search['draw']) })
}

/** Which answer of which question is opened. */
export type TourSearch = { readonly question?: string; readonly value?: string }
export function readTourSearch(search: Record<string, unknown>): TourSearch {
  return present({ question: uuidParam(search['question']), value: textParam(search['value'], 200) })
}

export const stopTabs = ['questions', 'findings', 'talks', 'photos'] as const
export type StopTab = (typeof stopTabs)[number]
export type StopSearch = { readonly tab?: StopTab }
export function readStopSearch(search: Record<string, unknown>): StopSearch {
  return present({ tab: choiceParam(search['tab'], stopTabs) })
}

export function readFindingSearch(search: Record<string, unknown>): FindingQuery {
  return present({
    q: textParam(search['q'], 200),
    id: uuidParam(search['id']),
    tour: uuidParam(search['tour']),
    unit: uuidParam(search['unit']),
    state: choiceParam(search['state'], findingStates),
    seriousness: choiceParam(search['seriousness'], seriousnesses),
    order: choiceParam(search['order'], findingOrders),
    page: integerParam(search['page'], 1, 100_000),
  })
}

export function readVisitSearch(search: Record<string, unknown>): VisitQuery {
  return present({
    time: choiceParam(search['time'], ['coming', 'past'] as const),
    page: integerParam(search['page'], 1, 100_000),
  })
}
