import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  CommentDraft,
  Edition,
  EditionDeed,
  EditionDifference,
  EditionSigning,
} from '../../contract/index.ts'
import { editionKey, editionQuery, putEdition } from '../edition.queries.ts'

const of = (id: string) => ({ params: { path: { id } } })

/** How often it is looked whether the forms of a signed issue are there. */
const lookMs = 1_500

/** Asked anew for each version: where comments stand changes with the texts. While forms are made it is looked again. */
export function signingQuery({ id, version, state }: Pick<Edition, 'id' | 'version' | 'state'>) {
  return queryOptions({
    queryKey: [editionKey, 'signing', id, version],
    queryFn: ({ signal }): Promise<EditionSigning> =>
      answer(api.GET('/api/editions/{id}/signing', { ...of(id), signal })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      state === 'signed' && data?.freeze?.problem == null ? lookMs : false,
  })
}

/** The edition itself; while its forms are made it is looked again. */
export function watchedQuery(id: string) {
  return {
    ...editionQuery(id),
    refetchInterval: ({ state: { data } }: { state: { data: Edition | undefined } }) =>
      data?.state === 'signed' ? lookMs : (false as const),
  }
}

export function differenceQuery(id: string, version: number, from: number, to: number | null) {
  return queryOptions({
    queryKey: [editionKey, 'difference', id, from, to, to === null ? version : null],
    queryFn: ({ signal }): Promise<EditionDifference> =>
      answer(
        api.GET('/api/editions/{id}/difference', {
          params: { path: { id }, query: { from, ...(to === null ? {} : { to }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })
}

/** One deed; the page and the lists look again, also when it was refused. */
export function useDeed({ id, version }: Pick<Edition, 'id' | 'version'>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ deed, reason }: { deed: EditionDeed; reason: string }): Promise<Edition> =>
      answer(
        api.POST(`/api/editions/{id}/${deed}`, {
          ...of(id),
          body: { version, ...(reason.trim() ? { reason: reason.trim() } : {}) },
        }),
      ),
    onSuccess: edition => putEdition(client, edition),
    onError: () => client.invalidateQueries({ queryKey: [editionKey] }),
  })
}

export type CommentAct =
  | { readonly act: 'add'; readonly draft: CommentDraft }
  | { readonly act: 'resolve' | 'reopen' | 'remove'; readonly commentId: string }

export function useCommentAct({ id, version }: Pick<Edition, 'id' | 'version'>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wish: CommentAct): Promise<EditionSigning> =>
      wish.act === 'add'
        ? answer(api.POST('/api/editions/{id}/comments', { ...of(id), body: wish.draft }))
        : answer(
            api.POST(`/api/editions/{id}/comments/{commentId}/${wish.act}`, {
              params: { path: { id, commentId: wish.commentId } },
            }),
          ),
    onSuccess: signing => client.setQueryData([editionKey, 'signing', id, version], signing),
    onError: () => client.invalidateQueries({ queryKey: [editionKey, 'signing', id] }),
  })
}

export function useRetryFreeze({ id, version }: Pick<Edition, 'id' | 'version'>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (): Promise<EditionSigning> => answer(api.POST('/api/editions/{id}/freeze', of(id))),
    onSettled: () => client.invalidateQueries({ queryKey: [editionKey] }),
    onSuccess: signing => client.setQueryData([editionKey, 'signing', id, version], signing),
  })
}
