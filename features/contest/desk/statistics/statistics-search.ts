/** What the addresses of the pages of numbers may say; whatever else stands there is dropped. */
import { choiceParam, dayParam, integerParam, present, textParam } from '@jianbao/ui'
import {
  type ContestAttemptsQuery,
  type ContestPlayersQuery,
  type ContestQuestionsQuery,
  type ContestStatisticsQuery,
  type ContestUnitsQuery,
  flagNames,
  playerOrders,
  questionOrders,
  questionWords,
  reviewStates,
  unitOrders,
} from '../../contract/index.ts'

export const statisticsViews = ['overview', 'units', 'questions'] as const
export type StatisticsSearch = ContestStatisticsQuery &
  Pick<ContestUnitsQuery, 'by' | 'q' | 'page'> & {
    readonly view?: (typeof statisticsViews)[number]
    readonly order?: ContestUnitsQuery['order']
    readonly sort?: ContestQuestionsQuery['order']
    readonly word?: ContestQuestionsQuery['word']
  }

const most = 2_147_483_647
const no = (value: unknown) => integerParam(value, 0, most)
const page = (value: unknown) => integerParam(value, 1, 100_000)
const placeOf = (search: Record<string, unknown>) => ({ city: no(search['city']), unit: no(search['unit']) })

export const readStatisticsSearch = (search: Record<string, unknown>): StatisticsSearch =>
  present({
    ...placeOf(search),
    view: choiceParam(search['view'], statisticsViews),
    day: dayParam(search['day']),
    by: choiceParam(search['by'], ['city', 'unit'] as const),
    q: textParam(search['q'], 60),
    order: choiceParam(search['order'], [...unitOrders, ...unitOrders.map(order => `-${order}` as const)]),
    sort: choiceParam(search['sort'], questionOrders),
    word: choiceParam(search['word'], questionWords),
    page: page(search['page']),
  })

export const readPlayersSearch = (search: Record<string, unknown>): ContestPlayersQuery =>
  present({
    ...placeOf(search),
    group: no(search['group']),
    from: no(search['from']),
    to: no(search['to']),
    day: dayParam(search['day']),
    hour: integerParam(search['hour'], 0, 23),
    order: choiceParam(search['order'], playerOrders),
    page: page(search['page']),
  })

export const readAttemptsSearch = (search: Record<string, unknown>): ContestAttemptsQuery =>
  present({
    ...placeOf(search),
    player: no(search['player']),
    group: no(search['group']),
    day: dayParam(search['day']),
    hour: integerParam(search['hour'], 0, 23),
    flag: choiceParam(search['flag'], ['any', ...flagNames] as const),
    state: choiceParam(search['state'], reviewStates),
    page: page(search['page']),
  })

/** Of flagged attempts; those that wait unless another state is asked for. */
export const readReviewSearch = (search: Record<string, unknown>): ContestAttemptsQuery =>
  present({
    flag: choiceParam(search['flag'], flagNames),
    state: choiceParam(search['state'], reviewStates),
    unit: no(search['unit']),
    page: page(search['page']),
  })
