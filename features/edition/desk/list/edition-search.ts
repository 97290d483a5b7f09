import { choiceParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import { type EditionQuery, editionTabs } from '../../contract/index.ts'

/** The list as it stands in the address. */
export type EditionSearch = Omit<EditionQuery, 'pageSize'>

export function readEditionSearch(search: Record<string, unknown>): EditionSearch {
  return present({
    q: textParam(search['q'], 100),
    tab: choiceParam(search['tab'], editionTabs),
    series: uuidParam(search['series']),
    year: integerParam(search['year'], 1900, 2200),
    page: integerParam(search['page'], 1, 100_000),
  })
}
