import { useEffect, useRef } from 'react'

/** @returns a ref for the box round a list: whenever another row is chosen, that row is scrolled into sight. */
export function useRowInSight(selected: number) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (selected >= 0) box.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return box
}
