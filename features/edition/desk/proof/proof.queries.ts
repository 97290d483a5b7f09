import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { EditionContent, EditionProof, ItemText, MendWish } from '../../contract/index.ts'
import { editionKey } from '../edition.queries.ts'

const of = (id: string) => ({ params: { path: { id } } })

/** Asked anew for each version of the edition; what was found last is shown until then. `pages`: the layout too. */
export function proofQuery(id: string, version: number, pages: boolean) {
  return queryOptions({
    queryKey: [editionKey, 'proof', id, version, pages],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/editions/{id}/proof', { params: { path: { id }, query: { pages } }, signal }),
      ) as Promise<EditionProof>,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

export const proofActs = {
  mend: (id: string, body: MendWish) =>
    answer(api.POST('/api/editions/{id}/proof/mend', { ...of(id), body })) as Promise<EditionContent>,
  ignore: (id: string, body: { fingerprint: string; reason: string }) =>
    answer(api.POST('/api/editions/{id}/proof/ignore', { ...of(id), body })) as Promise<EditionProof>,
  heed: (id: string, fingerprint: string) =>
    answer(
      api.POST('/api/editions/{id}/proof/heed', { ...of(id), body: { fingerprint } }),
    ) as Promise<EditionProof>,
  save: (id: string, itemId: string, body: ItemText) =>
    answer(
      api.PUT('/api/editions/{id}/items/{itemId}', { params: { path: { id, itemId } }, body }),
    ) as Promise<EditionContent>,
}
