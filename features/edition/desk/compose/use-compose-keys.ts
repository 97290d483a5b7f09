import { useListKeys } from '@jianbao/ui'
import { useEffect } from 'react'
import type { Edition, EditionItem } from '../../contract/index.ts'

type Keys = {
  readonly edition: Edition
  readonly item: EditionItem | null
  readonly onOpen: (id: string | null) => void
}

/** j and k walk the items, Enter and e open one, Escape closes it, / looks for reports. @returns the chosen item's id. */
export function useComposeKeys({ edition, item, onOpen }: Keys): string | null {
  const items = item ? [] : edition.content
  const at = useListKeys({
    count: items.length,
    onOpen: index => onOpen(items[index]!.id),
    onSearch: () => document.querySelector<HTMLInputElement>('search input[type=search]')?.focus(),
  })
  const chosen = items[at]?.id ?? null
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const typing = target?.closest(
        'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]',
      )
      // The browser would save the page as a file; words are saved by the editor that holds them.
      if ((event.ctrlKey || event.metaKey) && event.key === 's') event.preventDefault()
      if (event.isComposing || typing || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'e' && chosen) {
        event.preventDefault()
        onOpen(chosen)
      }
      if (event.key === 'Escape' && item && !document.querySelector('[role="dialog"]')) onOpen(null)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [chosen, item, onOpen])
  return chosen
}
