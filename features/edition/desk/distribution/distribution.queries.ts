import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  DeliveryAdd,
  DeliveryPage,
  DeliveryQuery,
  DeliveryRemind,
  DeliveryReminded,
  Received,
  ReceivedPage,
  ReceivedQuery,
} from '../../contract/index.ts'

export const deliveryKey = 'deliveries'
const of = (id: string) => ({ params: { path: { id } } })

export function receivedListQuery(query: ReceivedQuery) {
  return queryOptions({
    queryKey: [deliveryKey, 'received', query],
    queryFn: ({ signal }): Promise<ReceivedPage> =>
      answer(api.GET('/api/deliveries', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function receivedQuery(id: string) {
  return queryOptions({
    queryKey: [deliveryKey, 'one', id],
    queryFn: ({ signal }): Promise<Received> =>
      answer(api.GET('/api/deliveries/{id}', { ...of(id), signal })),
  })
}

/** What was issued never changes. */
export function receivedHtmlQuery(id: string) {
  return queryOptions({
    queryKey: [deliveryKey, 'html', id],
    queryFn: ({ signal }) =>
      answer<string>(
        api.GET('/api/deliveries/{id}/file', {
          params: { path: { id }, query: { format: 'html' } },
          signal,
          parseAs: 'text',
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export const openReceived = (id: string): Promise<Received> =>
  answer(api.POST('/api/deliveries/{id}/open', of(id)))
export const replyToReceived = (id: string, words: string): Promise<Received> =>
  answer(api.POST('/api/deliveries/{id}/reply', { ...of(id), body: { words } }))
export const acknowledgeReceived = (id: string): Promise<Received> =>
  answer(api.POST('/api/deliveries/{id}/acknowledge', of(id)))

export function deliveriesQuery(id: string, query: DeliveryQuery) {
  return queryOptions({
    queryKey: [deliveryKey, 'of', id, query],
    queryFn: ({ signal }): Promise<DeliveryPage> =>
      answer(api.GET('/api/editions/{id}/deliveries', { params: { path: { id }, query }, signal })),
    placeholderData: keepPreviousData,
  })
}

/** The deeds of a list of recipients, whatever document it is of. */
export type DeliveryCalls = {
  readonly remind: (body: DeliveryRemind) => Promise<DeliveryReminded>
  readonly add: (body: DeliveryAdd) => Promise<unknown>
  readonly resend: (deliveryId: string) => Promise<unknown>
}

export const issueCalls = (id: string): DeliveryCalls => ({
  remind: body => answer(api.POST('/api/editions/{id}/deliveries/remind', { ...of(id), body })),
  add: body => answer(api.POST('/api/editions/{id}/deliveries', { ...of(id), body })),
  resend: deliveryId =>
    answer(
      api.POST('/api/editions/{id}/deliveries/{deliveryId}/resend', { params: { path: { id, deliveryId } } }),
    ),
})
