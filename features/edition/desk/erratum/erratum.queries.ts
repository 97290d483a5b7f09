import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  Erratum,
  ErratumAction,
  ErratumChange,
  ErratumDraft,
  ErratumPage,
  ErratumPlaces,
  ErratumQuery,
  ErratumStep,
  SourceChange,
  SourceChangePage,
  SourceChangeQuery,
} from '../../contract/index.ts'

export const erratumKey = 'errata'
const of = (id: string) => ({ params: { path: { id } } })

export function changesQuery(query: SourceChangeQuery) {
  return queryOptions({
    queryKey: [erratumKey, 'changes', query],
    queryFn: ({ signal }): Promise<SourceChangePage> =>
      answer(api.GET('/api/source-changes', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function changeQuery(id: string) {
  return queryOptions({
    queryKey: [erratumKey, 'change', id],
    queryFn: ({ signal }): Promise<SourceChange> =>
      answer(api.GET('/api/source-changes/{id}', { ...of(id), signal })),
  })
}

export const dismissChange = (id: string, reason: string): Promise<SourceChange> =>
  answer(api.POST('/api/source-changes/{id}/dismiss', { ...of(id), body: { reason } }))

export function errataQuery(query: ErratumQuery) {
  return queryOptions({
    queryKey: [erratumKey, 'list', query],
    queryFn: ({ signal }): Promise<ErratumPage> =>
      answer(api.GET('/api/errata', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function erratumQuery(id: string) {
  return queryOptions({
    queryKey: [erratumKey, 'one', id],
    queryFn: ({ signal }): Promise<Erratum> => answer(api.GET('/api/errata/{id}', { ...of(id), signal })),
  })
}

export function placesQuery(editionId: string) {
  return queryOptions({
    queryKey: [erratumKey, 'places', editionId],
    queryFn: ({ signal }): Promise<ErratumPlaces> =>
      answer(api.GET('/api/editions/{id}/erratum-places', { ...of(editionId), signal })),
  })
}

export const draftErratum = (body: ErratumDraft): Promise<Erratum> =>
  answer(api.POST('/api/errata', { body }))
export const editErratum = (id: string, body: ErratumChange): Promise<Erratum> =>
  answer(api.PUT('/api/errata/{id}', { ...of(id), body }))
export const stepErratum = (
  id: string,
  action: Exclude<ErratumAction, 'edit'>,
  body: ErratumStep,
): Promise<Erratum> => answer(api.POST(`/api/errata/{id}/${action}`, { ...of(id), body }))
