import type { CommissionAsk } from '@jianbao/report/contract'
import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  Coverage,
  CoverageItem,
  CoverageQuery,
  EntryPage,
  EntryQuery,
  Reminded,
  RemindUnits,
} from '../contract/index.ts'

const key = 'coverage'

export function coverageQuery(query: CoverageQuery) {
  return queryOptions({
    queryKey: [key, 'matrix', query],
    queryFn: ({ signal }): Promise<Coverage> =>
      answer(api.GET('/api/coverage', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function entriesQuery(query: EntryQuery) {
  return queryOptions({
    queryKey: [key, 'entries', query],
    queryFn: ({ signal }): Promise<EntryPage> =>
      answer(api.GET('/api/coverage/entries', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function itemQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'item', id],
    queryFn: ({ signal }): Promise<CoverageItem> =>
      answer(api.GET('/api/coverage/items/{id}', { params: { path: { id } }, signal })),
  })
}

/** What is done about gaps; the figures are looked at again afterwards. */
export function useGapActs() {
  const client = useQueryClient()
  const again = () =>
    Promise.all(
      [key, 'work', 'reminders', 'commissions'].map(name => client.invalidateQueries({ queryKey: [name] })),
    )
  return {
    remind: async (body: RemindUnits): Promise<Reminded> => {
      const sent: Reminded = await answer(api.POST('/api/reminders/send', { body }))
      await again()
      return sent
    },
    commission: async (wishes: readonly CommissionAsk[]): Promise<void> => {
      try {
        for (const body of wishes) await answer(api.POST('/api/commissions', { body }))
      } finally {
        await again()
      }
    },
  }
}
