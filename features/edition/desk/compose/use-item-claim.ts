import { ProblemError } from '@jianbao/client'
import { windowId } from '@jianbao/ui'
import { useEffect, useRef, useState } from 'react'
import { claimBeatMs, type EditionPresence } from '../../contract/index.ts'
import { claimActs, release } from './compose.queries.ts'
import { useHeardClaims } from './use-presence.ts'

/** Saving goes before: the words of the last moment are still on their way. */
const letGoMs = 1_200
const retryMs = 3_000

/** Items that are about to be let go; opened again before that, they stay. */
const leaving = new Map<string, ReturnType<typeof setTimeout>>()
function stay(itemId: string): void {
  clearTimeout(leaving.get(itemId))
  leaving.delete(itemId)
}

export type Claiming = {
  /** Somebody else writes it, or oneself in another window; null while it is one's own. */
  readonly by: { readonly name: string; readonly me: boolean; readonly took: boolean } | null
  /** Who waits for it. */
  readonly askedBy: string | null
  readonly ask: () => Promise<void>
  readonly takeOver: () => Promise<void>
  /** One's own other window gives way. */
  readonly claim: () => Promise<void>
}

type Asked = {
  readonly editionId: string
  readonly itemId: string
  readonly me: string | null
  readonly mayEdit: boolean
  readonly presence: EditionPresence | undefined
}

/** Holds an item as long as it is open here. Without a line it counts as held: typing never stops. */
export function useItemClaim({ editionId, itemId, me, mayEdit, presence }: Asked): Claiming {
  const hear = useHeardClaims(editionId)
  const [refused, setRefused] = useState<{ name: string; took: boolean } | null>(null)
  const held = useRef(false)
  const tell = useRef(hear)
  useEffect(() => {
    tell.current = hear
  })
  const take = useRef(async (keep: boolean) => {
    const had = held.current
    try {
      const { claims } = await claimActs.claim(editionId, itemId, keep)
      held.current = true
      tell.current(claims)
      setRefused(null)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'item-claimed') return
      held.current = false
      setRefused({ name: String(error.details['by'] ?? ''), took: had })
    }
  })
  useEffect(() => {
    if (!mayEdit) return
    stay(itemId)
    void take.current(false)
    const beat = setInterval(() => held.current && void take.current(true), claimBeatMs)
    const part = () => held.current && release(editionId, itemId)
    addEventListener('pagehide', part)
    return () => {
      clearInterval(beat)
      removeEventListener('pagehide', part)
      if (held.current)
        leaving.set(
          itemId,
          setTimeout(() => release(editionId, itemId), letGoMs),
        )
      held.current = false
    }
  }, [editionId, itemId, mayEdit])
  const claim = presence?.claims.find(each => each.itemId === itemId) ?? null
  const elsewhere = claim !== null && claim.tab !== windowId()
  const lost = mayEdit && held.current && elsewhere
  // What is free again is taken up at once; what was taken from here is known at once.
  useEffect(() => {
    if (!mayEdit) return
    if (lost) void take.current(true)
    if (!refused || claim !== null) return
    void take.current(false)
    const again = setInterval(() => void take.current(false), retryMs)
    return () => clearInterval(again)
  }, [mayEdit, lost, refused, claim])
  const name = claim && elsewhere ? claim.byName : (refused?.name ?? '')
  return {
    by: refused ? { name, me: claim?.byId === me, took: refused.took } : null,
    askedBy: claim && !elsewhere ? claim.askedBy : null,
    ask: async () => tell.current((await claimActs.ask(editionId, itemId)).claims),
    takeOver: async () => {
      const { claims } = await claimActs.takeOver(editionId, itemId)
      held.current = true
      tell.current(claims)
      setRefused(null)
    },
    claim: () => take.current(false),
  }
}
