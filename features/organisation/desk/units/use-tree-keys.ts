import { useEffect, useRef } from 'react'

const fields = 'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"]'
const arrows: Readonly<Record<string, string>> = { j: 'ArrowDown', k: 'ArrowUp' }

/**
 * j and k walk the tree from anywhere on the page, as they walk a list; / goes to the search field.
 * @returns a ref for the box round the tree.
 */
export function useTreeKeys(onSearch: () => void) {
  const box = useRef<HTMLDivElement>(null)
  const latest = useRef(onSearch)
  useEffect(() => {
    latest.current = onSearch
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const arrow = arrows[event.key]
      const target = event.target instanceof Element ? event.target : null
      if (
        (!arrow && event.key !== '/') ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.isComposing
      )
        return
      if (
        target?.closest(fields) ||
        document.querySelector('[role="dialog"]:not([hidden])')?.checkVisibility()
      )
        return
      if (!arrow) {
        event.preventDefault()
        return latest.current()
      }
      const tree = box.current?.querySelector<HTMLElement>('[role="tree"]')
      if (!tree) return
      event.preventDefault()
      // Taking the focus stands on the chosen row already.
      if (document.activeElement !== tree) tree.focus()
      else tree.dispatchEvent(new KeyboardEvent('keydown', { key: arrow, bubbles: true }))
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return box
}
