import { choiceParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import type { DocumentQuery, DocumentState } from '../contract/index.ts'
import { documentKinds } from './choices.ts'

/** In the order of the filter; the compiler checks that none is missing or invented. */
export const stateChoices = Object.keys({
  read: true,
  accepted: true,
  unrecognised: true,
  waiting: true,
  reading: true,
  failed: true,
} satisfies Record<DocumentState, true>) as DocumentState[]

export function readDocumentSearch(search: Record<string, unknown>): DocumentQuery {
  return present({
    q: textParam(search['q'], 100),
    state: choiceParam(search['state'], stateChoices),
    kind: choiceParam(search['kind'], documentKinds),
    batch: uuidParam(search['batch']),
    order: choiceParam(search['order'], ['newest', 'doubtful'] as const),
    page: integerParam(search['page'], 1, 100_000),
  })
}

export type PlaceSearch = { readonly reading?: number; readonly at?: string }

/** Where a document is to be opened: which of its bulletins, and at which mark. */
export function readPlaceSearch(search: Record<string, unknown>): PlaceSearch {
  const at = textParam(search['at'], 40)
  return present({
    reading: integerParam(search['reading'], 0, 10_000),
    at: at !== undefined && /^[a-z][\w.]*$/.test(at) ? at : undefined,
  })
}

/** Of a list that has no other choice than its page. */
export function readPageSearch(search: Record<string, unknown>): { page?: number } {
  return present({ page: integerParam(search['page'], 1, 100_000) })
}
