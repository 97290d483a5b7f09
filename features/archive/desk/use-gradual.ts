import { startTransition, useEffect, useState } from 'react'

const firstParts = 8
const partsPerStep = 12

/** @returns how many of `count` parts to draw by now: the first at once, the others step by step while nobody waits. */
export function useGradual(count: number): number {
  const [shown, setShown] = useState(firstParts)
  useEffect(() => {
    if (shown >= count) return
    const timer = setTimeout(() => startTransition(() => setShown(shown + partsPerStep)), 16)
    return () => clearTimeout(timer)
  }, [shown, count])
  return Math.min(shown, count)
}
