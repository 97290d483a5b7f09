import type { Person } from '@jianbao/platform/access'
import { actionsOfEdition, type EditionSummary } from '../contract/index.ts'
import { type EditionRow, rolesAt } from './edition.store.ts'

export const instant = (value: string | Date): string => new Date(value).toISOString()
export const maybeInstant = (value: string | Date | null): string | null =>
  value === null ? null : instant(value)

/** Where the caller stands towards it. */
export function standingOf(row: EditionRow, person: Person) {
  return { state: row.state, chain: row.chain, step: row.step, roles: rolesAt(person, row.unitId) }
}

/** What lists and pages show of an edition besides its texts. */
export function headOf(row: EditionRow, person: Person) {
  const { id, seriesId, seriesName, unitId, unitName, layout, special, date, state, step, round } = row
  const { next, items, title, editedName, version } = row
  return {
    ...{ id, seriesId, seriesName, unitId, unitName, layout, special, date, state, step, round },
    issueNo: row.issueNo ?? (state === 'void' ? null : special ? next.specialNo : next.issueNo),
    runningNo: row.runningNo ?? (state === 'void' || special ? null : next.runningNo),
    ...{ items, title, editedName, version },
    updatedAt: instant(row.updatedAt),
    signedAt: maybeInstant(row.signedAt),
    issuedAt: maybeInstant(row.issuedAt),
    actions: actionsOfEdition(standingOf(row, person)),
  }
}

export function viewSummary(row: EditionRow, person: Person): EditionSummary {
  const stepName = row.state === 'signing' ? (row.chain[row.step]?.name ?? null) : null
  return { ...headOf(row, person), stepName }
}
