import { answer, api, send } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  InboxClaim,
  InboxCompositeDone,
  InboxDone,
  InboxPage,
  InboxQuery,
  InboxSimilar,
  InboxWords,
  Report,
} from '../../contract/index.ts'

const key = 'inbox'

export function inboxQuery(query: InboxQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<InboxPage> => answer(api.GET('/api/inbox', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export const inboxWordsQuery = queryOptions({
  queryKey: [key, 'words'],
  queryFn: ({ signal }): Promise<InboxWords> => answer(api.GET('/api/inbox/words', { signal })),
  staleTime: 300_000,
})

export function similarQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'similar', id],
    queryFn: ({ signal }): Promise<InboxSimilar> =>
      answer(api.GET('/api/inbox/{id}/similar', { params: { path: { id } }, signal })),
  })
}

export type DeskDeed = 'accept' | 'adopt' | 'keep' | 'return' | 'forward' | 'revoke' | 'reopen'
export type DeedBody = {
  readonly version: number
  readonly reason?: string
  readonly column?: string
  readonly title?: string
  readonly body?: string
}
export type Versioned = { readonly id: string; readonly version: number }

const post = async <T>(path: string, body?: unknown): Promise<T> =>
  (await send('POST', path, body === undefined ? {} : { body })).json() as Promise<T>

/** What an editor can do; lists, reports and what counts them look again afterwards, also when it was refused. */
export function useDeskActs() {
  const client = useQueryClient()
  const refresh = <T>(deed: Promise<T>): Promise<T> =>
    deed.finally(() =>
      Promise.all(
        [key, 'reports', 'adoptions', 'work'].map(name => client.invalidateQueries({ queryKey: [name] })),
      ),
    )
  return {
    one: (id: string, deed: DeskDeed, body: DeedBody): Promise<Report> =>
      refresh(post(`/api/reports/${id}/${deed}`, body)),
    many: (deed: Exclude<DeskDeed, 'revoke' | 'reopen'>, body: object): Promise<InboxDone> =>
      refresh(post(`/api/inbox/${deed}`, body)),
    together: (body: object): Promise<InboxCompositeDone> => refresh(post('/api/inbox/composite', body)),
    refresh,
  }
}

export const claimActs = {
  claim: (id: string): Promise<InboxClaim> => post(`/api/inbox/${id}/claim`),
  takeOver: (id: string): Promise<InboxClaim> => post(`/api/inbox/${id}/take-over`),
  release: (id: string): Promise<InboxClaim> => post(`/api/inbox/${id}/release`),
}
