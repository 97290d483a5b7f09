import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { rememberListPlace } from './list-place.ts'

type Filters = Record<string, unknown>
/** A filter set to undefined leaves the address. */
export type FilterChange<T> = { readonly [K in keyof T]?: T[K] | undefined }

/**
 * Filters of a list, kept in the address bar.
 * @returns what the page's `search` reader made of the address, and a setter; a changed filter starts at page 1 again.
 */
export function useFilters<T extends Filters>(): [T, (change: FilterChange<T>) => void] {
  const filters: unknown = useSearch({ strict: false })
  const navigate = useNavigate()
  const { pathname, searchStr } = useLocation()
  useEffect(() => rememberListPlace(pathname, searchStr), [pathname, searchStr])
  const setFilters = (change: FilterChange<T>) => {
    const search = (before: Filters): Filters => ({ ...before, page: undefined, ...change })
    // Typing a word is one step of the way back, not one per letter; turning a page is a step of its own.
    void navigate({ to: '.', search, replace: !('page' in change) })
  }
  return [filters as T, setFilters]
}
