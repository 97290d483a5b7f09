import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { claimBeatMs, type Edition, type EditionPresence, type ItemClaim } from '../../contract/index.ts'
import { editionQuery } from '../edition.queries.ts'
import { attend, leave, presenceKey, readPresence } from './compose.queries.ts'

const pollMs = 4_000

/** Who else is on the page, and what they are at; when the issue moved, it is read anew behind what is being written. */
export function usePresence(edition: Edition): EditionPresence | undefined {
  const client = useQueryClient()
  const { id, version, state } = edition
  const key = presenceKey(id)
  const presence = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => {
      const shown = client.getQueryData(editionQuery(id).queryKey)
      return readPresence(id, shown?.version ?? 0, signal)
    },
    refetchInterval: pollMs,
    retry: false,
  }).data
  useEffect(() => {
    const here = () => void attend(id).then(heard => client.setQueryData(presenceKey(id), heard), nothing)
    here()
    const beat = setInterval(here, claimBeatMs)
    const part = () => leave(id)
    const back = () => document.visibilityState === 'visible' && here()
    addEventListener('pagehide', part)
    document.addEventListener('visibilitychange', back)
    return () => {
      clearInterval(beat)
      removeEventListener('pagehide', part)
      document.removeEventListener('visibilitychange', back)
      leave(id)
    }
  }, [id, client])
  const heard = presence && `${presence.version} ${presence.state}`
  const moved = presence && (presence.version > version || presence.state !== state) ? heard : null
  useEffect(() => {
    if (moved) void client.invalidateQueries({ queryKey: editionQuery(id).queryKey })
  }, [moved, id, client])
  return presence
}

/** What a deed about claims answered is known at once, not at the next question. */
export function useHeardClaims(id: string): (claims: readonly ItemClaim[]) => void {
  const client = useQueryClient()
  return claims =>
    client.setQueryData<EditionPresence>(presenceKey(id), before =>
      before ? { ...before, claims: [...claims] } : before,
    )
}

const nothing = (): void => undefined
