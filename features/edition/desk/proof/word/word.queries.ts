import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  OfficeWordChange,
  OfficeWordDraft,
  OfficeWordImport,
  OfficeWordImported,
  OfficeWordPage,
  OfficeWordQuery,
} from '../../../contract/index.ts'

export const wordKey = 'office-words'

export function wordsQuery(query: OfficeWordQuery) {
  return queryOptions({
    queryKey: [wordKey, query],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/office-words', { params: { query }, signal })) as Promise<OfficeWordPage>,
    placeholderData: keepPreviousData,
  })
}

const of = (id: string) => ({ params: { path: { id } } })

/** @throws ProblemError `office-word-known`, `changed-meanwhile`, `not-found` */
export const wordActs = {
  add: (body: OfficeWordDraft) => answer(api.POST('/api/office-words', { body })),
  change: (id: string, body: OfficeWordChange) =>
    answer(api.PATCH('/api/office-words/{id}', { ...of(id), body })),
  remove: (id: string) => answer(api.DELETE('/api/office-words/{id}', of(id))),
  take: (body: OfficeWordImport) =>
    answer(api.POST('/api/office-words/import', { body })) as Promise<OfficeWordImported>,
}
