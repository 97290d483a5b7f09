import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import type { DocumentQuery, DocumentState } from '../contract/index.ts'

/** In the order of the filter; the compiler checks that none is missing or invented. */
export const stateChoices = Object.keys({
  waiting: true,
  reading: true,
  read: true,
  failed: true,
} satisfies Record<DocumentState, true>) as DocumentState[]

export function readDocumentSearch(search: Record<string, unknown>): DocumentQuery {
  return present({
    q: textParam(search['q'], 100),
    state: choiceParam(search['state'], stateChoices),
    page: integerParam(search['page'], 1, 100_000),
  })
}
