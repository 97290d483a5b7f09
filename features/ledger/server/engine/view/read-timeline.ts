import { nameUnits } from '@jianbao/organisation/server'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type ItemState,
  type ItemTimeline,
  type LedgerKind,
  lightOfItem,
  type TimelineQuery,
  type TimelineRow,
} from '../../../contract/index.ts'
import { codeOfItem } from '../../../contract/item-code.ts'
import { itemsWhere, type Viewer } from '../list/items-where.ts'
import { countItems } from '../list/list-items.ts'
import { nameUnder } from './counting.ts'

const rowsOnPage = 50

const orders: Readonly<Record<ItemTimeline['by'], SQL>> = {
  unit: sql`i.scope_path, i.due_day, i.id`,
  matter: sql`m.ledger_id, m.no, i.scope_path, i.id`,
}

type Row = Omit<TimelineRow, 'code' | 'unitName' | 'light'> & {
  readonly no: number
  readonly kind: LedgerKind
  readonly state: ItemState
  readonly nearDay: string
  readonly milestoneDay: string | null
  readonly fedBackDay: string | null
}

/** One page of bars (甘特), with the deadline each had before it was put off. Throws Problem `not-found`. */
export async function readTimeline(
  tx: Database,
  viewer: Viewer,
  { by = 'unit', page = 1, ...filter }: TimelineQuery,
  today: string,
): Promise<ItemTimeline> {
  const where = await itemsWhere(tx, viewer, filter, today)
  const found = await rowsOf<Row>(
    tx,
    sql`select i.id, i.matter_id as "matterId", m.no, i.kind, i.title, i.unit_id as "unitId", i.state, i.percent,
        i.start_day::text as "startDay", i.due_day::text as "dueDay", i.near_day::text as "nearDay",
        i.milestone_day::text as "milestoneDay", i.fed_back_day::text as "fedBackDay", i.closed_day::text as "closedDay",
        i.milestones, (select min(x.from_day)::text from ledger_extension x
          where x.item_id = i.id and x.decision = 'granted' and x.from_day < i.due_day) as "firstDueDay"
      from ledger_item i join ledger_matter m on m.id = i.matter_id where ${where}
      order by ${orders[by]} limit ${rowsOnPage} offset ${(page - 1) * rowsOnPage}`,
  )
  const units = await nameUnits(
    tx,
    found.map(({ unitId }) => unitId),
  )
  const { count } = await countItems(tx, where)
  const rows = found.map(({ no, kind, nearDay, milestoneDay, fedBackDay, milestones, ...row }) => ({
    ...row,
    milestones: milestones.map(({ name, day, done }) => ({ name, day, done })),
    code: codeOfItem(kind, no),
    unitName: units.get(row.unitId)?.name ?? '',
    light: lightOfItem({ ...row, nearDay, milestoneDay, fedBackDay }, today),
  }))
  const under = await nameUnder(tx, viewer, filter.under)
  return { today, under, by, rows, total: count, page, pageSize: rowsOnPage }
}
