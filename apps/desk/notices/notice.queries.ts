import { answer, api, backgroundHeader } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

const key = 'notices'
export type NoticeSearch = { readonly unread?: boolean; readonly page?: number }
export type NoticePage = Awaited<ReturnType<typeof listNotices>>
export type Notice = NoticePage['rows'][number]

function listNotices(query: NoticeSearch & { pageSize?: number }, signal?: AbortSignal) {
  return answer(api.GET('/api/notices', { params: { query }, ...(signal ? { signal } : {}) }))
}

/** Asked by the page itself, not by the person: it keeps no session alive and shows no line of waiting. */
export const unreadQuery = queryOptions({
  queryKey: [key, 'unread'],
  queryFn: ({ signal }) =>
    answer(api.GET('/api/notices/unread', { headers: { [backgroundHeader]: '1' }, signal })),
  refetchInterval: 60_000,
  refetchIntervalInBackground: false,
  meta: { background: true },
})

export const noticesQuery = (search: NoticeSearch & { pageSize?: number }) =>
  queryOptions({
    queryKey: [key, 'list', search],
    queryFn: ({ signal }) => listNotices(search, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

/** The number of unread notices; when it changes, lists of them and of the work look again: something has happened. */
export function useUnread(): number {
  const client = useQueryClient()
  const unread = useQuery(unreadQuery).data?.unread
  const before = useRef(unread)
  useEffect(() => {
    if (before.current !== undefined && before.current !== unread) {
      void client.invalidateQueries({ queryKey: [key, 'list'] })
      void client.invalidateQueries({ queryKey: ['work'] })
    }
    before.current = unread
  }, [client, unread])
  return unread ?? 0
}

export function useReadNotices() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (which: { ids: number[] } | { upTo: number }) =>
      'ids' in which
        ? answer(api.POST('/api/notices/read', { body: which }))
        : answer(api.POST('/api/notices/read-all', { body: which })),
    onSuccess: unread => {
      client.setQueryData(unreadQuery.queryKey, unread)
      return client.invalidateQueries({ queryKey: [key, 'list'] })
    },
  })
}
