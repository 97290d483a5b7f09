import { useEffect, useRef, useState } from 'react'
import { readListKey } from './list-keys.ts'

type ListKeys = {
  readonly count: number
  readonly onOpen: (index: number) => void
  /** Puts the cursor into the search field. */
  readonly onSearch?: () => void
}

const ownKeys =
  'input, textarea, select, button, a, summary, [contenteditable], [role="dialog"], [role="menu"]'

/** Walks a list with the keyboard from anywhere on the page. @returns the index of the chosen row, -1 for none. */
export function useListKeys({ count, onOpen, onSearch }: ListKeys): number {
  const [selected, setSelected] = useState(-1)
  const latest = useRef({ count, onOpen, onSearch, selected })
  useEffect(() => {
    latest.current = { count, onOpen, onSearch, selected }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const now = latest.current
      const target = event.target instanceof Element ? event.target : null
      const dialog = document.querySelector('[role="dialog"]:not([hidden])')?.checkVisibility() ?? false
      // j and k stay free on links and buttons, which use only Enter and blanks themselves.
      const field =
        event.key === 'Enter' ? ownKeys : 'input, textarea, select, [contenteditable], [role="menu"]'
      const composing = event.isComposing
      const act = readListKey(
        {
          key: event.key,
          taken: composing || dialog || (target?.closest(field) ?? null) !== null,
          modified: event.ctrlKey || event.metaKey || event.altKey,
          searching: !composing && (target?.matches('search input[type=search]') ?? false),
        },
        now.selected,
        now.count,
      )
      if (!act) return
      if (act.act === 'search' && !now.onSearch) return
      event.preventDefault()
      if (act.act === 'select') setSelected(act.index)
      if (act.act === 'open') now.onOpen(act.index)
      if (act.act === 'search') now.onSearch?.()
      if (act.act === 'leave') setSelected(-1)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return selected < count ? selected : -1
}
