import { answer, api, isMissing } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Issue, IssuePage, IssueQuery, IssueSeal, IssueSummary, Layout } from '../contract/index.ts'
import { listEvents } from './issue-events.ts'

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

/** Read when the card is shown and whenever somebody asks: every time the files are read anew. */
export function issueSealQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'seal', id],
    queryFn: ({ signal }): Promise<IssueSeal> =>
      answer(api.GET('/api/issues/{id}/seal', { params: { path: { id } }, signal })),
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

/** The events of an issue, from the document it was read from. */
export function issueEventsQuery(documentId: string, issueId: string) {
  return queryOptions({
    queryKey: ['documents', 'events', documentId, issueId],
    queryFn: async ({ signal }) => {
      const path = { id: documentId }
      const document = await answer(api.GET('/api/documents/{id}', { params: { path }, signal }))
      const reading = Math.max(0, document.issueIds.indexOf(issueId))
      return { reading, events: listEvents(document.readings[reading]?.columns ?? []) }
    },
    staleTime: 60_000,
  })
}

/** How many doubts are left in the document an issue was read from, 0 for a composed one. */
export function useDoubts() {
  const client = useQueryClient()
  return async ({ documentId }: Pick<IssueSummary, 'documentId'>): Promise<number> => {
    if (!documentId) return 0
    const path = { id: documentId }
    try {
      return (await answer(api.GET('/api/documents/{id}/summary', { params: { path } }))).warnings
    } catch (error) {
      // Gone with its issues: the page looks again and says so.
      if (isMissing(error)) void client.invalidateQueries({ queryKey: [key] })
      throw error
    }
  }
}

/** Sets the issue anew in the layout chosen; the preview is fetched again. */
export function useLayoutChoice(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (layout: Layout): Promise<IssueSummary> =>
      answer(api.POST('/api/issues/{id}/layout', { params: { path: { id } }, body: { layout } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [key, 'one', id] })
      await client.invalidateQueries({ queryKey: [key, 'html', id] })
    },
    onError: error => isMissing(error) && client.invalidateQueries({ queryKey: [key] }),
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
    // Its document was removed meanwhile: the page looks again and says so.
    onError: error => isMissing(error) && client.invalidateQueries({ queryKey: [key] }),
  })
}
