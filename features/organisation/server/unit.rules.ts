/** What keeps the tree a tree: where a unit may go, how siblings stand, what a unit is called after a change. */
import type { UnitRefusal, UnitState } from '../contract/index.ts'

/** A unit's place: `path` is made of the numbers of the unit and all above it, 1/27/. */
export type Place = { readonly path: string; readonly state: UnitState }

/** Why `unit` cannot be put below (or, merged, into) `target`; null when it can. */
export function refusePlace(unit: Pick<Place, 'path'>, target: Place): UnitRefusal | null {
  if (target.path === unit.path) return 'into-itself'
  if (target.path.startsWith(unit.path)) return 'into-own-branch'
  return target.state === 'retired' ? 'under-retired' : null
}

/** 1/27/ below 1/3/ is 1/3/27/. */
export function pathBelow(parentPath: string, path: string): string {
  return `${parentPath}${path.split('/').at(-2)}/`
}

/** The path of the unit above; empty above the top. */
export function pathAbove(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1)
}

/** Paths of all units above, the topmost first. */
export function pathsAbove(path: string): string[] {
  const above: string[] = []
  for (let at = pathAbove(path); at; at = pathAbove(at)) above.unshift(at)
  return above
}

/** The order of siblings with `id` at `position` among the others; behind them all without one. */
export function placeAmong(siblings: readonly string[], id: string, position?: number): string[] {
  const others = siblings.filter(sibling => sibling !== id)
  const at = Math.min(position ?? others.length, others.length)
  return [...others.slice(0, at), id, ...others.slice(at)]
}

export type UnitNames = {
  readonly name: string
  readonly shortNames: readonly string[]
  readonly formerNames: readonly string[]
}

/** Names that differ only in blanks, case or width are the same. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
}

/** Blanks at the ends go, several become one. Null when it cannot be a name. */
export function cleanName(name: string): string | null {
  const clean = name.replace(/\s+/gu, ' ').trim()
  return foldName(clean).length < 2 || /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]/u.test(clean) ? null : clean
}

/** Every name stands once: as the name, else as a short name, else as a former one. */
export function settleNames(names: UnitNames): UnitNames {
  const seen = new Set([foldName(names.name)])
  const fresh = (name: string): boolean => seen.size < seen.add(foldName(name)).size
  return {
    name: names.name,
    shortNames: names.shortNames.filter(fresh),
    formerNames: names.formerNames.filter(fresh),
  }
}

/** After a change of names: a name that was given up stays as a former one. */
export function renamed(now: UnitNames, change: Partial<UnitNames>): UnitNames {
  const next = { ...now, ...change }
  const givenUp = foldName(next.name) === foldName(now.name) ? [] : [now.name]
  return settleNames({ ...next, formerNames: [...next.formerNames, ...givenUp] })
}

/** Names of a unit into which another was merged: what the other was called are its former names. */
export function mergedNames(into: UnitNames, from: UnitNames): UnitNames {
  const formerNames = [...into.formerNames, from.name, ...from.shortNames, ...from.formerNames]
  return settleNames({ ...into, formerNames })
}

const longestCode = 32

/** A code for a new unit: that of the unit above and the first number behind those that are taken. */
export function nextCode(parentCode: string, taken: Iterable<string>): string {
  const stem = parentCode.length > longestCode - 6 ? 'U' : parentCode
  const numbers = [...taken]
    .filter(code => code.startsWith(`${stem}-`))
    .map(code => code.slice(stem.length + 1))
    .filter(rest => /^\d{1,5}$/.test(rest))
  const next = Math.max(0, ...numbers.map(Number)) + 1
  return `${stem}-${String(next).padStart(3, '0')}`
}
