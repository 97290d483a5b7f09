import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  AdoptionDetail,
  AdoptionEdit,
  AdoptionPage,
  AdoptionQuery,
  AdoptionRegister,
  IssueMatches,
} from '../../../contract/index.ts'
import { useDeskActs } from '../inbox.queries.ts'

const key = 'adoptions'
const at = (id: string) => ({ params: { path: { id } } })

export function adoptedQuery(query: AdoptionQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<AdoptionPage> =>
      answer(api.GET('/api/adoptions', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function adoptionQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<AdoptionDetail> =>
      answer(api.GET('/api/adoptions/{id}', { ...at(id), signal })),
  })
}

export function matchesQuery(id: string, q: string) {
  return queryOptions({
    queryKey: [key, 'matches', id, q],
    queryFn: ({ signal }): Promise<IssueMatches> =>
      answer(
        api.GET('/api/adoptions/{id}/matches', {
          params: { path: { id }, query: q ? { q } : {} },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })
}

export function useAdoptedActs() {
  const { refresh } = useDeskActs()
  return {
    edit: (id: string, body: AdoptionEdit): Promise<AdoptionDetail> =>
      refresh(answer(api.PATCH('/api/adoptions/{id}', { ...at(id), body }))),
    register: (id: string, body: AdoptionRegister): Promise<AdoptionDetail> =>
      refresh(answer(api.POST('/api/adoptions/{id}/register', { ...at(id), body }))),
    unregister: (id: string, version: number): Promise<AdoptionDetail> =>
      refresh(answer(api.POST('/api/adoptions/{id}/unregister', { ...at(id), body: { version } }))),
  }
}
