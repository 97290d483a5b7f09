import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Issue, IssuePage, IssueQuery, IssueSummary } from '../contract/index.ts'

// Other rooms name this key when issues come or go with what they do.
const key = 'issues'

export function issuesQuery(query: IssueQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<IssuePage> =>
      answer(api.GET('/api/issues', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function issueQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<Issue> =>
      answer(api.GET('/api/issues/{id}', { params: { path: { id } }, signal })),
  })
}

export function issueHtmlQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'html', id],
    queryFn: ({ signal }) =>
      answer<string>(api.GET('/api/issues/{id}/html', { params: { path: { id } }, signal, parseAs: 'text' })),
    staleTime: 60_000,
  })
}

export type PublicationAct = 'publish' | 'withdraw'

export function usePublication(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (act: PublicationAct): Promise<IssueSummary> =>
      answer(api.POST(`/api/issues/{id}/${act}`, { params: { path: { id } } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [key, 'one', id] })
      await client.invalidateQueries({ queryKey: [key, 'list'] })
    },
  })
}
