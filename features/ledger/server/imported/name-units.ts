/** Whose a fact of an imported bulletin is: units of the tree by the names their bulletins print. */
import { defaultRegister } from '@jianbao/intake'
import type { UnitNameList } from '@jianbao/organisation/server'

/** Finds the path of a unit by a name; null when no unit bears it, or several do. */
export type FindUnit = (name: string) => string | null

/**
 * A full name comes before others, as where texts are read; the federation of a division is also known by the names
 * the shipped register has for it.
 */
export function unitFinder({ units }: Pick<UnitNameList, 'units'>): FindUnit {
  const [full, others, codes] = [new Map(), new Map(), new Map()] as Map<string, string | null>[]
  const add = (names: Map<string, string | null>, name: string, path: string): void => {
    names.set(name, names.has(name) && names.get(name) !== path ? null : path)
  }
  for (const { path, code, name, shortNames, formerNames, merged } of units) {
    if (merged) continue
    add(full!, name, path)
    add(codes!, code, path)
    for (const other of [...shortNames, ...formerNames]) add(others!, other, path)
  }
  const { bySurface } = defaultRegister()
  return name => {
    for (const names of [full!, others!]) if (names.has(name)) return names.get(name) ?? null
    const known = bySurface.get(name)
    return (known && codes!.get(known.code)) ?? null
  }
}
