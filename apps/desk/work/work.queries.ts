import { answer, api } from '@jianbao/ui'
import { queryOptions } from '@tanstack/react-query'

export type Work = Awaited<ReturnType<typeof readWork>>
export type WorkGroup = Work['groups'][number]

function readWork(signal?: AbortSignal) {
  return answer(api.GET('/api/work', signal ? { signal } : {}))
}

/** Whoever comes back to the page sees how things stand now. */
export const workQuery = queryOptions({
  queryKey: ['work'],
  queryFn: ({ signal }) => readWork(signal),
  staleTime: 0,
})
