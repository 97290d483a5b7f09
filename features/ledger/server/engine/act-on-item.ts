/** The deeds that move an item with words at most, and those that say how far it is. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { nextDay } from '@jianbao/platform/clock'
import { type Database, sql } from '@jianbao/platform/db'
import { type ItemDeed, type ItemProgress, itemFlow, openStates, stateAfter } from '../../contract/index.ts'
import { requireOutcome } from '../service/item/write-outcome.ts'
import { closeSummary } from './close-summary.ts'
import { dispatchItems } from './dispatch-items.ts'
import { getItemMore, type ItemRow, selectItems } from './item.store.ts'
import { checkDays, milestoneDayOf, nearDayOf } from './item-days.ts'
import { type Change, changeItem, type ItemAsker, takeForDeed } from './take-step.ts'

type Asked<T = object> = T & { readonly id: string; readonly version: number }

/** What a deed puts down besides the state. */
async function changeOf(
  tx: Database,
  row: ItemRow,
  deed: Exclude<ItemDeed, 'dispatch'>,
  { person, now, today }: ItemAsker,
  words: string | undefined,
): Promise<Omit<Change, 'action' | 'words'>> {
  const at = now.toISOString()
  switch (deed) {
    case 'submit':
      return { set: sql`submitted_at = ${at}, submitted_by = ${person.id}` }
    case 'approve':
      return { set: sql`reviewed_at = ${at}` }
    case 'reject':
      return { set: sql`submitted_by = null` }
    case 'acknowledge':
      return { set: sql`acknowledged_at = ${at}` }
    case 'decline':
      return {}
    case 'feedback':
      await requireOutcome(tx, row)
      return {
        set: sql`fed_back_at = ${at}, fed_back_day = ${today}, percent = 100`,
        days: { fedBackDay: today },
      }
    case 'return':
      return { set: sql`fed_back_day = null`, days: { fedBackDay: null } }
    case 'close': {
      const summary = await closeSummary(tx, row, { by: person.name, now, words })
      const recheck = row.rules.steps.recheckDays
      return {
        set: sql`closed_at = ${at}, closed_day = ${today}, summary = ${JSON.stringify(summary)}::jsonb,
          recheck_day = ${recheck === null ? null : nextDay(today, recheck)}::date, flag = null, flagged_at = null`,
      }
    }
    case 'settle':
      return { set: sql`settled_at = ${at}` }
    case 'cancel':
      return { set: sql`cancelled_at = ${at}` }
    case 'unflag':
      return { set: sql`flag = null, flagged_at = null` }
  }
}

/** Throws what `takeForDeed` throws, and `not-now` where a reason is missing. */
export async function actOnItem(
  tx: Database,
  asker: ItemAsker,
  { id, version, deed, words }: Asked<{ deed: ItemDeed; words?: string | undefined }>,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeForDeed(tx, asker, { id, version, action: deed }, entry)
  const { person: by, now, today } = asker
  if ('reason' in itemFlow[deed] && !words?.trim()) throw new Problem('not-now', { reason: '请写明理由。' })
  if (deed === 'dispatch') {
    entry.before = { state: row.state }
    entry.after = { state: stateAfter('dispatch', row.state, row.rules) }
    return dispatchItems(tx, [id], { rules: row.rules, by, now, today, words })
  }
  const change = await changeOf(tx, row, deed, asker, words)
  await changeItem(tx, row, { ...change, action: deed, words }, { by, now, today }, entry)
  if (deed === 'cancel') await cancelParts(tx, row, asker, words)
}

/** What is cancelled takes its parts along: nobody works on for nothing. */
async function cancelParts(
  tx: Database,
  row: ItemRow,
  asker: ItemAsker,
  words: string | undefined,
): Promise<void> {
  const parts = await selectItems(
    tx,
    sql`i.parent_id = ${row.id} and i.state not in ('closed', 'settled', 'cancelled')`,
    sql`order by i.id for update of i`,
  )
  for (const part of parts) {
    const set = sql`cancelled_at = ${asker.now.toISOString()}`
    await changeItem(tx, part, { action: 'cancel', set, words }, { ...asker, by: asker.person })
    await cancelParts(tx, part, asker, words)
  }
}

/** 办理: how far it is, which milestones are reached, what was spent. */
export async function noteProgress(
  tx: Database,
  asker: ItemAsker,
  { id, version, words, percent, reached, spent }: Asked<ItemProgress>,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeForDeed(tx, asker, { id, version, action: 'progress' }, entry)
  const more = await getItemMore(tx, id)
  const milestones = more.milestones.map(each => {
    if (reached === undefined) return each
    return { ...each, done: reached.includes(each.no) ? (each.done ?? asker.today) : null }
  })
  const milestoneDay = milestoneDayOf(milestones)
  const set = sql`percent = ${percent ?? row.percent}, milestones = ${JSON.stringify(milestones)}::jsonb,
    milestone_day = ${milestoneDay}::date,
    spent = ${spent === undefined ? more.spent : spent === null ? null : String(spent)}::numeric`
  const details = {
    percent: percent ?? row.percent,
    ...(reached ? { reached } : {}),
    ...(spent != null ? { spent } : {}),
  }
  const change = { action: 'progress', set, days: { milestoneDay }, words, details } as const
  await changeItem(tx, row, change, { ...asker, by: asker.person }, entry)
}

/** 重新办理: what was closed did not hold; it gets a new deadline, and its summary stays in its story. */
export async function reopenItem(
  tx: Database,
  asker: ItemAsker,
  { id, version, words, dueDay }: Asked<{ words: string; dueDay: string }>,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeForDeed(tx, asker, { id, version, action: 'reopen' }, entry)
  if (dueDay < asker.today) throw new Problem('item-days', { reason: `新的时限 ${dueDay} 已经过去。` })
  checkDays({ startDay: row.startDay, dueDay }, [])
  await requireOpenParent(tx, row)
  const { summary } = await getItemMore(tx, id)
  const nearDay = nearDayOf(dueDay, row.rules)
  const set = sql`due_day = ${dueDay}, near_day = ${nearDay}, closed_at = null, closed_day = null, recheck_day = null,
    settled_at = null, fed_back_day = null, summary = null, flag = null, flagged_at = null,
    reopened = i.reopened + 1`
  const change = {
    action: 'reopen',
    set,
    days: { dueDay, nearDay, fedBackDay: null },
    words,
    details: { from: row.dueDay, to: dueDay, summary },
  } as const
  await changeItem(tx, row, change, { ...asker, by: asker.person })
  await tx.execute(sql`select sum_evidence(array[${id}]::uuid[])`)
  entry.before = { state: row.state, dueDay: row.dueDay }
  entry.after = { state: 'doing', dueDay }
}

/** What is closed as a whole has no open part. */
async function requireOpenParent(tx: Database, { parentId }: ItemRow): Promise<void> {
  if (parentId === null) return
  const [parent] = await selectItems(tx, sql`i.id = ${parentId}`, sql`for share of i`)
  if (!parent || !(openStates as readonly string[]).includes(parent.state))
    throw new Problem('not-now', { reason: '它的上级事项已经办结或撤销，请先重新办理上级事项。' })
}
