import { levels } from '@jianbao/proofreading/contract'
import { choiceParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import { type OfficeWordQuery, wordSorts } from '../../../contract/index.ts'

/** The list as it stands in the address. */
export type WordSearch = Omit<OfficeWordQuery, 'pageSize'>

export function readWordSearch(search: Record<string, unknown>): WordSearch {
  return present({
    q: textParam(search['q'], 60),
    level: choiceParam(search['level'], levels),
    unit: uuidParam(search['unit']),
    sort: choiceParam(search['sort'], wordSorts),
    page: integerParam(search['page'], 1, 100_000),
  })
}
