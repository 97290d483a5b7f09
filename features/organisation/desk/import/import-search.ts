import { choiceParam, integerParam, present } from '@jianbao/ui'
import { type ImportKind, type ImportState, importKinds, importStates } from '../../contract/index.ts'

export type ImportSearch = {
  /** What is to be imported; units when left out. */
  readonly into?: ImportKind
  readonly kind?: ImportKind
  readonly state?: ImportState
  readonly page?: number
}

export function readImportSearch(search: Record<string, unknown>): ImportSearch {
  return present({
    into: choiceParam(search['into'], importKinds),
    kind: choiceParam(search['kind'], importKinds),
    state: choiceParam(search['state'], importStates),
    page: integerParam(search['page'], 1, 100_000),
  })
}
