import { ProblemError } from '@jianbao/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { InboxClaim } from '../../contract/index.ts'
import { claimActs } from './inbox.queries.ts'

/** Longer than a glance. */
const glanceMs = 6_000
const renewMs = 3 * 60_000

export type Claiming = {
  /** As far as this page knows: what the list says until something was heard since. */
  readonly claim: InboxClaim['claim'] | undefined
  /** Who took it from the reader while they were at it. */
  readonly takenBy: string | null
  readonly toggle: () => Promise<void>
  readonly takeOver: () => Promise<void>
  /** A deed is on its way: it lets go by itself, and what it moves off the desk cannot be held any more. */
  readonly pause: () => void
  /** The deed was refused. */
  readonly resume: () => void
}

/** Holds the report that is read for more than a glance, for as long as it is read; leaving it lets go. */
export function useClaim(id: string | null, me: string | undefined, atDesk: boolean): Claiming {
  const client = useQueryClient()
  const [heard, setHeard] = useState<{ id: string; claim: InboxClaim['claim'] } | null>(null)
  const [takenBy, setTakenBy] = useState<{ id: string; name: string } | null>(null)
  const holding = useRef<string | null>(null)
  const paused = useRef<string | null>(null)
  const tell = (of: string, { claim }: InboxClaim) => {
    holding.current = claim?.byId === me ? of : null
    setHeard({ id: of, claim })
    void client.invalidateQueries({ queryKey: ['inbox', 'list'] })
  }
  const latest = useRef(tell)
  useEffect(() => {
    latest.current = tell
  })
  useEffect(() => {
    paused.current = null
    if (!id || !atDesk || !me) return
    const hold = async () => {
      if (paused.current === id) return
      const mine = holding.current === id
      try {
        latest.current(id, await claimActs.claim(id))
      } catch (error) {
        holding.current = null
        if (!(error instanceof ProblemError) || error.code !== 'report-held') return
        // Somebody else has it: only whoever held it before needs to hear that it was taken.
        if (mine) setTakenBy({ id, name: String(error.details['by'] ?? '') })
        void client.invalidateQueries({ queryKey: ['inbox', 'list'] })
      }
    }
    const glance = setTimeout(() => void hold(), glanceMs)
    const renew = setInterval(() => holding.current === id && void hold(), renewMs)
    return () => {
      clearTimeout(glance)
      clearInterval(renew)
      const held = holding.current === id && paused.current !== id
      holding.current = null
      if (!held) return
      void claimActs
        .release(id)
        .then(() => client.invalidateQueries({ queryKey: ['inbox', 'list'] }))
        .catch(() => {})
    }
  }, [id, me, atDesk, client])
  const claim = heard && heard.id === id ? heard.claim : undefined
  return {
    claim,
    takenBy: takenBy && takenBy.id === id ? takenBy.name : null,
    toggle: async () => {
      if (!id) return
      tell(id, await (holding.current === id ? claimActs.release(id) : claimActs.claim(id)))
    },
    takeOver: async () => {
      if (!id) return
      tell(id, await claimActs.takeOver(id))
      setTakenBy(null)
    },
    pause: () => {
      paused.current = id
    },
    resume: () => {
      paused.current = null
    },
  }
}
