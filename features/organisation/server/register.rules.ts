/** The tree as a register of names for those who read documents. */
import { defaultRegister, type RegisterEntry } from '@jianbao/intake'
import type { UnitKind } from '../contract/index.ts'
import { pathAbove, type UnitNames } from './unit.rules.ts'

export type NamedUnit = UnitNames & {
  readonly path: string
  readonly code: string
  readonly kind: UnitKind
  readonly merged: boolean
}

/** Parts of an office share their names with those of every other: 科普部 is one only behind the name of its unit. */
const innerKinds: readonly UnitKind[] = ['department', 'branch']
/** Shorter names are words. */
const shortestName = 3

/**
 * Units the shipped register does not know, or not by all their names. A name that several units share names none of
 * them; full names come before others; a unit that was merged is known by the names of the other.
 */
export function registerEntries(units: readonly NamedUnit[]): RegisterEntry[] {
  const byPath = new Map(units.map(unit => [unit.path, unit]))
  const named = units
    .filter(unit => !unit.merged)
    .map(unit => ({ unit, ...namesInTexts(unit, byPath.get(pathAbove(unit.path))) }))
  const owners = new Map<string, number>()
  for (const { full } of named) owners.set(full, (owners.get(full) ?? 0) + 1)
  const fullNames = new Set(owners.keys())
  for (const { others } of named)
    for (const other of others) if (!fullNames.has(other)) owners.set(other, (owners.get(other) ?? 0) + 1)
  const shipped = defaultRegister().bySurface
  return named.flatMap(({ unit, full, others }) => {
    if (owners.get(full)! > 1) return []
    const shortNames = others.filter(other => !fullNames.has(other) && owners.get(other) === 1)
    if ([full, ...shortNames].every(name => shipped.get(name)?.name === full)) return []
    return [{ code: `unit-${unit.code}`, kind: unit.kind, name: full, shortNames, parent: null }]
  })
}

type InTexts = { readonly full: string; readonly others: readonly string[] }

function namesInTexts(unit: NamedUnit, above: NamedUnit | undefined): InTexts {
  const own = [...unit.shortNames, ...unit.formerNames]
  if (!above || !innerKinds.includes(unit.kind)) return { full: unit.name, others: distinct(own, unit.name) }
  const fronts = [above.name, ...above.shortNames, ...above.formerNames]
  const behind = (name: string): string[] =>
    isWhole(name, fronts) ? [name] : fronts.map(front => front + name)
  const [full = unit.name, ...rest] = behind(unit.name)
  return { full, others: distinct([...rest, ...own.flatMap(behind)], full) }
}

/** 省科协科普部 says already whose it is. */
const isWhole = (name: string, fronts: readonly string[]): boolean =>
  name.startsWith('中共') || fronts.some(front => name.startsWith(front))

const distinct = (names: readonly string[], full: string): string[] =>
  [...new Set(names)].filter(name => name !== full && [...name].length >= shortestName)
