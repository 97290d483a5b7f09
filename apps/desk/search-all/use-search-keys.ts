import { useEffect, useRef } from 'react'

/** How the key is printed on this machine's keyboard. */
export const searchKey = /^(Mac|iP)/.test(navigator.platform) ? '⌘ K' : 'Ctrl K'

/** Ctrl or ⌘ with K from anywhere; / too, unless the page has a field of its own for it. */
export function useSearchKeys(onSearch: () => void): void {
  const latest = useRef(onSearch)
  useEffect(() => {
    latest.current = onSearch
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey) return
      const modified = event.ctrlKey || event.metaKey
      const called = modified ? event.key.toLowerCase() === 'k' : event.key === '/' && isFree(event.target)
      if (!called) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function isFree(target: EventTarget | null): boolean {
  const typing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]')
  return !typing && !document.querySelector('main search input, [role="dialog"]:not([hidden])')
}
