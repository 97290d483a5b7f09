/** Random items and what their groups mean, said a second time and without SQL. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { testUnits } from '@jianbao/testkit'
import {
  closedStates,
  type ItemGroup,
  type ItemState,
  itemStates,
  lightOfItem,
  openStates,
} from '../../../contract/index.ts'
import { addItems, addLedger, addMatter, type ItemWish } from './items.fixture.ts'

export const today = '2026-06-15'
export type Made = Required<ItemWish> & {
  id: string
  unit: keyof typeof testUnits
  asked: boolean
  ownerLeft: boolean
}

/** The same numbers at each run. */
export function dice(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
export const dayFrom = (start: string, days: number) =>
  new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const places = ['root', 'city', 'county', 'sister'] as const
export const above = {
  root: ['root'],
  city: ['city', 'root'],
  county: ['county', 'city', 'root'],
  sister: ['sister', 'root'],
}

/** Four hundred of them over two ledgers; the person `left` has left already. */
export async function rollItems(db: Database): Promise<Made[]> {
  const people = await rowsOf<{ id: string; name: string }>(db, sql`select id, name from person`)
  const idOf = (name: string) => people.find(person => person.name === name)!.id
  await db.execute(sql`update person set unit_id = ${testUnits.county} where name = 'left'`)
  const owners = [null, idOf('unit_lead.city'), idOf('reporter.county'), idOf('left')]
  const roll = dice(7)
  const ledgers = {
    root: await addLedger(db, { unitId: testUnits.root, name: '全省整改台账' }),
    city: await addLedger(db, { unitId: testUnits.city, kind: 'work', name: '云岭工作台账' }),
  }
  const matters = {
    root: [await addMatter(db, ledgers.root, '围栏未修缮'), await addMatter(db, ledgers.root, '台账缺失')],
    city: [await addMatter(db, ledgers.city, '组织科普讲座')],
  }
  const wishes = Array.from({ length: 400 }, () => {
    const book = roll(3) ? 'root' : 'city'
    const units = book === 'root' ? places : (['city', 'county'] as const)
    const unit = units[roll(units.length)]!
    const state = itemStates[roll(itemStates.length)]!
    const closed = closedStates.includes(state)
    const dueDay = dayFrom(today, roll(41) - 20)
    const fedBack = state === 'feedback' || (closed && roll(2) === 1)
    return {
      matterId: matters[book][roll(matters[book].length)]!,
      unit,
      unitId: testUnits[unit],
      keeperId: testUnits[book],
      parentId: null,
      state,
      title: ['围栏未修缮', '台账缺失', '100%_到位'][roll(3)]!,
      measure: '',
      ownerId: unit === 'county' ? owners[roll(owners.length)]! : owners[roll(2)]!,
      ownerName: '',
      startDay: '2026-01-01',
      dueDay,
      nearDay: dayFrom(dueDay, -roll(6)),
      milestoneDay: roll(2) ? null : dayFrom(dueDay, -roll(30)),
      fedBackDay: fedBack ? dayFrom(today, -roll(25)) : null,
      closedDay: closed ? dayFrom(today, -roll(20)) : null,
      recheckDay: closed && roll(2) ? dayFrom(today, roll(7) - 3) : null,
      reopened: roll(4) ? 0 : 1,
      flag: closed && !roll(4) ? 'evidence' : null,
      submittedBy: null,
      dispatched: ['draft', 'review', 'ready'].includes(state) ? !roll(5) : true,
    }
  })
  const ids = await addItems(db, wishes)
  const all = wishes.map((wish, at) => ({
    ...wish,
    id: ids[at]!,
    asked: roll(5) === 0,
    ownerLeft: wish.ownerId === idOf('left'),
  }))
  for (const { id, asked } of all)
    if (asked)
      await db.execute(sql`insert into ledger_extension (id, item_id, from_day, to_day, reason, asked_by, asked_name, asked_at)
        values (gen_random_uuid(), ${id}, '2026-06-30', '2026-07-30', '等雨停', 'x', '张三', now())`)
  return all
}

const isOpen = (state: ItemState) => (openStates as readonly ItemState[]).includes(state)
export const lightIs = (item: Made) => lightOfItem(item, today)

/** What a group means, said a second time and without SQL. */
export const groups: Readonly<Record<ItemGroup, (item: Made, me: string) => boolean>> = {
  open: ({ state }) => isOpen(state),
  done: ({ state }) => closedStates.includes(state),
  overdue: item => lightIs(item) === 'red',
  late: ({ state, fedBackDay, closedDay, dueDay }) =>
    closedStates.includes(state) &&
    (fedBackDay !== null && fedBackDay < closedDay! ? fedBackDay : closedDay!) > dueDay,
  reopened: ({ reopened }) => reopened > 0,
  flagged: ({ flag }) => flag !== null,
  ownerless: ({ state, ownerLeft }) => isOpen(state) && ownerLeft,
  'to-verify': ({ state }) => state === 'feedback',
  asked: ({ state, asked }) => isOpen(state) && asked,
  'to-recheck': ({ state, recheckDay }) => state === 'closed' && recheckDay !== null && recheckDay <= today,
  mine: ({ state, ownerId }, me) => isOpen(state) && ownerId === me,
}

/** Of its unit or below; before it is dispatched only to who keeps it. */
export function sees(home: keyof typeof testUnits, item: Made): boolean {
  const keeper = places.find(place => testUnits[place] === item.keeperId)!
  return above[item.unit].includes(home) && (item.dispatched || above[keeper].includes(home))
}
