/** 修改立项, 调整, 交办: what an item says is changed, by its keeper or by the lead of its unit. */
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql, storableText } from '@jianbao/platform/db'
import type { ItemAmend, Milestone } from '../../contract/index.ts'
import { checkOwner, checkParties, writeParties } from './check-parties.ts'
import { getItemMore, type ItemMore, type ItemRow } from './item.store.ts'
import { checkDays, milestoneDayOf, nearDayOf, orderMilestones } from './item-days.ts'
import { listAssists } from './item-parts.store.ts'
import { changeItem, type ItemAsker, takeForDeed } from './take-step.ts'

type Facts = ItemAmend['facts']
type Asked<T> = T & { readonly id: string; readonly version: number }

/** The whole of what it says, with what is given in place of what was. */
async function mergeFacts(tx: Database, row: ItemRow, more: ItemMore, facts: Facts) {
  const [startDay, dueDay] = [facts.startDay ?? row.startDay, facts.dueDay ?? row.dueDay]
  const milestones: Milestone[] = facts.milestones
    ? orderMilestones(facts.milestones, more.milestones)
    : more.milestones
  checkDays({ startDay, dueDay }, milestones)
  const owned = facts.ownerId !== undefined || facts.ownerName !== undefined
  const owner = owned ? await checkOwner(tx, facts, [row.unitId]) : { id: row.ownerId, name: row.ownerName }
  return { startDay, dueDay, milestones, owner, nearDay: nearDayOf(dueDay, row.rules) }
}

/**
 * Changes what is named: before it is dispatched without further words, afterwards with a reason that stands in its
 * story; whoever words anew what is under review has submitted it, so that another approves. Throws what `takeForDeed` throws, `item-days`, `item-owner`, `item-units`.
 */
export async function changeFacts(
  tx: Database,
  asker: ItemAsker,
  { id, version, facts, words }: Asked<{ facts: Facts; words?: string }>,
  entry: EntryDraft,
): Promise<void> {
  const action = words === undefined ? 'edit' : 'amend'
  const row = await takeForDeed(tx, asker, { id, version, action }, entry)
  const more = await getItemMore(tx, id)
  const { startDay, dueDay, milestones, owner, nearDay } = await mergeFacts(tx, row, more, facts)
  const milestoneDay = milestoneDayOf(milestones)
  const text = (given: string | undefined, kept: string) => (given === undefined ? kept : storableText(given))
  const target =
    facts.target === undefined
      ? { measure: row.targetMeasure, value: row.targetValue, unit: row.targetUnit }
      : (facts.target ?? { measure: null, value: null, unit: null })
  const budget =
    facts.budget === undefined ? more.budget : facts.budget === null ? null : String(facts.budget)
  const set = sql`title = ${text(facts.title, row.title)}, problem = ${text(facts.problem, more.problem)},
    measure = ${text(facts.measure, row.measure)}, basis = ${text(facts.basis, more.basis)},
    leader_name = ${text(facts.leaderName, more.leaderName)}, owner_id = ${owner.id}, owner_name = ${owner.name},
    target_measure = ${target.measure}, target_value = ${target.value === null ? null : String(target.value)}::numeric,
    target_unit = ${target.unit}, budget = ${budget}::numeric, start_day = ${startDay}, due_day = ${dueDay},
    near_day = ${nearDay}, milestones = ${JSON.stringify(milestones)}::jsonb, milestone_day = ${milestoneDay}::date,
    submitted_by = ${row.state === 'review' ? asker.person.id : row.submittedBy}`
  const fields = Object.keys(facts)
  const details = {
    fields,
    ...(dueDay === row.dueDay ? {} : { from: row.dueDay, to: dueDay }),
    ...(owner.name === row.ownerName ? {} : { owner: owner.name }),
  }
  const change = { action, set, days: { dueDay, nearDay, milestoneDay }, words, details } as const
  await changeItem(tx, row, change, { ...asker, by: asker.person }, entry)
  if (facts.leadId !== undefined || facts.assistIds !== undefined) {
    const leadId = facts.leadId === undefined ? row.leadId : facts.leadId
    const assistIds = facts.assistIds ?? (await listAssists(tx, id))
    await writeParties(tx, [id], await checkParties(tx, { leadId, assistIds }))
  }
  if (facts.target !== undefined) await tx.execute(sql`select sum_evidence(array[${id}]::uuid[])`)
}

/** 交办: to somebody of the unit. */
export async function handItem(
  tx: Database,
  asker: ItemAsker,
  { id, version, ...wish }: Asked<{ ownerId: string | null; ownerName?: string }>,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeForDeed(tx, asker, { id, version, action: 'hand' }, entry)
  const owner = await checkOwner(tx, wish, [row.unitId])
  const set = sql`owner_id = ${owner.id}, owner_name = ${owner.name}`
  const change = { action: 'hand', set, details: { owner: owner.name } } as const
  await changeItem(tx, { ...row, ownerId: owner.id }, change, { ...asker, by: asker.person }, entry)
}
