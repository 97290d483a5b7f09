import { isDeepStrictEqual } from 'node:util'
import type { Pack, PackChange } from '../../contract/index.ts'

type Part = PackChange['part']
type Named = { readonly id: string; readonly name: string }

/** What a pack changes about the campaign that was loaded from `before`; everything is new without one. */
export function comparePacks(before: Pack | null, after: Pack): PackChange[] {
  return [
    ...one('campaign', before && campaignOf(before), campaignOf(after), after.campaign.name),
    ...each('stage', before?.campaign.stages, after.campaign.stages),
    ...each('group', before?.campaign.groups, after.campaign.groups),
    ...each('task', before?.tasks, after.tasks),
    ...each('type', before?.reporting.types, after.reporting.types),
    ...each('measure', before?.reporting.measures, after.reporting.measures),
    ...each('column', before?.reporting.columns, after.reporting.columns),
    ...each('commitment', before?.commitments, after.commitments),
    ...one('reminders', before?.reminders ?? null, after.reminders, after.campaign.name),
    ...one('scoring', before?.scoring ?? null, after.scoring, after.campaign.name),
    ...each('ledger', before?.ledgers, after.ledgers),
  ]
}

/** Of the campaign itself, without what is told by name. */
function campaignOf({ campaign: { stages: _, groups: __, ...facts } }: Pack): object {
  return facts
}

function one(part: Part, before: object | null, after: object | null, name: string): PackChange[] {
  if (isDeepStrictEqual(before, after)) return []
  if (!after) return [{ part, key: part, name, change: 'dropped', fields: [] }]
  if (!before) return [{ part, key: part, name, change: 'new', fields: [] }]
  return [{ part, key: part, name, change: 'changed', fields: fieldsOf(before, after) }]
}

function each(
  part: Part,
  before: readonly Named[] | undefined = [],
  after: readonly Named[] | undefined = [],
): PackChange[] {
  const was = new Map(before.map(entry => [entry.id, entry]))
  const is = new Set(after.map(entry => entry.id))
  const changes = after.flatMap((entry): PackChange[] => {
    const old = was.get(entry.id)
    const { id: key, name } = entry
    if (!old) return [{ part, key, name, change: 'new', fields: [] }]
    const fields = fieldsOf(old, entry)
    return fields.length ? [{ part, key, name, change: 'changed', fields }] : []
  })
  const gone = before
    .filter(entry => !is.has(entry.id))
    .map(({ id, name }): PackChange => ({ part, key: id, name, change: 'dropped', fields: [] }))
  const order = (entries: readonly Named[]) => entries.map(({ id }) => id)
  const moved =
    changes.length + gone.length === 0 && !isDeepStrictEqual(order(before), order(after))
      ? [{ part, key: part, name: '', change: 'changed' as const, fields: ['order'] }]
      : []
  return [...changes, ...gone, ...moved]
}

function fieldsOf(before: object, after: object): string[] {
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    key => !isDeepStrictEqual(was[key], is[key]),
  )
}
