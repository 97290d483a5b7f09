import type { UnitSearch } from './unit-search.ts'

/** What concerns all units that are shown: files in and out. */
export function UnitHeaderActions(_: { filters: UnitSearch }) {
  return null
}
