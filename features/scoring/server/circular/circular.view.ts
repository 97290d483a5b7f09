import type { Person } from '@jianbao/platform/access'
import {
  actionsOfCircular,
  type CircularRecord,
  type CircularSummary,
  circularKeepers,
  periodWords,
} from '../../contract/index.ts'
import type { CircularLine, CircularRow } from './circular.store.ts'

const instant = (value: string | Date): string => new Date(value).toISOString()
const maybe = (value: string | Date | null): string | null => (value === null ? null : instant(value))

/** Whether somebody makes and issues circulars of a unit: they hold the role there or above. */
export function keepsCirculars(person: Person | null, path: string): boolean {
  const keepers: readonly string[] = circularKeepers
  return person?.posts.some(post => keepers.includes(post.role) && path.startsWith(post.path)) ?? false
}

export function viewCircular(row: CircularLine, person: Person | null): CircularSummary {
  const { path, updatedAt, issuedAt, ...facts } = row
  return {
    ...facts,
    periodName: periodWords(row.period),
    updatedAt: instant(updatedAt),
    issuedAt: maybe(issuedAt),
    actions: actionsOfCircular(row.state, keepsCirculars(person, path)),
  }
}

/** `today`: the day a draft would be issued. */
export function viewCircularRecord(row: CircularRow, person: Person | null, today: string): CircularRecord {
  const {
    opening,
    closing,
    date,
    figures,
    document: _,
    revokedAt,
    issuedName,
    revokedName,
    revokeReason,
    ...line
  } = row
  const { reported, adopted } = figures.totals
  return {
    ...viewCircular({ ...line, reported, adopted }, person),
    opening,
    closing,
    date: date ?? today,
    figures,
    issuedName,
    revokedAt: maybe(revokedAt),
    revokedName,
    revokeReason,
  }
}
