import type { DeskRole } from '@jianbao/ui'
import { useMemo } from 'react'
import { useSession } from './session.context.ts'

/** The roles the person holds, wherever; where they reach is the server's to say. */
export function useRoles(): readonly DeskRole[] {
  const { posts } = useSession().user
  return useMemo(() => [...new Set(posts.map(post => post.role))], [posts])
}
