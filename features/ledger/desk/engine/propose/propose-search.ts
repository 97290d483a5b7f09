import { dayParam, present, textParam, uuidParam } from '@jianbao/ui'

/** What other pages fill the form with; all of it can be changed there. */
export type ProposeSearch = {
  readonly ledger?: string
  /** What it comes from, in words. */
  readonly origin?: string
  readonly title?: string
  readonly problem?: string
  readonly measure?: string
  readonly basis?: string
  readonly due?: string
  readonly unit?: string
}

export function readProposeSearch(search: Record<string, unknown>): ProposeSearch {
  return present({
    ledger: uuidParam(search['ledger']),
    origin: textParam(search['origin'], 200),
    title: textParam(search['title'], 120),
    problem: textParam(search['problem'], 4000),
    measure: textParam(search['measure'], 4000),
    basis: textParam(search['basis'], 500),
    due: dayParam(search['due']),
    unit: uuidParam(search['unit']),
  })
}
