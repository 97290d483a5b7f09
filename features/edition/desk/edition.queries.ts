/** An edition as the pages of its making share it: every answer to a change is put where the next reader looks. */
import { answer, api } from '@jianbao/ui'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Edition, EditionContent } from '../contract/index.ts'

export const editionKey = 'editions'

export function editionQuery(id: string) {
  return queryOptions({
    queryKey: [editionKey, 'one', id],
    queryFn: ({ signal }): Promise<Edition> =>
      answer(api.GET('/api/editions/{id}', { params: { path: { id } }, signal })),
  })
}

/** What a change of items answered. One that is older than what is shown says nothing new. */
export function putContent(client: QueryClient, id: string, { version, content }: EditionContent): void {
  client.setQueryData(editionQuery(id).queryKey, edition =>
    edition && version >= edition.version ? { ...edition, version, content, items: content.length } : edition,
  )
}

/** After a deed: the edition as it now is, and lists ask again. */
export async function putEdition(client: QueryClient, edition: Edition): Promise<void> {
  client.setQueryData(editionQuery(edition.id).queryKey, edition)
  await client.invalidateQueries({ queryKey: [editionKey, 'list'] })
}
