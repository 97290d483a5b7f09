/** What the reader proposed, until somebody says yes to it: each part settled by itself, or all at once. */
import type { ProposedFigure, ProposedUnit, ReportDraft, ReportProposal } from '../../contract/index.ts'

/** A part that waits; figures and units by their place in the proposal. */
export type PendingKey = 'title' | 'days' | 'place' | 'type' | `figure:${number}` | `unit:${number}`

export function pendingKeys({ proposal }: Pick<ReportDraft, 'proposal'>): PendingKey[] {
  if (!proposal) return []
  const keys: PendingKey[] = []
  for (const key of ['title', 'type', 'days', 'place'] as const) if (proposal[key]) keys.push(key)
  const numbered = (kind: 'figure' | 'unit', all: readonly unknown[]) =>
    all.map((_, at): PendingKey => `${kind}:${at}`)
  keys.push(...numbered('figure', proposal.figures), ...numbered('unit', proposal.units))
  return keys
}

/** Puts a fresh reading into a draft: the text is taken, a field somebody filled is left alone. */
export function takeReading(draft: ReportDraft, reading: ReportProposal): ReportDraft {
  const partners = new Set(draft.partners.map(({ name }) => name))
  const surfaces = new Set(draft.figures.map(({ surface }) => surface))
  const proposal: ReportProposal = {
    ...reading,
    title: draft.title ? null : reading.title,
    days: draft.startDay ? null : reading.days,
    place: draft.place ? null : reading.place,
    type: draft.type ? null : reading.type,
    // The reporting unit is a field of its own, no partner.
    units: reading.units.filter(
      unit => !unit.own && unit.unitId !== draft.unitId && !partners.has(unit.name),
    ),
    figures: reading.figures.filter(({ surface }) => !surfaces.has(surface)),
  }
  return withProposal({ ...draft, body: reading.body }, proposal)
}

/** Says yes to one part. A figure without measure cannot be accepted: nobody would know what it counts. */
export function accept(draft: ReportDraft, key: PendingKey, newId: () => string): ReportDraft {
  const { proposal } = draft
  if (!proposal) return draft
  const left = dismiss(draft, key)
  if (key === 'title') return { ...left, title: proposal.title?.text ?? draft.title }
  if (key === 'type') return { ...left, type: proposal.type?.key ?? draft.type }
  if (key === 'place') return { ...left, place: proposal.place?.text ?? draft.place }
  if (key === 'days') {
    const { start = null, end = null } = proposal.days ?? {}
    return { ...left, startDay: start, endDay: end === start ? null : end }
  }
  const at = Number(key.split(':')[1])
  if (key.startsWith('unit:')) {
    const unit = proposal.units[at]
    return unit ? { ...left, partners: [...draft.partners, partnerOf(unit)] } : draft
  }
  const figure = proposal.figures[at]
  if (!figure?.measure) return draft
  return { ...left, figures: [...draft.figures, figureOf(figure, figure.measure, newId())] }
}

export function acceptAll(draft: ReportDraft, newId: () => string): ReportDraft {
  let all = draft
  // From the last one on, so that those before keep their places; then the order is put right.
  for (const key of pendingKeys(draft).reverse()) all = accept(all, key, newId)
  const turned = <T>(now: readonly T[], before: readonly T[]) => [
    ...before,
    ...now.slice(before.length).reverse(),
  ]
  return {
    ...all,
    figures: turned(all.figures, draft.figures),
    partners: turned(all.partners, draft.partners),
  }
}

/** Says no to one part, or: it was written otherwise. */
export function dismiss(draft: ReportDraft, key: PendingKey): ReportDraft {
  const { proposal } = draft
  if (!proposal) return draft
  const at = Number(key.split(':')[1])
  const without = <T>(all: readonly T[]) => all.filter((_, place) => place !== at)
  if (key.startsWith('figure:'))
    return withProposal(draft, { ...proposal, figures: without(proposal.figures) })
  if (key.startsWith('unit:')) return withProposal(draft, { ...proposal, units: without(proposal.units) })
  return withProposal(draft, { ...proposal, [key]: null })
}

/** The lines that were left out and the warnings were seen. */
export function dismissRemarks(draft: ReportDraft): ReportDraft {
  return draft.proposal ? withProposal(draft, { ...draft.proposal, leftOut: [], warnings: [] }) : draft
}

/** A proposal of nothing is none. */
function withProposal(draft: ReportDraft, proposal: ReportProposal): ReportDraft {
  const settled = pendingKeys({ proposal }).length + proposal.leftOut.length + proposal.warnings.length === 0
  return { ...draft, proposal: settled ? null : proposal }
}

function figureOf(
  { value, unit, qualifier, of, surface }: ProposedFigure,
  measure: string,
  id: string,
): ReportDraft['figures'][number] {
  return { id, measure, value, unit, qualifier, of: of?.slice(0, 60) ?? null, surface: surface.slice(0, 120) }
}

const partnerOf = ({ unitId, name, role }: ProposedUnit) => ({ unitId, name: name.slice(0, 60), role })
