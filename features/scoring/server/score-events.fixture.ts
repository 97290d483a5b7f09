/** Events for tests, as they come from the tables; ids tell them apart. */
import type { ScoreEvent } from '../contract/index.ts'

let made = 0
const id = (): string => `e${String(made++).padStart(6, '0')}`

export const sent = (reportId: string, day: string): ScoreEvent => ({
  kind: 'reported',
  id: id(),
  day,
  reportId,
  signed: true,
})

export const adopted = (
  reportId: string,
  day: string,
  column: string,
  at = 'province',
  units = 1,
): ScoreEvent => ({
  kind: 'adopted',
  id: id(),
  day,
  reportId,
  signed: true,
  column,
  at,
  units,
})

export const above = (reportId: string, day: string, bulletin: string, form: string | null): ScoreEvent => ({
  kind: 'above',
  id: id(),
  day,
  reportId,
  signed: true,
  bulletin,
  form,
})

export const instruction = (reportId: string, day: string, leader: string): ScoreEvent => ({
  kind: 'instruction',
  id: id(),
  day,
  reportId,
  signed: true,
  leader,
})

export const plain = (
  kind: 'commission-done' | 'commission-missed' | 'late' | 'omitted',
  day: string,
): ScoreEvent => ({ kind, id: id(), day, reportId: null })
