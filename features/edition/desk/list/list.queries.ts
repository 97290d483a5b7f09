import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Edition, EditionDraft, EditionPage, EditionQuery } from '../../contract/index.ts'
import { editionKey } from '../edition.queries.ts'

export function editionsQuery(query: EditionQuery) {
  return queryOptions({
    queryKey: [editionKey, 'list', query],
    queryFn: ({ signal }): Promise<EditionPage> =>
      answer(api.GET('/api/editions', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

/** @throws ProblemError `series-closed`, `not-found` */
export const beginEdition = (body: EditionDraft): Promise<Edition> =>
  answer(api.POST('/api/editions', { body })) as Promise<Edition>
