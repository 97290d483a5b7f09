/** What one person chose for this browser: kept in localStorage, shared between tabs. */
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
const unsaved = new Map<string, string>()

/** @returns what was kept under `key` (`jianbao.…`), null when nothing was. */
export function remembered(key: string): string | null {
  // A browser that forbids storage throws on touch; a choice then lasts as long as the page.
  try {
    return localStorage.getItem(key) ?? unsaved.get(key) ?? null
  } catch {
    return unsaved.get(key) ?? null
  }
}

/** Keeps `value` under `key`; every tab that shows it draws anew. */
export function remember(key: string, value: string): void {
  unsaved.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch {
    // Kept for this page only, see above.
  }
  for (const listener of listeners) listener()
}

/** @returns what `read` makes of what is kept; renders again when this or another tab keeps something else. */
export function useMemory<T extends string | null>(read: () => T): T {
  return useSyncExternalStore(subscribe, read)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
