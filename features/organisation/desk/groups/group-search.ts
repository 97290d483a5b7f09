/** What the address of the groups may say; whatever else stands there is dropped. */
import { choiceParam, flagParam, integerParam, present, textParam } from '@jianbao/ui'
import { type GroupKind, type GroupQuery, groupKinds } from '../../contract/index.ts'

export type GroupSearch = {
  readonly q?: string
  readonly kind?: GroupKind
  readonly unit?: string
  readonly only?: boolean
  readonly page?: number
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function readGroupSearch(search: Record<string, unknown>): GroupSearch {
  const unit = textParam(search['unit'], 36)
  return present({
    q: textParam(search['q'], 100),
    kind: choiceParam(search['kind'], groupKinds),
    unit: unit && uuid.test(unit) ? unit : undefined,
    only: flagParam(search['only']) === true ? true : undefined,
    page: integerParam(search['page'], 1, 100_000),
  })
}

/** What the API is asked for them; `only` means nothing without a unit. */
export function groupQueryOf({ unit, only, ...filters }: GroupSearch): GroupQuery {
  return { ...filters, ...(unit ? (only ? { unit } : { under: unit }) : {}) }
}
