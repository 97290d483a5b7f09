import { useCallback, useRef, useState } from 'react'
import { useJump } from './use-jump.ts'

/** Scrolling puts other words under a resting mouse; that is not pointing at them. */
const restMs = 500

/**
 * Which thing is lit: the one pointed at, else the one that was last clicked or walked to.
 * @returns also `jump`, which brings a thing into sight in one of the panes.
 */
export function useLit() {
  const [pointed, setPointed] = useState<string | null>(null)
  const [pinned, setPinned] = useState<string | null>(null)
  const restUntil = useRef(0)
  const jump = useJump()

  const point = useCallback((id: string | null) => {
    if (id === null || performance.now() > restUntil.current) setPointed(id)
  }, [])
  const pin = useCallback((id: string | null) => {
    restUntil.current = performance.now() + restMs
    setPointed(null)
    setPinned(id)
  }, [])
  return { lit: pointed ?? pinned, pinned, point, pin, jump }
}
