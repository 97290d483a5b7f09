/** Where a list was left, so that the way back from one of its rows leads to the same page and filters. */
import { parseSearch } from './search-params.ts'

const places = new Map<string, string>()

/** @param path of the list, `/issues`; @param search as in the address, with or without its `?`. */
export function rememberListPlace(path: string, search: string): void {
  places.set(path, search)
}

/** @returns the search parameters the list was last seen with in this tab, none when it was not. */
export function listPlace(path: string): Record<string, string> {
  return parseSearch(places.get(path) ?? '')
}
