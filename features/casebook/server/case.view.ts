import type { Person } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { actionsOfCase, type CaseRecord, type CaseStepRecord, type CaseSummary } from '../contract/index.ts'
import { type CaseRow, type CaseViewer, getCaseRow } from './case.store.ts'
import { findSourceOf, tellSource } from './case-source.ts'

const openingLength = 80

/** Roles somebody holds where a case stands. */
export function rolesAt(person: Person | null, path: string): string[] {
  return (person?.posts ?? []).filter(post => path.startsWith(post.path)).map(post => post.role)
}

export function viewCase(row: CaseRow, person: Person | null): CaseSummary {
  const { id, title, unitId, unitName, sourceKind, sourceUnit, sourceDay, why, tags, state, markedName } = row
  const [first = ''] = why.split('\n')
  const letters = [...first]
  return {
    id,
    title,
    unitId,
    unitName: unitName ?? '',
    sourceKind,
    sourceUnit,
    sourceDay,
    opening: letters.length > openingLength ? `${letters.slice(0, openingLength).join('')}…` : first,
    tags,
    state,
    markedName,
    markedAt: new Date(row.markedAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
    version: row.version,
    actions: actionsOfCase(state, rolesAt(person, row.path)),
  }
}

/** One case with its source as it stands now and its history. Throws `not-found`. */
export async function viewCaseRecord(
  tx: Database,
  viewer: CaseViewer,
  id: string,
  person: Person | null,
): Promise<CaseRecord> {
  const row = await getCaseRow(tx, viewer, id)
  const source = await findSourceOf(tx, viewer, row)
  const steps = await rowsOf<Omit<CaseStepRecord, 'at'> & { at: string | Date }>(
    tx,
    sql`select s.at, s.action, s.by_name as "byName", s.changed from casebook_step s where s.case_id = ${row.id}
      order by s.at desc, s.id desc limit 200`,
  )
  return {
    ...viewCase(row, person),
    why: row.why,
    how: row.how,
    sourceTitle: row.sourceTitle,
    source: source && tellSource(source),
    history: steps.map(step => ({ ...step, at: new Date(step.at).toISOString() })),
  }
}
