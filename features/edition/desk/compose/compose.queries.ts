import { answer, api, backgroundHeader, send, windowId } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  CandidatePage,
  CandidateQuery,
  Edition,
  EditionChange,
  EditionContent,
  EditionPresence,
  EditionPreview,
  ItemClaim,
  ItemDraft,
  ItemMove,
  ItemText,
  PreviewWish,
} from '../../contract/index.ts'
import { editionKey } from '../edition.queries.ts'

const of = (id: string) => ({ params: { path: { id } } })
const ofItem = (id: string, itemId: string) => ({ params: { path: { id, itemId } } })
const items = (id: string, itemId: string): string => `/api/editions/${id}/items/${itemId}`

export const candidatesKey = (id: string) => [editionKey, 'candidates', id] as const
export function candidatesQuery(id: string, query: CandidateQuery) {
  return queryOptions({
    queryKey: [...candidatesKey(id), query],
    queryFn: ({ signal }): Promise<CandidatePage> =>
      answer(
        api.GET('/api/editions/{id}/candidates', { params: { path: { id }, query }, signal }),
      ) as Promise<CandidatePage>,
    placeholderData: keepPreviousData,
  })
}

export const presenceKey = (id: string) => [editionKey, 'presence', id] as const
/** Asked every few seconds by a page nobody may sit at: that alone must not keep a sign-in alive. */
export async function readPresence(id: string, since: number, signal: AbortSignal): Promise<EditionPresence> {
  const { data } = await api.GET('/api/editions/{id}/presence', {
    params: { path: { id }, query: { since } },
    signal,
    headers: { [backgroundHeader]: '1' },
  })
  return data as EditionPresence
}

export const attend = (id: string): Promise<EditionPresence> =>
  answer(
    api.POST('/api/editions/{id}/presence', { ...of(id), body: { tab: windowId(), leaves: false } }),
  ) as Promise<EditionPresence>

/** Sent even while the page is being closed. */
export function sayAtParting(path: string, body: object): void {
  void fetch(path, {
    method: 'POST',
    keepalive: true,
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
}
export const leave = (id: string): void =>
  sayAtParting(`/api/editions/${id}/presence`, { tab: windowId(), leaves: true })
export const release = (id: string, itemId: string): void =>
  sayAtParting(`${items(id, itemId)}/release`, { tab: windowId() })

type Claims = { readonly claims: ItemClaim[] }
export const claimActs = {
  claim: (id: string, itemId: string, keep: boolean): Promise<Claims> =>
    answer(
      api.POST('/api/editions/{id}/items/{itemId}/claim', {
        ...ofItem(id, itemId),
        body: { tab: windowId(), keep },
      }),
    ) as Promise<Claims>,
  ask: (id: string, itemId: string): Promise<Claims> =>
    answer(api.POST('/api/editions/{id}/items/{itemId}/ask', ofItem(id, itemId))) as Promise<Claims>,
  takeOver: (id: string, itemId: string): Promise<Claims> =>
    answer(
      api.POST('/api/editions/{id}/items/{itemId}/take-over', {
        ...ofItem(id, itemId),
        body: { tab: windowId() },
      }),
    ) as Promise<Claims>,
}

// A text goes as it is: the client's types know no value that is null in a cell.
const json = async <T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> =>
  (await send(method, path, { body, ...(signal ? { signal } : {}) })).json() as Promise<T>

export const itemActs = {
  add: (id: string, body: ItemDraft): Promise<EditionContent> =>
    json('POST', `/api/editions/${id}/items`, body),
  move: (id: string, itemId: string, body: ItemMove): Promise<EditionContent> =>
    json('POST', `${items(id, itemId)}/move`, body),
  remove: (id: string, itemId: string): Promise<EditionContent> => json('DELETE', items(id, itemId)),
  save: (id: string, itemId: string, body: ItemText): Promise<EditionContent> =>
    json('PUT', items(id, itemId), body),
}

export const changeEdition = (id: string, body: EditionChange): Promise<Edition> =>
  json('PATCH', `/api/editions/${id}`, body)

export const previewEdition = (
  id: string,
  wish: Omit<PreviewWish, 'tab'>,
  signal: AbortSignal,
): Promise<EditionPreview> =>
  json('POST', `/api/editions/${id}/preview`, { ...wish, tab: windowId() }, signal)
