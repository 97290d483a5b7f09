import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import { changeTabs, type ErratumQuery, erratumStates, type SourceChangeQuery } from '../../contract/index.ts'

export function readChangeSearch(search: Record<string, unknown>): SourceChangeQuery {
  return present({
    q: textParam(search['q'], 100),
    tab: choiceParam(search['tab'], changeTabs),
    edition: textParam(search['edition'], 36),
    page: integerParam(search['page'], 1, 100_000),
  })
}

export function readErratumSearch(search: Record<string, unknown>): ErratumQuery {
  return present({
    q: textParam(search['q'], 100),
    state: choiceParam(search['state'], erratumStates),
    edition: textParam(search['edition'], 36),
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
    edition: textParam(search['edition'], 36),
    change: textParam(search['change'], 36),
    number: textParam(search['number'], 36),
  })
}
