import { answer, api, type DeskRole } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'

/** The roles of who is signed in, from the session that the desk has read already. */
export function useHeldRoles(): readonly DeskRole[] {
  const session = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => answer(api.GET('/api/session', { signal })),
    staleTime: 60_000,
  })
  return session.data?.user?.posts.map(post => post.role) ?? []
}
