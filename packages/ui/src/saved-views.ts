/** Filters of a list that somebody keeps under a name; this browser remembers them. */
import { parseSearch, stringifySearch } from './search-params.ts'

export type SavedView = { readonly name: string; readonly search: string }

/** A list of more is itself searched. */
export const mostViews = 20

/** @param kept what the browser remembers, or null. @returns the views, those that are no views left out. */
export function readViews(kept: string | null): SavedView[] {
  try {
    const views: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(views) ? views.filter(isView).slice(0, mostViews) : []
  } catch {
    return []
  }
}

/** Keeps `view` at the end, in place of one of the same name. */
export function keepView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view].slice(-mostViews)
}

/** @returns the filters as they are kept: in one order, without the page one happened to be on. */
export function viewSearch(search: Readonly<Record<string, unknown>>): string {
  const { page: _page, ...filters } = search
  const sorted = Object.entries(filters).sort(([one], [other]) => (one < other ? -1 : 1))
  return stringifySearch(parseSearch(stringifySearch(Object.fromEntries(sorted))))
}

function isView(view: unknown): view is SavedView {
  const { name, search } = (view ?? {}) as Partial<SavedView>
  return typeof name === 'string' && name !== '' && typeof search === 'string'
}
