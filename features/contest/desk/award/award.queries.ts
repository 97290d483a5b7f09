import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  CertificatePage,
  CertificatesQuery,
  ContestAwards,
  LotteryPool,
  LotteryWish,
  PoolQuery,
} from '../../contract/index.ts'

const key = 'contest-awards'
const idOf = (id: string) => ({ path: { id } })

export const awardsQuery = (id: string) =>
  queryOptions({
    queryKey: [key, id],
    queryFn: ({ signal }): Promise<ContestAwards> =>
      answer(api.GET('/api/contests/{id}/awards', { params: idOf(id), signal })),
  })

export const certificatesQuery = (id: string, query: CertificatesQuery, enabled: boolean) =>
  queryOptions({
    queryKey: [key, id, 'certificates', query],
    queryFn: ({ signal }): Promise<CertificatePage> =>
      answer(api.GET('/api/contests/{id}/certificates', { params: { ...idOf(id), query }, signal })),
    placeholderData: keepPreviousData,
    enabled,
  })

export const poolQuery = (id: string, query: PoolQuery) =>
  queryOptions({
    queryKey: [key, id, 'pool', query],
    queryFn: ({ signal }): Promise<LotteryPool> =>
      answer(api.GET('/api/contests/{id}/lottery-pool', { params: { ...idOf(id), query }, signal })),
    // The log is read for it: once in a minute is enough.
    staleTime: 60_000,
  })

export type LotteryStep =
  | { readonly act: 'commit'; readonly wish: LotteryWish }
  | { readonly act: 'run'; readonly drawId: string; readonly version: number; readonly contribution: string }
  | { readonly act: 'void'; readonly drawId: string; readonly version: number; readonly reason: string }

/** One step of a lottery; the page looks again, also when it was refused. */
export function useLotteryStep(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (step: LotteryStep): Promise<ContestAwards> => sendStep(id, step),
    onSettled: async awards => {
      if (awards) client.setQueryData([key, id], awards)
      await client.invalidateQueries({ queryKey: [key, id] })
    },
  })
}

function sendStep(id: string, step: LotteryStep): Promise<ContestAwards> {
  if (step.act === 'commit')
    return answer(api.POST('/api/contests/{id}/lotteries', { params: idOf(id), body: step.wish }))
  const params = { path: { id, drawId: step.drawId } }
  const { version } = step
  if (step.act === 'run')
    return answer(
      api.POST('/api/contests/{id}/lotteries/{drawId}/run', {
        params,
        body: { version, contribution: step.contribution },
      }),
    )
  return answer(
    api.POST('/api/contests/{id}/lotteries/{drawId}/void', {
      params,
      body: { version, reason: step.reason },
    }),
  )
}
