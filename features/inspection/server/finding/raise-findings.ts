/** 生成整改事项: each finding becomes a matter of a rectification ledger, with an item of the visited unit. */
import { Problem } from '@jianbao/errors'
import { proposeMatter, takeLedger, unitsOf } from '@jianbao/ledger/server'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, sql, storableText } from '@jianbao/platform/db'
import type { Finding, FindingsRaise } from '../../contract/index.ts'
import type { Actor } from '../inspection.services.ts'
import { tellFindings } from '../tell-findings.ts'
import { takeFindings, viewAgain, wordsOfFindings } from './settle-findings.ts'

const longestTitle = 60

/**
 * Several at once, all or none; what was not confirmed is confirmed with it. Throws `not-found`, `finding-ledger`,
 * `finding-settled`, and what the ledger throws.
 */
export async function raiseFindings(
  tx: Database,
  actor: Actor,
  { ledgerId, findings }: FindingsRaise,
  entry: EntryDraft,
): Promise<Finding[]> {
  const rows = await takeFindings(tx, actor, findings, 'raise')
  const ledger = await takeLedger(tx, actor.scope, ledgerId)
  if (ledger.kind !== 'rectification') throw new Problem('finding-ledger', { name: ledger.name })
  const wishes = new Map(findings.map(wish => [wish.id.toLowerCase(), wish]))
  const today = localDay(actor.now)
  for (const row of rows) {
    const { measure, dueDay } = wishes.get(row.id)!
    const unitIds = await unitsOf(tx, actor.scope, ledger, { ids: [row.unitId] })
    const { first } = await proposeMatter(tx, actor.scope, {
      ledger,
      facts: {
        title: titleOf(row.problem),
        problem: row.problem,
        measure: storableText(measure).trim(),
        basis: row.basis.slice(0, 500),
        dueDay,
      },
      unitIds,
      origin: { kind: 'finding', id: row.id },
      submit: true,
      actor: actor.person,
      now: actor.now,
      today,
    })
    await tx.execute(sql`update inspection_finding set state = 'raised', item_id = ${first}, reason = null,
      settled_at = ${actor.now.toISOString()}, version = version + 1 where id = ${row.id}`)
  }
  await tellFindings(
    tx,
    rows.filter(({ state }) => state === 'open'),
    actor,
  )
  entry.words = wordsOfFindings(rows)
  entry.unitId = ledger.unitId
  entry.after = { ledger: ledger.name, findings: rows.map(({ id }) => id) }
  return viewAgain(tx, actor, rows)
}

/** The finding in a line. */
function titleOf(problem: string): string {
  const line = problem.replace(/\s+/gu, ' ').trim()
  const letters = [...line]
  const title = letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join('')}…` : line
  return title.length >= 2 ? title : `问题：${title}`
}
