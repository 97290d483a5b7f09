import { answer, api, send } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  MinePage,
  MineQuery,
  Report,
  ReportCorrect,
  ReportDraft,
  ReportForm,
  ReportProposal,
  ReportWords,
  SimilarReport,
} from '../contract/index.ts'

// Other pages name this key when they change what becomes of reports.
const key = 'reports'

export function mineQuery(query: MineQuery) {
  return queryOptions({
    queryKey: [key, 'mine', query],
    queryFn: ({ signal }): Promise<MinePage> =>
      answer(api.GET('/api/reports/mine', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function reportQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<Report> =>
      answer(api.GET('/api/reports/{id}', { params: { path: { id } }, signal })),
  })
}

export function formQuery(unitId: string | undefined) {
  return queryOptions({
    queryKey: [key, 'form', unitId ?? ''],
    queryFn: ({ signal }): Promise<ReportForm> =>
      answer(api.GET('/api/reports/form', { params: { query: unitId ? { unitId } : {} }, signal })),
    // A form that is open goes on without a line.
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
}

export const wordsQuery = queryOptions({
  queryKey: [key, 'words'],
  queryFn: ({ signal }): Promise<ReportWords> => answer(api.GET('/api/reports/words', { signal })),
  staleTime: 300_000,
})

export { usePersonId } from '@jianbao/ui'

/** Asks anew for everything that is shown of reports. */
export function useRefreshReports() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [key] })
}

export function getReport(id: string): Promise<Report> {
  return answer(api.GET('/api/reports/{id}', { params: { path: { id } } }))
}

export function saveReport(id: string, body: ReportDraft): Promise<Report> {
  return answer(api.PUT('/api/reports/{id}', { params: { path: { id } }, body }))
}

export async function doDeed(
  id: string,
  deed: 'send' | 'approve' | 'withdraw' | 'decline' | 'remove',
  body: { readonly version: number; readonly reason?: string },
): Promise<Report | null> {
  const response = await send('POST', `/api/reports/${id}/${deed}`, { body })
  return response.status === 204 ? null : ((await response.json()) as Report)
}

export const correctReport = (id: string, body: ReportCorrect): Promise<Report> =>
  answer(api.POST('/api/reports/{id}/correct', { params: { path: { id } }, body }))

type Subject = { readonly unitId?: string; readonly campaignId?: string }

export function readText(text: string, subject: Subject): Promise<ReportProposal> {
  return answer(api.POST('/api/reports/propose', { body: { text, ...subject } }))
}

export async function findSimilar(body: {
  readonly unitId: string
  readonly title: string
  readonly startDay: string
  readonly exceptId: string
}): Promise<readonly SimilarReport[]> {
  const response = await send('POST', '/api/reports/similar', { body })
  return ((await response.json()) as { similar: SimilarReport[] }).similar
}
