/** 确认问题, 不予认定: several at once, all or none. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import { actionsOfFinding, type Finding, type FindingAction, findingAfter } from '../../contract/index.ts'
import type { Actor, Viewer } from '../inspection.services.ts'
import { tellFindings } from '../tell-findings.ts'
import { type FindingRow, selectFindings, viewFindings } from './finding.store.ts'

type One = { readonly id: string; readonly version: number }

/** Held, in the order asked for. Throws `not-found`, `changed-meanwhile`, `finding-settled`. */
export async function takeFindings(
  tx: Database,
  viewer: Viewer,
  wished: readonly One[],
  action: FindingAction,
): Promise<FindingRow[]> {
  const ids = sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(wished.map(({ id }) => id))}::jsonb))`
  await rowsOf(tx, sql`select from inspection_finding where id in ${ids} order by id for update`)
  const rows = await selectFindings(tx, viewer, sql`f.id in ${ids}`, sql``)
  return [...new Map(wished.map(one => [one.id.toLowerCase(), one])).values()].map(({ id, version }) => {
    const row = rows.find(each => each.id === id.toLowerCase())
    if (!row) throw new Problem('not-found')
    if (findingAfter(action, row.state) === null)
      throw new Problem('finding-settled', { problem: row.problem })
    if (row.version !== version) throw new Problem('changed-meanwhile', { name: row.problem })
    const plans = viewer.scope.roots.some(root => row.tourPath.startsWith(root.path))
    if (!actionsOfFinding(row.state, { plans, onTeam: false, leads: row.leads }).includes(action))
      throw new Problem('not-found')
    return row
  })
}

export async function settleFindings(
  tx: Database,
  actor: Actor,
  { findings, reason }: { readonly findings: readonly One[]; readonly reason?: string },
  action: 'confirm' | 'dismiss',
  entry: EntryDraft,
): Promise<Finding[]> {
  const rows = await takeFindings(tx, actor, findings, action)
  const [state, why] = [
    action === 'confirm' ? 'confirmed' : 'dismissed',
    reason ? storableText(reason).trim() : null,
  ]
  for (const { id } of rows)
    await tx.execute(sql`update inspection_finding set state = ${state}, reason = ${why},
      settled_at = ${actor.now.toISOString()}, version = version + 1 where id = ${id}`)
  if (action === 'confirm') await tellFindings(tx, rows, actor)
  entry.words = wordsOfFindings(rows)
  entry.unitId = rows[0]!.unitId
  entry.after = { state, findings: rows.map(({ id }) => id), ...(why ? { reason: why } : {}) }
  return viewAgain(tx, actor, rows)
}

export const wordsOfFindings = (rows: readonly FindingRow[]): string =>
  rows.length === 1 ? rows[0]!.problem.slice(0, 60) : `${rows.length} 个问题`

export async function viewAgain(
  tx: Database,
  viewer: Viewer,
  rows: readonly FindingRow[],
): Promise<Finding[]> {
  const again = await selectFindings(
    tx,
    viewer,
    sql`f.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(rows.map(({ id }) => id))}::jsonb))`,
    sql`order by f.at, f.id`,
  )
  return viewFindings(tx, viewer, again)
}
