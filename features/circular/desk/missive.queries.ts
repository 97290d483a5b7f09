import type { DeliveryPage, DeliveryQuery } from '@jianbao/edition/contract'
import { type DeliveryCalls, deliveryKey } from '@jianbao/edition/desk/parts'
import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  Missive,
  MissiveDraft,
  MissiveDrafted,
  MissiveItemPage,
  MissivePage,
  MissivePlan,
  MissivePlanQuery,
  MissivePreview,
  MissiveQuery,
  MissiveWords,
} from '../contract/index.ts'

export const missiveKey = 'missives'
const of = (id: string) => ({ params: { path: { id } } })

export const missivesQuery = (query: MissiveQuery) =>
  queryOptions({
    queryKey: [missiveKey, 'list', query],
    queryFn: ({ signal }): Promise<MissivePage> =>
      answer(api.GET('/api/missives', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const planQuery = (query: MissivePlanQuery) =>
  queryOptions({
    queryKey: [missiveKey, 'plan', query],
    queryFn: ({ signal }): Promise<MissivePlan> =>
      answer(api.GET('/api/missive-plan', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

const makingMs = 1500

/** While its files are made, or those of others made with it, it is looked at again. */
export const missiveQuery = (id: string) =>
  queryOptions({
    queryKey: [missiveKey, 'one', id],
    queryFn: ({ signal }): Promise<Missive> => answer(api.GET('/api/missives/{id}', { ...of(id), signal })),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'issued' && data.problem === null && data.batch.delivered < data.batch.issued
        ? makingMs
        : false,
  })

export const missiveItemsQuery = (id: string, version: number, page: number) =>
  queryOptions({
    queryKey: [missiveKey, 'items', id, version, page],
    queryFn: ({ signal }): Promise<MissiveItemPage> =>
      answer(
        api.GET('/api/missives/{id}/items', {
          params: { path: { id }, query: { page, pageSize: 20 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

/** Words as they are being written; pages stay until the next ones are set. */
export const missivePagesQuery = (id: string, version: number, words: Partial<MissiveWords>) =>
  queryOptions({
    queryKey: [missiveKey, 'pages', id, version, words],
    queryFn: ({ signal }): Promise<MissivePreview> =>
      answer(api.POST('/api/missives/{id}/preview', { ...of(id), body: { words, known: [] }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })

/** What was signed never changes. */
export const missiveHtmlQuery = (id: string) =>
  queryOptions({
    queryKey: [missiveKey, 'html', id],
    queryFn: ({ signal }) =>
      answer<string>(
        api.GET('/api/missives/{id}/file', {
          params: { path: { id }, query: { format: 'html' } },
          signal,
          parseAs: 'text',
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const missiveDeliveriesQuery = (id: string, query: DeliveryQuery) =>
  queryOptions({
    queryKey: [deliveryKey, 'of', id, query],
    queryFn: ({ signal }): Promise<DeliveryPage> =>
      answer(api.GET('/api/missives/{id}/deliveries', { params: { path: { id }, query }, signal })),
    placeholderData: keepPreviousData,
  })

export const missiveCalls = (id: string): DeliveryCalls => ({
  remind: body => answer(api.POST('/api/missives/{id}/deliveries/remind', { ...of(id), body })),
  add: body => answer(api.POST('/api/missives/{id}/deliveries', { ...of(id), body })),
  resend: deliveryId =>
    answer(
      api.POST('/api/missives/{id}/deliveries/{deliveryId}/resend', { params: { path: { id, deliveryId } } }),
    ),
})

export const draftMissives = (body: MissiveDraft): Promise<MissiveDrafted> =>
  answer(api.POST('/api/missives', { body }))
export const editMissive = (
  id: string,
  body: Partial<MissiveWords> & { version: number; wholeBatch?: boolean },
): Promise<Missive> => answer(api.PATCH('/api/missives/{id}', { ...of(id), body }))
export const removeMissive = (id: string, version: number): Promise<unknown> =>
  answer(api.POST('/api/missives/{id}/remove', { ...of(id), body: { version } }))

export type PlainDeed = 'submit' | 'withdraw' | 'issue' | 'refresh' | 'retry'
export const doDeed = (id: string, deed: PlainDeed, version: number): Promise<Missive> =>
  answer(api.POST(`/api/missives/{id}/${deed}`, { ...of(id), body: { version } }))
export const doWithReason = (
  id: string,
  deed: 'return' | 'recall',
  body: { version: number; reason: string },
): Promise<Missive> => answer(api.POST(`/api/missives/{id}/${deed}`, { ...of(id), body }))
export const doWithBatch = (id: string, deed: 'submit' | 'issue'): Promise<{ count: number }> =>
  answer(api.POST(`/api/missive-batches/{id}/${deed}`, of(id)))
