/** What the addresses of the finding pages may say; whatever else stands there is dropped. */
import { activityTypes, articleKinds, figureMeasures } from '@jianbao/intake/contract'
import { choiceParam, dayParam, flagParam, integerParam, present, textParam } from '@jianbao/ui'
import type {
  EventQuery,
  FigureQuery,
  FoundArticleQuery,
  SearchQuery,
  TimelineQuery,
} from '../../contract/index.ts'

type Search = Record<string, unknown>
export type UnitSearch = { readonly q?: string; readonly page?: number }
export type StorySearch = { readonly unitOnly?: boolean }

export const searchOrders = ['best', 'newest', 'oldest'] as const
export const eventOrders = ['newest', 'oldest'] as const
export const figureOrders = ['newest', 'oldest', 'largest'] as const

/** Everything a list can be narrowed by; set to undefined it is cleared. */
export const noFilters = {
  unit: undefined,
  unitOnly: undefined,
  from: undefined,
  to: undefined,
  column: undefined,
  type: undefined,
  series: undefined,
  without: undefined,
  partner: undefined,
  measure: undefined,
  kind: undefined,
}

export function readSearchSearch(search: Search): SearchQuery {
  return present({
    q: textParam(search['q'], 200),
    ...readFilters(search),
    kind: choiceParam(search['kind'], articleKinds),
    // Only what differs from the rule stands in the address.
    synonyms: flagParam(search['synonyms']) === false ? false : undefined,
    order: choiceParam(search['order'], searchOrders),
    page: readPage(search),
  })
}

export function readEventSearch(search: Search): EventQuery {
  return present({
    ...readFilters(search),
    measure: choiceParam(search['measure'], figureMeasures),
    partner: textParam(search['partner'], 100),
    order: choiceParam(search['order'], eventOrders),
    page: readPage(search),
  })
}

export function readTimelineSearch(search: Search): TimelineQuery {
  return present({ ...readFilters(search), measure: choiceParam(search['measure'], figureMeasures) })
}

export function readFigureSearch(search: Search): FigureQuery {
  return present({
    ...readFilters(search),
    measure: choiceParam(search['measure'], figureMeasures),
    order: choiceParam(search['order'], figureOrders),
    page: readPage(search),
  })
}

export function readArticleSearch(search: Search): FoundArticleQuery {
  return present({
    q: textParam(search['q'], 200),
    synonyms: flagParam(search['synonyms']) === false ? false : undefined,
  })
}

export function readUnitSearch(search: Search): UnitSearch {
  return present({ q: textParam(search['q'], 100), page: readPage(search) })
}

export function readStorySearch(search: Search): StorySearch {
  return present({ unitOnly: flagParam(search['unitOnly']) === true ? true : undefined })
}

function readFilters(search: Search) {
  const unit = textParam(search['unit'], 100)
  return {
    unit,
    // Without a unit there is nothing to keep to itself.
    unitOnly: unit !== undefined && flagParam(search['unitOnly']) === true ? true : undefined,
    from: dayParam(search['from']),
    to: dayParam(search['to']),
    column: textParam(search['column'], 100),
    type: choiceParam(search['type'], activityTypes),
    series: textParam(search['series'], 200),
    without: choiceParam(search['without'], ['day', 'column'] as const),
  }
}

const readPage = (search: Search) => integerParam(search['page'], 1, 100_000)
