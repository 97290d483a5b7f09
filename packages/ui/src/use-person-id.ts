import { useQuery } from '@tanstack/react-query'
import { answer, api } from './request.ts'

/** @returns who is signed in, by the answer the desk's own gate asks for, under its key; null until it is known. */
export function usePersonId(): string | null {
  const session = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => answer(api.GET('/api/session', { signal })),
    staleTime: 60_000,
  })
  return session.data?.user?.id ?? null
}
