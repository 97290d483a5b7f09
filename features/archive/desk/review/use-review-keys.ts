import { useEffect, useLayoutEffect, useRef } from 'react'
import { type ReviewAct, readReviewKey } from './review.keys.ts'

/** Fields, menus and everything that lies over the page use keys themselves. */
const ownKeys =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="combobox"]'

/** Listens on the whole page: the keys work wherever the cursor is. */
export function useReviewKeys(onAct: (act: ReviewAct) => void): void {
  const latest = useRef(onAct)
  useEffect(() => {
    latest.current = onAct
  })
  // Before the page is seen: whoever sees the bar may press its keys.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const dialogs = [...document.querySelectorAll('[role="dialog"]')]
      const act = readReviewKey({
        key: event.key,
        shift: event.shiftKey,
        control: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        taken:
          event.isComposing ||
          target?.closest(ownKeys) != null ||
          dialogs.some(dialog => dialog.checkVisibility()),
      })
      if (!act) return
      event.preventDefault()
      latest.current(act)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
