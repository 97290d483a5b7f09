import { levels } from '@jianbao/proofreading/contract'
import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import { type OfficeWordQuery, wordSorts } from '../../../contract/index.ts'

/** The list as it stands in the address. */
export type WordSearch = Omit<OfficeWordQuery, 'pageSize'>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function readWordSearch(search: Record<string, unknown>): WordSearch {
  const unit = textParam(search['unit'], 36)
  return present({
    q: textParam(search['q'], 60),
    level: choiceParam(search['level'], levels),
    unit: unit && uuid.test(unit) ? unit : undefined,
    sort: choiceParam(search['sort'], wordSorts),
    page: integerParam(search['page'], 1, 100_000),
  })
}
