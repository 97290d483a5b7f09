import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  Account,
  AccountList,
  AccountListQuery,
  AccountQuery,
  InstructionDraft,
  OutsideAdoptionDraft,
  RankingPage,
  RankingQuery,
  Recognition,
  RecognitionPage,
  RecognitionQuery,
  ReportChoices,
  ScoredCampaigns,
} from '../contract/index.ts'

export const scoringKey = 'scoring'

export const scoredQuery = queryOptions({
  queryKey: [scoringKey, 'campaigns'],
  queryFn: ({ signal }): Promise<ScoredCampaigns> => answer(api.GET('/api/scoring/campaigns', { signal })),
  staleTime: 60_000,
})

export function rankingQuery(query: RankingQuery | null) {
  return queryOptions({
    queryKey: [scoringKey, 'ranking', query],
    queryFn: ({ signal }): Promise<RankingPage> =>
      answer(api.GET('/api/scoring/ranking', { params: { query: query! }, signal })),
    placeholderData: keepPreviousData,
    enabled: query !== null,
  })
}

export function accountQuery(id: string, query: AccountQuery | null) {
  return queryOptions({
    queryKey: [scoringKey, 'account', id, query],
    queryFn: ({ signal }): Promise<Account> =>
      answer(api.GET('/api/scoring/accounts/{id}', { params: { path: { id }, query: query! }, signal })),
    placeholderData: keepPreviousData,
    enabled: query !== null,
  })
}

export function countedByQuery(id: string, query: AccountListQuery) {
  return queryOptions({
    queryKey: [scoringKey, 'counted', id, query],
    queryFn: ({ signal }): Promise<AccountList> =>
      answer(api.GET('/api/scoring/accounts/{id}/list', { params: { path: { id }, query }, signal })),
  })
}

export function recognitionsQuery(query: RecognitionQuery) {
  return queryOptions({
    queryKey: [scoringKey, 'recognitions', query],
    queryFn: ({ signal }): Promise<RecognitionPage> =>
      answer(api.GET('/api/scoring/recognitions', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    // Points come a moment after something was registered.
    refetchInterval: ({ state }) =>
      state.data?.rows.some(row => row.points === null && row.revokedAt === null) ? 2000 : false,
  })
}

export function reportChoicesQuery(campaign: string, q: string) {
  return queryOptions({
    queryKey: [scoringKey, 'reports', campaign, q],
    queryFn: ({ signal }): Promise<ReportChoices> =>
      answer(api.GET('/api/scoring/report-choices', { params: { query: { campaign, q } }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function registerAbove(body: OutsideAdoptionDraft): Promise<Recognition> {
  return answer(api.POST('/api/scoring/outside-adoptions', { body }))
}

export function registerInstruction(body: InstructionDraft): Promise<Recognition> {
  return answer(api.POST('/api/scoring/instructions', { body }))
}

export function revokeRecognition({ kind, id }: Recognition, reason: string): Promise<Recognition> {
  const params = { path: { id } }
  return kind === 'above'
    ? answer(api.POST('/api/scoring/outside-adoptions/{id}/revoke', { params, body: { reason } }))
    : answer(api.POST('/api/scoring/instructions/{id}/revoke', { params, body: { reason } }))
}

export function recountScores(): Promise<{ units: number }> {
  return answer(api.POST('/api/scoring/recount', { body: {} }))
}
