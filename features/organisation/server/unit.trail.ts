/** What the audit trail keeps of a unit before and after. */
import type { UnitNode } from './unit.store.ts'

export function unitFacts(
  unit: Omit<UnitNode, 'path' | 'version' | 'id' | 'parentId'>,
  parent?: string,
): object {
  const { code, kind, name, shortNames, formerNames, division, position, state } = unit
  return {
    name,
    kind,
    code,
    shortNames,
    formerNames,
    division,
    state,
    ...(parent === undefined ? {} : { parent, position }),
  }
}
