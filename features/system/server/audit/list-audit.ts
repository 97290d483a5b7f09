import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import { type Database, sql } from '@jianbao/platform/db'
import { type AuditDetail, type AuditPage, type AuditQuery, mostListed } from '../../contract/index.ts'
import { countEntries, findEntry, selectEntries } from './audit.store.ts'
import { auditConditions } from './audit-filter.ts'

/** One page of the trail, newest first; counted and turned through up to `mostListed`. */
export async function listAudit(tx: Database, scope: Scope, query: AuditQuery): Promise<AuditPage> {
  const { page = 1, pageSize = 50, ...filters } = query
  const where = await auditConditions(tx, scope, filters)
  const offset = (page - 1) * pageSize
  const limit = Math.max(0, Math.min(pageSize, mostListed - offset))
  const rows = limit ? await selectEntries(tx, where, { limit, offset }) : []
  const counted = await countEntries(tx, where, mostListed + 1)
  const total = Math.min(counted, mostListed)
  return { rows, total, totalIsFloor: counted > mostListed, page, pageSize }
}

/** One entry with what changed. Throws `not-found`. */
export async function getAuditEntry(tx: Database, scope: Scope, id: number): Promise<AuditDetail> {
  const entry = await findEntry(tx, sql`e.id = ${id} and ${await auditConditions(tx, scope, {})}`)
  if (!entry) throw new Problem('not-found')
  return entry
}
