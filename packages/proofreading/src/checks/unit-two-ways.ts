import type { NameFound } from '../name-index.ts'
import type { Passage } from '../passages.ts'
import type { RegisteredUnit } from '../register.contract.ts'
import type { UnitForm } from '../register-index.ts'
import type { Check } from './check.types.ts'

type Use = { passage: Passage; found: NameFound<UnitForm> }
const relative = /^[省市县区]/

/** One unit written in two ways within the issue; the full name first and a short one after it in one item is right. */
export const checkUnitTwoWays: Check = ({ passages, register }, report) => {
  const uses = new Map<RegisteredUnit, Use[]>()
  for (const passage of passages)
    for (const found of register.units.findIn(passage.text)) {
      const [holder, ...others] = found.holders
      if (!holder || others.length > 0 || holder.form === 'former' || relative.test(found.name)) continue
      const list = uses.get(holder.unit) ?? []
      list.push({ passage, found })
      uses.set(holder.unit, list)
    }
  for (const [unit, list] of uses) {
    const first = list[0]!
    const other = list.find(use => use.found.name !== first.found.name && !introduced(list, use))
    if (!other) continue
    const { start, end } = other.found
    report('unit-two-ways', other.passage, start, end, { other: first.found.name, name: unit.name })
  }
}

/** A longer form of the same item tells what the short one means. */
function introduced(list: readonly Use[], { found, passage }: Use): boolean {
  return list.some(each => each.found.name.length > found.name.length && each.passage.item === passage.item)
}
