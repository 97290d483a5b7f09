import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import { type SeriesQuery, seriesStates } from '../../contract/index.ts'

export function readSeriesSearch(search: Record<string, unknown>): Omit<SeriesQuery, 'pageSize'> {
  return present({
    q: textParam(search['q'], 100),
    state: choiceParam(search['state'], seriesStates),
    page: integerParam(search['page'], 1, 100_000),
  })
}
