import { useCallback, useLayoutEffect, useRef, useState } from 'react'

const smallest = 320

/**
 * How much of the window is left below the top of a box, for lists that need their height in pixels.
 * @param margin pixels kept free below. @returns a ref for the box, and its height.
 */
export function useRestOfWindow(margin: number): [(box: HTMLElement | null) => void, number] {
  const box = useRef<HTMLElement | null>(null)
  const [height, setHeight] = useState(smallest)
  const measure = useCallback(() => {
    if (!box.current) return
    const top = box.current.getBoundingClientRect().top + scrollY
    setHeight(Math.max(smallest, Math.floor(innerHeight - top - margin)))
  }, [margin])
  useLayoutEffect(() => {
    addEventListener('resize', measure)
    // Whatever stands above may grow or go: a line to undo, a row of filters.
    const watch = new ResizeObserver(measure)
    watch.observe(document.body)
    return () => {
      removeEventListener('resize', measure)
      watch.disconnect()
    }
  }, [measure])
  const set = useCallback(
    (element: HTMLElement | null) => {
      box.current = element
      measure()
    },
    [measure],
  )
  return [set, height]
}
