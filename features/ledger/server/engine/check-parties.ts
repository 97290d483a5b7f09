/** Who has to do with an item besides its unit: its owner, the unit that leads it, those that assist. */
import { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'

type Parties = { readonly leadId: string | null; readonly assistIds: readonly string[] }

/** Throws `item-units` for a unit that is not there. */
export async function checkParties(
  tx: Database,
  { leadId = null, assistIds = [] }: { leadId?: string | null; assistIds?: readonly string[] },
): Promise<Parties> {
  const asked = [...new Set([...(leadId === null ? [] : [leadId]), ...assistIds])]
  const found = await nameUnits(tx, asked)
  const count = asked.length - found.size
  if (count > 0) throw new Problem('item-units', { count, reason: '牵头或协办单位没有找到。' })
  return { leadId, assistIds: [...new Set(assistIds)].filter(id => id !== leadId) }
}

/** Puts units to items in place of those that were there. */
export async function writeParties(tx: Database, items: readonly string[], parties: Parties): Promise<void> {
  const { leadId, assistIds } = parties
  const rows = [...(leadId === null ? [] : [[leadId, 'lead']]), ...assistIds.map(id => [id, 'assist'])]
  const listed = sql`(select x::uuid from json_array_elements_text(${JSON.stringify(items)}::json) x)`
  await tx.execute(sql`delete from ledger_party where item_id in ${listed}`)
  if (rows.length === 0) return
  await tx.execute(sql`insert into ledger_party (item_id, unit_id, scope_path, part)
    select i.x::uuid, (p.x->>0)::uuid, '', p.x->>1 from json_array_elements_text(${JSON.stringify(items)}::json) i(x)
      cross join json_array_elements(${JSON.stringify(rows)}::json) p(x)`)
}

/** Whoever is responsible at the one unit: by account, or by name alone. Throws `item-owner`. */
export async function checkOwner(
  tx: Database,
  { ownerId = null, ownerName = '' }: { ownerId?: string | null; ownerName?: string },
  unitIds: readonly string[],
): Promise<{ id: string | null; name: string }> {
  if (ownerId === null) return { id: null, name: storableText(ownerName.trim()) }
  const [unitId] = unitIds
  const [person] = await rowsOf<{ name: string }>(
    tx,
    sql`select p.name from person p where p.id = ${ownerId} and p.state = 'active' and ${unitIds.length === 1}
      and (p.unit_id = ${unitId!} or exists (select from membership g where g.person_id = p.id and g.unit_id = ${unitId!}))`,
  )
  const unit = (await nameUnits(tx, [unitId ?? null])).get(unitId ?? '')?.name ?? ''
  if (!person) throw new Problem('item-owner', { unit })
  return { id: ownerId, name: person.name }
}
