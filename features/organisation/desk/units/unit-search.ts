/** What the address of the units may say; whatever else stands there is dropped. */
import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import { type UnitKind, unitKinds } from '../../contract/index.ts'

/** Units in use unless the address says otherwise. */
export const unitStateChoices = ['active', 'retired', 'all'] as const

export type UnitSearch = {
  readonly q?: string
  readonly kind?: UnitKind
  readonly state?: 'retired' | 'all'
  readonly page?: number
}

export function readUnitSearch(search: Record<string, unknown>): UnitSearch {
  return present({
    q: textParam(search['q'], 100),
    kind: choiceParam(search['kind'], unitKinds),
    state: choiceParam(search['state'], ['retired', 'all'] as const),
    page: integerParam(search['page'], 1, 100_000),
  })
}

/** What narrows the units makes a list of them; retired ones beside the others stay in the tree. */
export const isListing = ({ q, kind, state }: UnitSearch): boolean =>
  q !== undefined || kind !== undefined || state === 'retired'
