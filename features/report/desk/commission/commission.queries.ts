import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  Commission,
  CommissionAsk,
  CommissionPage,
  CommissionQuery,
  InboxWords,
} from '../../contract/index.ts'
import { inboxWordsQuery } from '../inbox/inbox.queries.ts'

const key = 'commissions'

export function commissionsQuery(query: CommissionQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<CommissionPage> =>
      answer(api.GET('/api/commissions', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

/** One commission: what a form for it begins with. */
export function commissionQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<Commission> =>
      answer(api.GET('/api/commissions/{id}', { params: { path: { id } }, signal })),
  })
}

/** Tasks of open campaigns that pieces may be asked for. */
export const commissionPlanQuery = queryOptions({
  ...inboxWordsQuery,
  select: (words: InboxWords) => words.campaigns.filter(campaign => campaign.open),
})

/** Lists and what counts them look again after a deed, also when it was refused. */
export function useCommissionActs() {
  const client = useQueryClient()
  const refresh = <T>(deed: Promise<T>): Promise<T> =>
    deed.finally(() => Promise.all([key, 'work'].map(name => client.invalidateQueries({ queryKey: [name] }))))
  const at = (id: string) => ({ params: { path: { id } } })
  return {
    ask: (body: CommissionAsk) => refresh(answer(api.POST('/api/commissions', { body }))),
    move: (id: string, body: { version: number; dueDay: string }): Promise<Commission> =>
      refresh(answer(api.POST('/api/commissions/{id}/move', { ...at(id), body }))),
    cancel: (id: string, body: { version: number; reason: string }): Promise<Commission> =>
      refresh(answer(api.POST('/api/commissions/{id}/cancel', { ...at(id), body }))),
  }
}
