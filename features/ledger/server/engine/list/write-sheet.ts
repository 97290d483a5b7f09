/** Writes what a sheet of items was found to change: all of it, in the caller's transaction, or nothing. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ItemFacts } from '../../../contract/index.ts'
import { changeFacts } from '../change-facts.ts'
import { proposeMatter, takeLedger } from '../create-matter.ts'
import type { ItemAsker } from '../take-step.ts'
import type { Checked, NewMatter } from './check-sheet.ts'

/** Throws what amending one item throws; then nothing of the sheet is written. */
export async function writeSheet(
  tx: Database,
  asker: ItemAsker,
  { changes, matters }: Pick<Checked, 'changes' | 'matters'>,
  fileName: string,
): Promise<void> {
  const words = `按导入表格“${fileName}”调整`
  for (const { item, facts } of changes) {
    const { id, version } = item
    const reason = item.actions.includes('edit') ? {} : { words }
    await changeFacts(tx, asker, { id, version, facts, ...reason }, {})
  }
  for (const matter of matters) await writeMatter(tx, asker, matter)
}

async function writeMatter(
  tx: Database,
  asker: ItemAsker,
  { ledgerId, title, items }: NewMatter,
): Promise<void> {
  const { scope, person, now, today } = asker
  const ledger = await takeLedger(tx, scope, ledgerId)
  const { ownerId: _, ...shared } = items[0]!.facts
  const { matterId } = await proposeMatter(tx, scope, {
    ...{ ledger, actor: person, now, today },
    facts: { ...shared, title },
    unitIds: items.map(({ unitId }) => unitId),
  })
  const made = await rowsOf<{ id: string; unitId: string; version: number }>(
    tx,
    sql`select id, unit_id as "unitId", version from ledger_item where matter_id = ${matterId}`,
  )
  const byUnit = new Map(made.map(row => [row.unitId, row]))
  // What a row says otherwise than the first of its matter is put to its own item.
  for (const { unitId, facts } of items) {
    const own = Object.fromEntries(
      Object.entries(facts).filter(([key, value]) => shared[key as keyof typeof shared] !== value),
    ) as Partial<ItemFacts>
    const { id, version } = byUnit.get(unitId)!
    if (Object.keys(own).length > 0) await changeFacts(tx, asker, { id, version, facts: own }, {})
  }
}
