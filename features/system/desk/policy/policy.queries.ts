import { ProblemError } from '@jianbao/client'
import { answer, api } from '@jianbao/ui'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { PolicyChange, SecurityPolicy } from '../../contract/index.ts'

export const policyQuery = queryOptions({
  queryKey: ['security-policy'],
  queryFn: ({ signal }) =>
    answer(api.GET('/api/security-policy', { signal })) as unknown as Promise<SecurityPolicy>,
  // A form is being filled from it: it changes only when asked.
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnMount: 'always',
})

/** @param onSaved called before the form is drawn anew from what was saved. */
export function useChangePolicy(onSaved: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: PolicyChange) =>
      answer(api.PUT('/api/security-policy', { body })) as unknown as Promise<SecurityPolicy>,
    onSuccess: async policy => {
      onSaved()
      client.setQueryData(policyQuery.queryKey, policy)
      // What pages say of passwords comes with the session.
      await client.invalidateQueries({ queryKey: ['session'] })
    },
  })
}

/** @returns whether somebody else changed it meanwhile. */
export function isStale(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'policy-stale'
}
