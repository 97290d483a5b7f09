/** Services and needs that are known already, as a loaded demonstration has them. */
import { randomUUID } from 'node:crypto'
import { addWorkingDays, localInstant, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ItemState, NeedKind, NeedSource, SatisfactionChoice } from '../../contract/index.ts'
import { needSearch } from './need/need.words.ts'
import { newNeedNumber } from './need/need-number.ts'

type Who = { readonly id: string; readonly name: string }

export type ServiceRecordDraft = {
  readonly unitId: string
  readonly title: string
  readonly measure: string
  readonly state: Extract<ItemState, 'dispatched' | 'doing' | 'closed'>
  readonly startDay: string
  readonly dueDay: string
  readonly closedDay?: string
  readonly percent: number
  readonly milestones: readonly { readonly name: string; readonly day: string; readonly done: boolean }[]
  readonly budget: string
  readonly spent: string | null
  readonly outcome?: { readonly people: number; readonly attendances: number | null; readonly words: string }
  /** Left out: not published. */
  readonly words?: string
  readonly answers?: Partial<Readonly<Record<SatisfactionChoice, number>>>
  readonly said?: readonly string[]
  /** Who asked for it. */
  readonly need?: Omit<NeedRecordDraft, 'unitId' | 'reason'>
}

export type NeedRecordDraft = {
  readonly unitId: string
  readonly source: NeedSource
  readonly kind: NeedKind
  readonly words: string
  readonly place: string
  readonly day: string
  /** It was declined with it. */
  readonly reason?: string
}

type Hand = { readonly ledgerId: string; readonly keeperId: string; readonly by: Who }

/** One service with everything that belongs to it; answers its item. */
export async function recordService(tx: Database, hand: Hand, draft: ServiceRecordDraft): Promise<string> {
  const { unitId, title, measure, state, startDay, dueDay, percent, budget, spent } = draft
  const [id, matterId] = [randomUUID(), randomUUID()]
  const at = (day: string): string => localInstant(day, '09:30').toISOString()
  const closed = state === 'closed' ? (draft.closedDay ?? dueDay) : null
  const milestones = draft.milestones.map(({ name, day, done }, no) => ({
    no: no + 1,
    name,
    day,
    done: done ? day : null,
  }))
  const milestoneDay = milestones.find(({ done }) => done === null)?.day ?? null
  const acknowledged = state === 'dispatched' ? null : at(nextDay(startDay))
  await tx.execute(sql`with numbered as (
      update ledger set last_no = last_no + 1 where id = ${hand.ledgerId} returning last_no)
    insert into ledger_matter (id, ledger_id, no, title, created_by, created_name, created_at)
    select ${matterId}, ${hand.ledgerId}, last_no, ${title}, ${hand.by.id}, ${hand.by.name}, ${at(startDay)} from numbered`)
  await tx.execute(sql`insert into ledger_item (id, matter_id, ledger_id, kind, title, unit_id, scope_path, keeper_id, measure,
      budget, spent, milestones, start_day, due_day, near_day, milestone_day, percent, state, dispatched_at, acknowledged_at,
      fed_back_at, fed_back_day, closed_at, closed_day, summary, updated_at)
    values (${id}, ${matterId}, ${hand.ledgerId}, 'service', ${title}, ${unitId}, '', ${hand.keeperId}, ${measure},
      ${budget}::numeric, ${spent}::numeric, ${JSON.stringify(milestones)}::jsonb, ${startDay}, ${dueDay},
      ${addWorkingDays(dueDay, -3)}, ${milestoneDay}::date, ${percent}, ${state}, ${at(startDay)}, ${acknowledged},
      ${closed && at(closed)}::timestamptz, ${closed}::date, ${closed && at(closed)}::timestamptz, ${closed}::date,
      ${closed && JSON.stringify(await summaryOf(tx, hand, draft, closed))}::jsonb, ${at(closed ?? startDay)})`)
  const steps: [string, string, string][] = [
    ['propose', 'draft', startDay],
    ['dispatch', 'dispatched', startDay],
    ...(acknowledged ? ([['acknowledge', 'doing', nextDay(startDay)]] as [string, string, string][]) : []),
    ...(closed
      ? ([
          ['feedback', 'feedback', closed],
          ['close', 'closed', closed],
        ] as [string, string, string][])
      : []),
  ]
  for (const [action, after, day] of steps)
    await tx.execute(sql`insert into ledger_step (item_id, at, action, state, by_id, by_name)
      values (${id}, ${at(day)}, ${action}, ${after}, ${hand.by.id}, ${hand.by.name})`)
  if (closed) await recordProof(tx, id, draft.unitId, hand.by, at(closed))
  if (draft.outcome)
    await tx.execute(sql`insert into service_outcome (item_id, people, attendances, words, updated_by, updated_name, updated_at)
      values (${id}, ${draft.outcome.people}, ${draft.outcome.attendances}, ${draft.outcome.words}, ${hand.by.id},
        ${hand.by.name}, ${at(closed ?? startDay)})`)
  await recordAnswers(tx, id, draft, closed ?? startDay)
  if (draft.words)
    await tx.execute(sql`insert into service_publication (item_id, unit_id, scope_path, title, words, outcome, published_at,
        updated_at, state, start_day, due_day, near_day, percent, reached, milestones)
      select i.id, i.unit_id, '', ${title}, ${draft.words}, ${draft.outcome?.words ?? ''}, ${at(startDay)}::timestamptz,
        ${at(startDay)}::timestamptz, i.state, i.start_day, i.due_day, i.near_day, i.percent, 0, i.milestones
      from ledger_item i where i.id = ${id}`)
  await tx.execute(sql`select publish_facts(${id})`)
  if (draft.need)
    await recordNeed(tx, hand.by, { ...draft.need, unitId }, { itemId: id, settled: closed !== null })
  return id
}

