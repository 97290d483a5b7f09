import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  CaseAction,
  CaseChange,
  CaseDraft,
  CasePage,
  CaseQuery,
  CaseRecord,
  CaseSource,
  CaseSourceKind,
  CaseSources,
  CaseSuggestions,
} from '../contract/index.ts'

const key = 'cases'

export function casesQuery(query: CaseQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<CasePage> => answer(api.GET('/api/cases', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function caseQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<CaseRecord> =>
      answer(api.GET('/api/cases/{id}', { params: { path: { id } }, signal })),
  })
}

export function sourcesQuery(kind: CaseSourceKind, q: string | undefined) {
  return queryOptions({
    queryKey: [key, 'sources', kind, q],
    queryFn: ({ signal }): Promise<CaseSources> =>
      answer(api.GET('/api/case-sources', { params: { query: q ? { kind, q } : { kind } }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function sourceQuery(kind: CaseSourceKind, id: string) {
  return queryOptions({
    queryKey: [key, 'source', kind, id],
    queryFn: ({ signal }): Promise<CaseSource> =>
      answer(api.GET('/api/case-source', { params: { query: { kind, id } }, signal })),
  })
}

export function suggestionsQuery(text: string) {
  return queryOptions({
    queryKey: [key, 'suggestions', text],
    queryFn: ({ signal }): Promise<CaseSuggestions> =>
      answer(api.POST('/api/case-suggestions', { body: { text: text.slice(0, 20_000) }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function markCase(body: CaseDraft): Promise<CaseRecord> {
  return answer(api.POST('/api/cases', { body }))
}

export type CaseStep =
  | ({ readonly act: 'edit' } & Omit<CaseChange, 'version'>)
  | { readonly act: Exclude<CaseAction, 'edit' | 'amend'> }

/** One step with a case; the page and the lists look again, also when it was refused. */
export function useCaseStep({ id, version }: { id: string; version: number }) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (step: CaseStep) => sendStep(id, version, step),
    onSettled: async (record, error, step) => {
      if (record) client.setQueryData([key, 'one', id], record)
      const gone = step.act === 'remove' && !error
      const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) => !(gone && queryKey[2] === id)
      await client.invalidateQueries({ queryKey: [key], predicate })
    },
  })
}

async function sendStep(id: string, version: number, step: CaseStep): Promise<CaseRecord | null> {
  const params = { path: { id } }
  switch (step.act) {
    case 'edit': {
      const { act: _, ...words } = step
      return answer(api.PATCH('/api/cases/{id}', { params, body: { version, ...words } }))
    }
    case 'remove':
      await answer(api.POST('/api/cases/{id}/remove', { params, body: { version } }))
      return null
    default:
      return answer(api.POST(`/api/cases/{id}/${step.act}`, { params, body: { version } }))
  }
}

/** Lists and counts look again after a case was added. */
export function useRefreshCases(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: [key] })
}
