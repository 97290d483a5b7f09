/** What the address of the groups may say; whatever else stands there is dropped. */
import { choiceParam, flagParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import { type GroupKind, type GroupQuery, groupKinds } from '../../contract/index.ts'

export type GroupSearch = {
  readonly q?: string
  readonly kind?: GroupKind
  readonly unit?: string
  readonly only?: boolean
  readonly page?: number
}

export function readGroupSearch(search: Record<string, unknown>): GroupSearch {
  return present({
    q: textParam(search['q'], 100),
    kind: choiceParam(search['kind'], groupKinds),
    unit: uuidParam(search['unit']),
    only: flagParam(search['only']) === true ? true : undefined,
    page: integerParam(search['page'], 1, 100_000),
  })
}

/** What the API is asked for them; `only` means nothing without a unit. */
export function groupQueryOf({ unit, only, ...filters }: GroupSearch): GroupQuery {
  return { ...filters, ...(unit ? (only ? { unit } : { under: unit }) : {}) }
}
