/** Rows of deliveries `d`, which know what came back of each. */
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { DeliveryState, DeliveryTab, DeliveryWay, LetterState } from '../../contract/index.ts'

type Moment = string | Date | null
export type DeliveryRow = {
  readonly id: string
  readonly to: '报' | '送' | '发'
  readonly name: string
  readonly unitId: string | null
  readonly email: string | null
  readonly way: DeliveryWay
  readonly state: DeliveryState
  readonly letter: LetterState | null
  readonly problem: string | null
  readonly deliveredAt: Moment
  readonly openedAt: Moment
  readonly readers: number
  readonly acknowledgedAt: Moment
  readonly acknowledgedName: string | null
  readonly remindedAt: Moment
  readonly reminders: number
  readonly addedName: string | null
  readonly replyDueDay: string | null
  readonly reply: string | null
  readonly repliedAt: Moment
  readonly repliedName: string | null
}

const state = sql`case when d.acknowledged_at is not null then 'acknowledged' when d.opened_at is not null then 'opened'
  when d.way = 'print' then 'print' when d.way = 'app' or d.letter = 'sent' then 'delivered'
  when d.letter = 'failed' then 'failed' when d.letter = 'off' then 'unmailed' else 'waiting' end`

/** An answer that was expected by a day that is over. */
export const overdueReply = (today: string): SQL =>
  sql`(d.reply_due_day < ${today}::date and d.replied_at is null and d.recalled_at is null)`

/** Of mail that nobody confirmed it is not known whether it was read: it counts as unread. */
export const deliveryTabs = (today: string): Readonly<Record<DeliveryTab, SQL>> => ({
  all: sql`true`,
  unread: sql`(d.way <> 'print' and d.opened_at is null and d.acknowledged_at is null)`,
  unacknowledged: sql`(d.way <> 'print' and d.acknowledged_at is null)`,
  opened: sql`(d.opened_at is not null or d.acknowledged_at is not null)`,
  acknowledged: sql`d.acknowledged_at is not null`,
  failed: sql`(d.letter in ('failed', 'off'))`,
  print: sql`d.way = 'print'`,
  unanswered: sql`(d.reply_due_day is not null and d.replied_at is null)`,
  overdue: overdueReply(today),
  answered: sql`d.replied_at is not null`,
})

export function selectDeliveries(tx: Database, where: SQL, rest: SQL): Promise<DeliveryRow[]> {
  return rowsOf<DeliveryRow>(
    tx,
    sql`select d.id, d.kind as "to", d.name, d.recipient_id as "unitId", d.email, d.way, ${state} as state, d.letter,
        d.letter_problem as problem, case when d.way = 'app' then d.created_at else d.letter_at end as "deliveredAt",
        d.opened_at as "openedAt", d.readers, d.acknowledged_at as "acknowledgedAt",
        d.acknowledged_name as "acknowledgedName", d.reminded_at as "remindedAt", d.reminders,
        d.added_name as "addedName", d.reply_due_day::text as "replyDueDay", d.reply, d.replied_at as "repliedAt",
        d.replied_name as "repliedName"
      from delivery d where ${where} ${rest}`,
  )
}

/** Who has not read it comes first, paper last. */
export const unreadFirst = sql`order by d.way = 'print', d.acknowledged_at is not null, d.opened_at is not null, d.position, d.id`
