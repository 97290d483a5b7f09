import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  AskDraft,
  AskLinks,
  NeedAccept,
  NeedDraft,
  NeedForward,
  NeedForwarded,
  NeedMerge,
  NeedOffices,
  NeedPage,
  NeedQuery,
  NeedReason,
  NeedRecord,
  NeedTargets,
  OutcomeDraft,
  PublicationDraft,
  ServicePage,
  ServiceQuery,
  ServiceRecord,
  ServiceTotals,
} from '../../contract/index.ts'

const needs = 'needs'
const services = 'services'

export function needsQuery(query: NeedQuery) {
  return queryOptions({
    queryKey: [needs, 'list', query],
    queryFn: ({ signal }): Promise<NeedPage> => answer(api.GET('/api/needs', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}
export function needQuery(id: string) {
  return queryOptions({
    queryKey: [needs, 'one', id],
    queryFn: ({ signal }): Promise<NeedRecord> =>
      answer(api.GET('/api/needs/{id}', { params: { path: { id } }, signal })),
  })
}
export const officesQuery = queryOptions({
  queryKey: [needs, 'offices'],
  queryFn: ({ signal }): Promise<NeedOffices> => answer(api.GET('/api/need-offices', { signal })),
  staleTime: 600_000,
})
export function targetsQuery(q: string) {
  return queryOptions({
    queryKey: [needs, 'targets', q],
    queryFn: ({ signal }): Promise<NeedTargets> =>
      answer(api.GET('/api/need-targets', { params: { query: q ? { q } : {} }, signal })),
    placeholderData: keepPreviousData,
  })
}
export const registerNeed = (body: NeedDraft): Promise<NeedRecord> => answer(api.POST('/api/needs', { body }))

type Bare<T> = Omit<T, 'version'>
export type NeedStep =
  | ({ readonly act: 'accept' } & Bare<NeedAccept>)
  | ({ readonly act: 'merge' } & Bare<NeedMerge>)
  | ({ readonly act: 'decline' } & Bare<NeedReason>)
  | ({ readonly act: 'forward' } & Bare<NeedForward>)
  | { readonly act: 'reconsider' }

/** One step with a need; the page and the lists look again, also when it was refused. */
export function useNeedStep({ id, version }: { id: string; version: number }) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (step: NeedStep): Promise<NeedForwarded> => sendNeedStep(id, version, step),
    onSettled: async done => {
      if (done?.need) client.setQueryData([needs, 'one', id], done.need)
      const gone = done && !done.need
      await client.invalidateQueries({
        queryKey: [needs],
        predicate: ({ queryKey }) => !(gone && queryKey[2] === id),
      })
    },
  })
}

async function sendNeedStep(id: string, version: number, step: NeedStep): Promise<NeedForwarded> {
  const params = { path: { id } }
  const here = (need: NeedRecord): NeedForwarded => ({ unitName: need.unitName, need })
  switch (step.act) {
    case 'accept': {
      const { act: _, ...body } = step
      return here(await answer(api.POST('/api/needs/{id}/accept', { params, body: { version, ...body } })))
    }
    case 'merge':
      return here(
        await answer(api.POST('/api/needs/{id}/merge', { params, body: { version, itemId: step.itemId } })),
      )
    case 'decline':
      return here(
        await answer(api.POST('/api/needs/{id}/decline', { params, body: { version, reason: step.reason } })),
      )
    case 'forward': {
      const { act: _, ...body } = step
      return answer(api.POST('/api/needs/{id}/forward', { params, body: { version, ...body } }))
    }
    case 'reconsider':
      return here(await answer(api.POST('/api/needs/{id}/reconsider', { params, body: { version } })))
  }
}

export function useRefreshNeeds(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: [needs] })
}

export function serviceQuery(id: string) {
  return queryOptions({
    queryKey: [services, 'one', id],
    queryFn: ({ signal }): Promise<ServiceRecord> =>
      answer(api.GET('/api/services/{id}', { params: { path: { id } }, signal })),
  })
}
export function servicesQuery(query: ServiceQuery) {
  return queryOptions({
    queryKey: [services, 'list', query],
    queryFn: ({ signal }): Promise<ServicePage> =>
      answer(api.GET('/api/services', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}
export function totalsQuery(under: string | undefined) {
  return queryOptions({
    queryKey: [services, 'totals', under],
    queryFn: ({ signal }): Promise<ServiceTotals> =>
      answer(api.GET('/api/service-totals', { params: { query: under ? { under } : {} }, signal })),
    placeholderData: keepPreviousData,
  })
}

/** What is done with one service; its page and the item it belongs to look again. */
export function useServiceActs(id: string) {
  const client = useQueryClient()
  const params = { path: { id } }
  const kept = async (record: ServiceRecord): Promise<ServiceRecord> => {
    client.setQueryData([services, 'one', id], record)
    // The item page shows its version, its money and its story under a key of its own.
    await client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== needs && queryKey[2] !== id,
    })
    await client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== services && queryKey.includes(id),
    })
    return record
  }
  return {
    writeOutcome: async (body: OutcomeDraft) =>
      kept(await answer(api.POST('/api/services/{id}/outcome', { params, body }))),
    publish: async (body: PublicationDraft) =>
      kept(await answer(api.POST('/api/services/{id}/publish', { params, body }))),
    withdraw: async (version: number) =>
      kept(await answer(api.POST('/api/services/{id}/withdraw', { params, body: { version } }))),
    ask: async (body: AskDraft): Promise<AskLinks> => {
      const made: AskLinks = await answer(api.POST('/api/services/{id}/ask', { params, body }))
      await kept(made.record)
      return made
    },
    moderate: async (wordId: string, state: 'shown' | 'hidden') =>
      kept(
        await answer(
          api.POST('/api/services/{id}/words/{wordId}', {
            params: { path: { id, wordId } },
            body: { state },
          }),
        ),
      ),
  }
}
