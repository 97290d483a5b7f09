/** What the form of a group holds, and what of it is sent. */
import type { Group, GroupChange, GroupKind, GroupSummary, UnitKind } from '../../contract/index.ts'

export type GroupValues = {
  readonly kind: GroupKind
  readonly name: string
  readonly duties: string
  readonly unitKinds: readonly UnitKind[]
}

export function groupValuesOf(group: Group | null): GroupValues {
  return {
    kind: group?.kind ?? 'working',
    name: group?.name ?? '',
    duties: group?.duties ?? '',
    unitKinds: group?.unitKinds ?? [],
  }
}

/** Only what differs, so that what somebody else changed meanwhile stays. */
export function changeOf(before: GroupValues, values: GroupValues): Omit<GroupChange, 'version'> {
  return {
    ...(values.kind === before.kind ? {} : { kind: values.kind }),
    ...(values.name.trim() === before.name ? {} : { name: values.name.trim() }),
    ...(values.duties.trim() === before.duties ? {} : { duties: values.duties.trim() || null }),
    ...(values.unitKinds.join() === before.unitKinds.join() ? {} : { unitKinds: [...values.unitKinds] }),
  }
}

/** `from` takes the place `to`, those between close up. */
export function shift<T>(list: readonly T[], from: number, to: number): T[] {
  if (to < 0 || to >= list.length) return [...list]
  const others = list.filter((_, at) => at !== from)
  return [...others.slice(0, to), list[from]!, ...others.slice(to)]
}

type Placed = Pick<GroupSummary, 'id' | 'unitId'>

/**
 * The place a group takes among those of its unit when it goes one row up or down, null at the end of them.
 * @param rows groups of a list that hides none, those of a unit together.
 */
export function planStep(rows: readonly Placed[], id: string, by: -1 | 1): number | null {
  const unitId = rows.find(row => row.id === id)?.unitId
  const beside = rows.filter(row => row.unitId === unitId)
  const to = beside.findIndex(row => row.id === id) + by
  return to >= 0 && to < beside.length ? to : null
}
