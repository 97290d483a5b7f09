import { answer, api } from '@jianbao/ui'
import { queryOptions } from '@tanstack/react-query'
import type { BriefDrafts, EditionContent, ItemDraft } from '../../contract/index.ts'

/** Drafts are made anew for each way of putting reports together; the server keeps none. */
export function briefDraftsQuery(editionId: string, adoptionIds: readonly string[], merge: boolean) {
  return queryOptions({
    queryKey: ['editions', 'briefs', editionId, adoptionIds, merge],
    queryFn: ({ signal }): Promise<BriefDrafts> =>
      answer(
        api.POST('/api/editions/{id}/briefs/draft', {
          params: { path: { id: editionId } },
          body: { adoptionIds: [...adoptionIds], merge },
          signal,
        }),
      ),
    staleTime: 60_000,
  })
}

export function addItems(editionId: string, body: ItemDraft): Promise<EditionContent> {
  return answer(api.POST('/api/editions/{id}/items', { params: { path: { id: editionId } }, body }))
}
