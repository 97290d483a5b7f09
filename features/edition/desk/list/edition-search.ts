import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import { type EditionQuery, editionTabs } from '../../contract/index.ts'

/** The list as it stands in the address. */
export type EditionSearch = Omit<EditionQuery, 'pageSize'>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function readEditionSearch(search: Record<string, unknown>): EditionSearch {
  const series = textParam(search['series'], 36)
  return present({
    q: textParam(search['q'], 100),
    tab: choiceParam(search['tab'], editionTabs),
    series: series && uuid.test(series) ? series : undefined,
    year: integerParam(search['year'], 1900, 2200),
    page: integerParam(search['page'], 1, 100_000),
  })
}
