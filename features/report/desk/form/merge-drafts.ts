/** A draft that was written on two devices: what one of them changed is taken, what both changed is for a person. */
import type { ReportDraft, ReportFigure, ReportPartner } from '../../contract/index.ts'

/** What is chosen as a whole; figures one by one, by their ids. */
export type MergeKey =
  | 'title'
  | 'body'
  | 'type'
  | 'days'
  | 'place'
  | 'task'
  | 'unit'
  | 'partners'
  | `figure:${string}`

/** Which keys of the draft go together. */
const groups = {
  title: ['title'],
  body: ['body'],
  type: ['type'],
  days: ['startDay', 'endDay'],
  place: ['place'],
  task: ['campaignId', 'taskId', 'periodNo', 'commissionId'],
  unit: ['unitId'],
  partners: ['partners'],
} as const satisfies Partial<Record<MergeKey, readonly (keyof ReportDraft)[]>>
type Group = keyof typeof groups
export const mergeGroups = Object.keys(groups) as readonly Group[]

export type Merged = {
  /** Mine where both changed; the version is theirs. */
  readonly draft: ReportDraft
  readonly conflicts: readonly MergeKey[]
}

/** Three-way: `base` is what both began with. Nothing either of them wrote is left out unseen. */
export function mergeDrafts(base: ReportDraft, mine: ReportDraft, theirs: ReportDraft): Merged {
  const conflicts: MergeKey[] = []
  let draft: ReportDraft = { ...mine, version: theirs.version }
  for (const group of mergeGroups) {
    const [was, here, there] = [pick(base, group), pick(mine, group), pick(theirs, group)]
    if (same(here, there) || same(there, was)) continue
    if (same(here, was)) draft = { ...draft, ...there }
    else conflicts.push(group)
  }
  const figures = mergeFigures(base.figures, mine.figures, theirs.figures)
  // What the reader proposes is nobody's word: the side that settled something of it knows more.
  const proposal = same(mine.proposal, base.proposal) ? theirs.proposal : mine.proposal
  return {
    draft: { ...draft, figures: figures.merged, proposal },
    conflicts: [...conflicts, ...figures.conflicts],
  }
}

function mergeFigures(
  base: readonly ReportFigure[],
  mine: readonly ReportFigure[],
  theirs: readonly ReportFigure[],
): { merged: ReportFigure[]; conflicts: MergeKey[] } {
  const by = (all: readonly ReportFigure[]) => new Map(all.map(figure => [figure.id, figure]))
  const [was, here, there] = [by(base), by(mine), by(theirs)]
  const merged: ReportFigure[] = []
  const conflicts: MergeKey[] = []
  for (const id of new Set([...here.keys(), ...there.keys()])) {
    const [b, m, t] = [was.get(id), here.get(id), there.get(id)]
    let taken = m
    if (!same(m, t) && !same(t, b)) {
      if (same(m, b)) taken = t
      else conflicts.push(`figure:${id}`)
    }
    if (taken) merged.push(taken)
  }
  return { merged, conflicts }
}

/** The draft with one of the two sides taken for what both changed. */
export function takeSide(draft: ReportDraft, from: ReportDraft, key: MergeKey): ReportDraft {
  if (!isFigureKey(key)) return { ...draft, ...pick(from, key) }
  const id = key.slice('figure:'.length)
  const figure = from.figures.find(other => other.id === id)
  const others = draft.figures.filter(other => other.id !== id)
  if (!figure) return { ...draft, figures: others }
  const at = draft.figures.findIndex(other => other.id === id)
  return { ...draft, figures: at < 0 ? [...others, figure] : draft.figures.with(at, figure) }
}

function isFigureKey(key: MergeKey): key is `figure:${string}` {
  return key.startsWith('figure:')
}

/** What one side says of it. */
export function pick(draft: ReportDraft, group: Group): Partial<ReportDraft> {
  return Object.fromEntries(groups[group].map(key => [key, draft[key]]))
}

/** Whether two drafts, or parts of them, say the same; the version is no part of what is said. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}

function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([key, part]) => key !== 'version' && part !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, plain(part)]),
  )
}

export function emptyDraft(unitId: string): ReportDraft {
  return {
    ...{ version: null, unitId, campaignId: null, taskId: null, periodNo: null, commissionId: null },
    ...{ title: '', body: '', type: null, startDay: null, endDay: null, place: null },
    ...{ partners: [] as ReportPartner[], figures: [] as ReportFigure[], proposal: null },
  }
}

/** Nobody wrote anything yet: there is nothing to keep. */
export function isBlank({ title, body, place, partners, figures, startDay, proposal }: ReportDraft): boolean {
  return !title && !body && !place && !partners.length && !figures.length && !startDay && !proposal
}
