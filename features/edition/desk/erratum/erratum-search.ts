import { choiceParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import { changeTabs, type ErratumQuery, erratumStates, type SourceChangeQuery } from '../../contract/index.ts'

export function readChangeSearch(search: Record<string, unknown>): SourceChangeQuery {
  return present({
    q: textParam(search['q'], 100),
    tab: choiceParam(search['tab'], changeTabs),
    edition: uuidParam(search['edition']),
    page: integerParam(search['page'], 1, 100_000),
  })
}

export function readErratumSearch(search: Record<string, unknown>): ErratumQuery {
  return present({
    q: textParam(search['q'], 100),
    state: choiceParam(search['state'], erratumStates),
    edition: uuidParam(search['edition']),
    page: integerParam(search['page'], 1, 100_000),
  })
}

/** What a new erratum begins with: its issue, the change and the number it is about. */
export type NewErratumSearch = {
  readonly edition?: string
  readonly change?: string
  readonly number?: string
}

export function readNewErratumSearch(search: Record<string, unknown>): NewErratumSearch {
  return present({
    edition: uuidParam(search['edition']),
    change: uuidParam(search['change']),
    number: uuidParam(search['number']),
  })
}
