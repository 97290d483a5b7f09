/** What the address of the units may say; whatever else stands there is dropped. */
import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import { type UnitKind, unitKinds } from '../../contract/index.ts'

export const unitStates = ['active', 'retired'] as const

export type UnitSearch = {
  readonly q?: string
  readonly kind?: UnitKind
  readonly state?: (typeof unitStates)[number]
  readonly page?: number
}

export function readUnitSearch(search: Record<string, unknown>): UnitSearch {
  return present({
    q: textParam(search['q'], 100),
    kind: choiceParam(search['kind'], unitKinds),
    state: choiceParam(search['state'], unitStates),
    page: integerParam(search['page'], 1, 100_000),
  })
}
