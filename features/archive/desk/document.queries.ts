import { answer, api, isMissing } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type {
  AcceptAnswer,
  ArchiveDocument,
  DocumentPage,
  DocumentQuery,
  DocumentSummary,
} from '../contract/index.ts'

const key = 'documents'

export function documentsQuery(query: DocumentQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<DocumentPage> =>
      answer(api.GET('/api/documents', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    // Somebody's documents are still being read: look again soon.
    refetchInterval: result => (result.state.data?.rows.some(isUnfinished) ? 2_000 : false),
  })
}

export function documentQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: async ({ signal }) => {
      const document = await answer(api.GET('/api/documents/{id}', { params: { path: { id } }, signal }))
      // In OpenAPI a span is a list of numbers; the contract knows that it is a pair.
      return document as unknown as ArchiveDocument
    },
    staleTime: 60_000,
    refetchInterval: result => (result.state.data && isUnfinished(result.state.data) ? 1_000 : false),
  })
}

export function findSummary(id: string): Promise<DocumentSummary> {
  return answer(api.GET('/api/documents/{id}/summary', { params: { path: { id } } }))
}

export function useRecognise() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string): Promise<DocumentSummary> =>
      answer(api.POST('/api/documents/{id}/recognise', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [key] }),
    onError: error => isMissing(error) && client.invalidateQueries({ queryKey: [key] }),
  })
}

/** Accepts what holds no open doubt; the answer names the others. */
export function useAcceptDocuments() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: readonly string[]): Promise<AcceptAnswer> =>
      answer(api.POST('/api/documents/accept', { body: { ids: [...ids] } })),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: [key] })
      await client.invalidateQueries({ queryKey: ['issues'] })
    },
  })
}

export function useReadAgain() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string): Promise<DocumentSummary> =>
      answer(api.POST('/api/documents/{id}/read-again', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [key] }),
    // Somebody has removed it meanwhile: the pages look again and say so.
    onError: error => isMissing(error) && client.invalidateQueries({ queryKey: [key] }),
  })
}

export function useRemoveDocument() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/documents/{id}', { params: { path: { id } } })),
    onSuccess: async (_, id) => {
      client.removeQueries({ queryKey: [key, 'one', id] })
      await client.invalidateQueries({ queryKey: [key, 'list'] })
      // Its issues went too, and they are another room's lists.
      await client.invalidateQueries({ queryKey: ['issues'] })
    },
    onError: error => isMissing(error) && client.invalidateQueries({ queryKey: [key] }),
  })
}

/** Call when documents have arrived or have been read: lists of this room and of the issues look again. */
export function useDocumentsChanged(): () => void {
  const client = useQueryClient()
  return useCallback(() => {
    void client.invalidateQueries({ queryKey: [key, 'list'] })
    void client.invalidateQueries({ queryKey: [key, 'batches'] })
    void client.invalidateQueries({ queryKey: ['issues'] })
  }, [client])
}

export function isUnfinished(document: DocumentSummary): boolean {
  return document.state === 'waiting' || document.state === 'reading'
}