async function summaryOf(
  tx: Database,
  { by }: Hand,
  draft: ServiceRecordDraft,
  closed: string,
): Promise<object> {
  const [unit] = await rowsOf<{ name: string }>(tx, sql`select name from unit where id = ${draft.unitId}`)
  return {
    closedAt: localInstant(closed, '09:30').toISOString(),
    closedBy: by.name,
    words: '情况属实，同意销号。',
    title: draft.title,
    unitName: unit!.name,
    ownerName: '',
    measure: draft.measure,
    dueDay: draft.dueDay,
    late: closed > draft.dueDay,
    target: null,
    reached: 0,
    percent: draft.percent,
    spent: draft.spent === null ? null : Number(draft.spent),
    evidence: (await proofOf(tx, draft.unitId)).map(({ id, title }) => ({
      name: title,
      kind: 'report',
      reportId: id,
    })),
  }
}

/** What was reported from there proves it. */
const proofOf = (tx: Database, unitId: string): Promise<{ id: string; title: string }[]> =>
  rowsOf(
    tx,
    sql`select r.id, r.title from report r join unit u on u.id = ${unitId} where starts_with(r.scope_path, u.path)
      and r.state not in ('draft', 'review', 'returned', 'withdrawn') order by r.created_at, r.id limit 2`,
  )

async function recordProof(tx: Database, itemId: string, unitId: string, by: Who, at: string): Promise<void> {
  for (const { id, title } of await proofOf(tx, unitId))
    await tx.execute(sql`insert into ledger_evidence (id, item_id, report_id, name, added_by, added_name, added_at)
      values (${randomUUID()}, ${itemId}, ${id}, ${title}, ${by.id}, ${by.name}, ${at})`)
}

async function recordAnswers(
  tx: Database,
  id: string,
  draft: ServiceRecordDraft,
  day: string,
): Promise<void> {
  for (const [choice, count] of Object.entries(draft.answers ?? {}))
    await tx.execute(sql`insert into service_answer (item_id, round, choice, day)
      select ${id}, 0, ${choice}, ${day} from generate_series(1, ${count}::int)`)
  await tx.execute(sql`update ledger_item i set flag = 'satisfaction', flagged_at = i.closed_at from service_score(${id}) x
    where i.id = ${id} and i.state = 'closed' and x.counted >= 3 and x.points < x.pass * x.counted`)
  for (const words of draft.said ?? [])
    await tx.execute(sql`insert into service_word (item_id, unit_id, scope_path, round, words, day)
      select i.id, i.keeper_id, '', 0, ${words}, ${day} from ledger_item i where i.id = ${id}`)
}

/** One need, waiting, declined, or put to an item. */
export async function recordNeed(
  tx: Database,
  by: Who,
  draft: NeedRecordDraft,
  put: { readonly itemId: string; readonly settled: boolean } | null = null,
): Promise<void> {
  const { unitId, source, kind, words, place, day, reason = null } = draft
  const [id, number] = [randomUUID(), newNeedNumber()]
  const at = localInstant(day, '10:20').toISOString()
  const [own, name] = source === 'form' ? [null, ''] : [by.id, by.name]
  const state = put ? (put.settled ? 'settled' : 'accepted') : reason === null ? 'waiting' : 'declined'
  await tx.execute(sql`insert into need (id, number, unit_id, scope_path, source, kind, words, place, day, state, reason, item_id,
      registered_by, registered_name, search, created_at, updated_at)
    values (${id}, ${number}, ${unitId}, '', ${source}, ${kind}, ${words}, ${place}, ${day}, ${state}, ${reason},
      ${put?.itemId ?? null}, ${own}, ${name}, ${needSearch({ number, words, place })}, ${at}, ${at})`)
  const steps = [
    source === 'form' ? 'ask' : 'register',
    ...(put ? ['accept'] : reason === null ? [] : ['decline']),
  ]
  for (const action of steps)
    await tx.execute(sql`insert into need_step (need_id, at, action, by_id, by_name, words)
      values (${id}, ${at}, ${action}, ${action === 'ask' ? '' : by.id}, ${action === 'ask' ? '' : by.name}, ${reason})`)
}
