/** What the form holds, what it lacks, and what is sent of it. */
import type { PickedUnit } from '@jianbao/organisation/desk/parts'
import type { ItemFacts, LedgerItem, MatterUnits } from '../../../contract/index.ts'

export type PickedPerson = { readonly id: string; readonly name: string }
export type DraftMilestone = { readonly name: string; readonly day: string | undefined }
export type TargetKind = 'none' | 'measure' | 'own'

export type ProposeValues = {
  readonly ledgerId: string | null
  readonly title: string
  readonly problem: string
  readonly measure: string
  readonly basis: string
  readonly targetKind: TargetKind
  readonly targetMeasure: string | null
  readonly targetValue: number | null
  readonly targetUnit: string
  readonly owner: PickedPerson | null
  readonly ownerName: string
  readonly leaderName: string
  readonly lead: PickedUnit | null
  readonly assists: readonly PickedUnit[]
  readonly budget: number | null
  readonly startDay: string | undefined
  readonly dueDay: string | undefined
  readonly milestones: readonly DraftMilestone[]
  /** These units, or those of some kinds below one. */
  readonly unitsBy: 'chosen' | 'below'
  readonly units: readonly PickedUnit[]
  readonly under: PickedUnit | null
  readonly kinds: readonly string[]
  readonly itself: boolean
}

export const emptyValues: ProposeValues = {
  ledgerId: null,
  title: '',
  problem: '',
  measure: '',
  basis: '',
  targetKind: 'none',
  targetMeasure: null,
  targetValue: null,
  targetUnit: '',
  owner: null,
  ownerName: '',
  leaderName: '',
  lead: null,
  assists: [],
  budget: null,
  startDay: undefined,
  dueDay: undefined,
  milestones: [],
  unitsBy: 'chosen',
  units: [],
  under: null,
  kinds: [],
  itself: false,
}

export type ProposeFault =
  | 'ledger'
  | 'title'
  | 'due'
  | 'dueBehindStart'
  | 'target'
  | 'milestones'
  | 'milestoneDays'
  | 'units'

/** What keeps it from being sent, in the order of the form. */
export function proposeFaults(values: ProposeValues, withUnits: boolean): ProposeFault[] {
  const { startDay, dueDay, targetKind, targetMeasure, targetValue, targetUnit, milestones } = values
  const outside = milestones.some(
    ({ day }) => day !== undefined && ((dueDay && day > dueDay) || (startDay && day < startDay)),
  )
  const targetLacks =
    targetKind !== 'none' &&
    (targetValue === null ||
      targetValue <= 0 ||
      !targetUnit.trim() ||
      (targetKind === 'measure' && !targetMeasure))
  const faults: [ProposeFault, boolean][] = [
    ['ledger', withUnits && values.ledgerId === null],
    ['title', values.title.trim().length < 2],
    ['target', targetLacks],
    ['due', !dueDay],
    ['dueBehindStart', startDay !== undefined && dueDay !== undefined && dueDay < startDay],
    ['milestones', milestones.some(({ name, day }) => !name.trim() || !day)],
    ['milestoneDays', outside],
    ['units', withUnits && (values.unitsBy === 'chosen' ? values.units.length === 0 : values.under === null)],
  ]
  return faults.flatMap(([fault, is]) => (is ? [fault] : []))
}

/** Whether the owner can be somebody with an account: one unit has people of its own, many have not. */
export const oneUnitOf = ({ unitsBy, units }: ProposeValues): PickedUnit | null =>
  unitsBy === 'chosen' && units.length === 1 ? units[0]! : null

/** The whole of it; called when nothing is at fault. */
export function factsOf(values: ProposeValues, withOwner: boolean): ItemFacts {
  const { targetKind, targetMeasure, targetValue, targetUnit } = values
  return {
    title: values.title.trim(),
    problem: values.problem.trim(),
    measure: values.measure.trim(),
    basis: values.basis.trim(),
    target:
      targetKind === 'none' || targetValue === null
        ? null
        : {
            measure: targetKind === 'measure' ? targetMeasure : null,
            value: targetValue,
            unit: targetUnit.trim(),
          },
    ...(withOwner && values.owner ? { ownerId: values.owner.id } : { ownerName: values.ownerName.trim() }),
    leaderName: values.leaderName.trim(),
    leadId: values.lead?.id ?? null,
    assistIds: values.assists.map(({ id }) => id),
    budget: values.budget,
    ...(values.startDay ? { startDay: values.startDay } : {}),
    dueDay: values.dueDay!,
    milestones: values.milestones.map(({ name, day }) => ({ name: name.trim(), day: day! })),
  }
}

export function unitsOf({ unitsBy, units, under, kinds, itself }: ProposeValues): MatterUnits {
  return unitsBy === 'chosen'
    ? { ids: units.map(({ id }) => id) }
    : ({ under: under!.id, kinds: [...kinds], ...(itself ? { itself } : {}) } as MatterUnits)
}

/** What a draft that is there already says. */
export function valuesOfItem(item: LedgerItem): ProposeValues {
  const kind = item.target === null ? 'none' : item.target.measure === null ? 'own' : 'measure'
  return {
    ...emptyValues,
    ledgerId: item.ledgerId,
    title: item.title,
    problem: item.problem,
    measure: item.measure,
    basis: item.basis,
    targetKind: kind,
    targetMeasure: item.target?.measure ?? null,
    targetValue: item.target?.value ?? null,
    targetUnit: item.target?.unit ?? '',
    owner: item.ownerId === null ? null : { id: item.ownerId, name: item.ownerName },
    ownerName: item.ownerId === null ? item.ownerName : '',
    leaderName: item.leaderName,
    lead: item.leadId === null ? null : { id: item.leadId, name: item.leadName ?? '', kind: 'department' },
    assists: item.assists.map(({ id, name }) => ({ id, name, kind: 'department' as const })),
    budget: item.budget,
    startDay: item.startDay,
    dueDay: item.dueDay,
    milestones: item.milestones.map(({ name, day }) => ({ name, day })),
    units: [{ id: item.unitId, name: item.unitName, kind: 'department' }],
  }
}
