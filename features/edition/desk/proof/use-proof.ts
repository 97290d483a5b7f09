import { useQuery } from '@tanstack/react-query'
import type { Edition } from '../../contract/index.ts'
import { proofQuery } from './proof.queries.ts'

/** What the texts say is there at once; what the pages say joins it when they are set. */
export function useProof({ id, version }: Edition) {
  const texts = useQuery(proofQuery(id, version, false))
  const whole = useQuery(proofQuery(id, version, true))
  const latest = whole.data && !whole.isPlaceholderData ? whole : texts
  return {
    data: latest.data,
    error: texts.error,
    pending: texts.isPending,
    /** Of the text before the last change. */
    stale: latest.isPlaceholderData,
    fetching: whole.isFetching || texts.isFetching,
    again: () => void Promise.all([texts.refetch(), whole.refetch()]),
  }
}
