import { present, request, requestText } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Issue, IssuePage, IssueQuery, IssueSummary } from '../contract/index.ts'

// Other rooms name this key when issues come or go with what they do.
const key = 'issues'

export function issuesQuery(query: IssueQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }) => request<IssuePage>('GET', '/issues', { query: present(query), signal }),
    placeholderData: keepPreviousData,
  })
}

export function issueQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }) => request<Issue>('GET', `/issues/${encodeURIComponent(id)}`, { signal }),
  })
}

export function issueHtmlQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'html', id],
    queryFn: ({ signal }) => requestText(`/issues/${encodeURIComponent(id)}/html`, { signal }),
    staleTime: 60_000,
  })
}

export type PublicationAct = 'publish' | 'withdraw'

export function usePublication(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (act: PublicationAct) =>
      request<IssueSummary>('POST', `/issues/${encodeURIComponent(id)}/${act}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [key, 'one', id] })
      await client.invalidateQueries({ queryKey: [key, 'list'] })
    },
  })
}
