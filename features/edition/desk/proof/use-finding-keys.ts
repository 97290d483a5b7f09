import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'

type FindingKeys = {
  readonly list: RefObject<HTMLDivElement | null>
  readonly chosen: number
  readonly keys: (event: KeyboardEvent) => void
}

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

/** Moves between the findings while the panel has the focus; Enter is the button's own. */
export function useFindingKeys(): FindingKeys {
  const list = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(-1)
  const keys = (event: KeyboardEvent) => {
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key]
    if (step === undefined) return
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const now = rows.findIndex(row => row.parentElement?.contains(document.activeElement))
    const next = Math.min(Math.max(now + step, 0), rows.length - 1)
    if (!rows[next]) return
    event.preventDefault()
    event.stopPropagation()
    rows[next].focus()
    setChosen(next)
  }
  return { list, chosen, keys }
}
