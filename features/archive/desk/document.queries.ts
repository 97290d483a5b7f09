import { present, request } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ArchiveDocument, DocumentPage, DocumentQuery, DocumentSummary } from '../contract/index.ts'

const key = 'documents'

export function documentsQuery(query: DocumentQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }) => request<DocumentPage>('GET', '/documents', { query: present(query), signal }),
    placeholderData: keepPreviousData,
    // Somebody's documents are still being read: look again soon.
    refetchInterval: result => (result.state.data?.rows.some(isUnfinished) ? 2_000 : false),
  })
}

export function documentQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }) =>
      request<ArchiveDocument>('GET', `/documents/${encodeURIComponent(id)}`, { signal }),
    staleTime: 60_000,
    refetchInterval: result => (result.state.data && isUnfinished(result.state.data) ? 1_000 : false),
  })
}

export function findSummary(id: string): Promise<DocumentSummary> {
  return request<DocumentSummary>('GET', `/documents/${encodeURIComponent(id)}/summary`)
}

export function useReadAgain() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      request<DocumentSummary>('POST', `/documents/${encodeURIComponent(id)}/read-again`),
    onSuccess: () => client.invalidateQueries({ queryKey: [key] }),
  })
}

export function useRemoveDocument() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<undefined>('DELETE', `/documents/${encodeURIComponent(id)}`),
    onSuccess: async (_, id) => {
      client.removeQueries({ queryKey: [key, 'one', id] })
      await client.invalidateQueries({ queryKey: [key, 'list'] })
      // Its issues went too, and they are another room's lists.
      await client.invalidateQueries({ queryKey: ['issues'] })
    },
  })
}

/** Call when documents have arrived or have been read: lists of this room and of the issues look again. */
export function useDocumentsChanged(): () => void {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: [key, 'list'] })
    void client.invalidateQueries({ queryKey: ['issues'] })
  }
}

export function isUnfinished(document: DocumentSummary): boolean {
  return document.state === 'waiting' || document.state === 'reading'
}
