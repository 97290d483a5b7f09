/** Every figure of board, matrix, calendar and statistics equals a count of the rows, and the total of the list it opens. */
import { type Person, type Role, readInScope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type FigureGroup,
  figureGroups,
  type ItemBoard,
  type ItemCalendar,
  type ItemFigures,
  type ItemFilter,
  type ItemMatrix,
  type ItemState,
  type ItemStatistics,
  type ItemTimeline,
  itemStates,
  type LightTally,
  lightOfItem,
} from '../../../contract/index.ts'
import { addUnit } from '../../ledger.fixture.ts'
import { addItems, addLedger, addMatter, addParty, type ItemWish } from '../list/items.fixture.ts'
import { readBoard } from './read-board.ts'

const today = '2026-05-13'
const clock = { now: () => new Date(`${today}T04:00:00Z`) }
let app: TestApp
let db: Database

type Row = {
  id: string
  unit: string
  path: string
  unitKind: string
  keeperPath: string
  kind: string
  matter: string
  state: ItemState
  dueDay: string
  nearDay: string
  milestoneDay: string | null
  fedBackDay: string | null
  closedDay: string | null
  recheckDay: string | null
  dispatchedDay: string | null
  reopened: number
  flag: string | null
}
let rows: Row[]
let ledgers: string[]

const dice = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}
const day = (from: string, plus: number) =>
  new Date(Date.parse(`${from}T00:00:00Z`) + plus * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  app = await openTestApp({ clock })
  db = app.connection.db
  const roll = dice(7)
  const pick = <T>(of: readonly T[]): T => of[Math.floor(roll() * of.length)]!
  const units: string[] = [testUnits.city, testUnits.county, testUnits.sister]
  for (let at = 0; at < 9; at++)
    units.push(await addUnit(db, { parentId: units[at % 3]!, kind: at % 2 ? 'society' : 'county' }))
  ledgers = [
    await addLedger(db, { unitId: testUnits.root }),
    await addLedger(db, { unitId: testUnits.root, kind: 'service' }),
  ]
  const matters: string[] = []
  for (let at = 0; at < 15; at++) matters.push(await addMatter(db, ledgers[at % 2]!, `事项${at}`))
  const wishes: ItemWish[] = []
  for (const unitId of [testUnits.root, ...units])
    for (const matterId of matters) {
      if (roll() < 0.35) continue
      const state = pick(itemStates)
      const dueDay = day('2026-04-20', Math.floor(roll() * 60))
      const fedBackDay =
        state === 'feedback' || state === 'closed' ? day(dueDay, Math.floor(roll() * 9) - 6) : null
      const fits = fedBackDay !== null && fedBackDay > today ? today : fedBackDay
      wishes.push({
        ...{ unitId, matterId, state, dueDay, nearDay: day(dueDay, -3) },
        keeperId: pick([testUnits.root, testUnits.city, testUnits.sister]),
        milestoneDay: roll() < 0.4 ? day(dueDay, -Math.floor(roll() * 20)) : null,
        fedBackDay: fits,
        closedDay:
          state === 'closed' || state === 'settled' ? day(dueDay, Math.floor(roll() * 12) - 6) : null,
        recheckDay: state === 'closed' ? day('2026-05-01', Math.floor(roll() * 31)) : null,
        reopened: roll() < 0.1 ? 1 : 0,
        flag: roll() < 0.05 && (state === 'closed' || state === 'settled') ? 'evidence' : null,
      })
    }
  const ids = await addItems(db, wishes)
  await db.execute(sql`update ledger_item set dispatched_at = start_day + (hashtext(id::text) % 40 + 50) * interval '1 day'
    + interval '17 hours' where dispatched_at is not null`)
  await addParty(db, ids[0]!, testUnits.county, 'lead')
  rows = await rowsOf<Row>(
    db,
    sql`select i.id, i.unit_id as unit, u.path, u.kind as "unitKind", k.path as "keeperPath", i.kind, i.matter_id as matter,
        i.state, i.due_day::text as "dueDay", i.near_day::text as "nearDay", i.milestone_day::text as "milestoneDay",
        i.fed_back_day::text as "fedBackDay", i.closed_day::text as "closedDay", i.recheck_day::text as "recheckDay",
        (i.dispatched_at + interval '8 hours')::date::text as "dispatchedDay", i.reopened, i.flag
      from ledger_item i join unit u on u.id = i.unit_id join unit k on k.id = i.keeper_id`,
  )
})
afterAll(() => app.close())

const seats: Persona[] = ['coordinator', 'coordinator@city', 'coordinator@county', 'inspector@sister']
const placeOf: Record<string, string> = {
  coordinator: testUnits.root,
  'coordinator@city': testUnits.city,
  'coordinator@county': testUnits.county,
  'inspector@sister': testUnits.sister,
}
const pathOf = async (id: string) =>
  (await rowsOf<{ path: string }>(db, sql`select path from unit where id = ${id}`))[0]!.path

async function seenBy(persona: Persona): Promise<Row[]> {
  const path = await pathOf(placeOf[persona]!)
  return rows.filter(
    row => row.path.startsWith(path) && (row.dispatchedDay !== null || row.keeperPath.startsWith(path)),
  )
}

const isOpen = ({ state }: Row) => ['dispatched', 'doing', 'feedback'].includes(state)
const isDone = ({ state }: Row) => state === 'closed' || state === 'settled'
const early = (a: string | null, b: string | null) => (a === null ? b : b === null ? a : a < b ? a : b)
const groupOf: Record<FigureGroup, (row: Row) => boolean> = {
  open: isOpen,
  done: isDone,
  overdue: row => lightOfItem(row, today) === 'red',
  late: row => isDone(row) && (early(row.fedBackDay, row.closedDay) ?? '') > row.dueDay,
  reopened: row => row.reopened > 0,
  flagged: row => row.flag !== null,
}

const get = async <T>(agent: Agent, path: string, query: object): Promise<T> => {
  const answer = await agent.get(`${path}?${new URLSearchParams(query as Record<string, string>)}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json() as T
}
const listed = async (agent: Agent, filter: ItemFilter): Promise<number> =>
  (await get<{ total: number }>(agent, '/api/ledger-items', filter)).total

/** Lights change with the day: the board as it will be, without anybody having written. */
async function boardOn(persona: Persona, on: string): Promise<ItemBoard> {
  const [unitId, role] = [placeOf[persona]!, persona.split('@')[0] as Role]
  const root = { unitId, path: await pathOf(unitId) }
  const person = { id: 'x', name: '张三', posts: [{ ...root, unitName: '', role }] } as unknown as Person
  const scope = { roots: [root], content: true }
  return readInScope(db, { scope, personId: 'x' }, tx => readBoard(tx, { scope, person }, {}, on))
}

const filters = (): ItemFilter[] => [
  {},
  { kind: 'service' },
  { ledger: ledgers[0]! },
  { unitKind: 'society' },
  { light: 'red' },
  { light: 'blue' },
  { group: 'open' },
  { state: 'feedback' },
  { dueFrom: '2026-05-01', dueTo: '2026-05-31' },
  { q: '事项1' },
]

/** Every filter once, each seat another part of them. */
const filtersOf = (persona: Persona): ItemFilter[] =>
  filters().filter((_, at) => at % 4 === seats.indexOf(persona) % 4)

describe.each(seats)('%s', persona => {
  let agent: Agent
  let seen: Row[]
  beforeAll(async () => {
    agent = await app.as(persona)
    seen = await seenBy(persona)
    expect(seen.length).toBeGreaterThan(5)
  })

  test.each(['2026-05-02', today, '2026-06-01'])('the board of %s counts what is there', async on => {
    const board = await boardOn(persona, on)
    for (const { state, count, lights, rows: cards } of board.columns) {
      const own = seen.filter(row => row.state === state)
      expect([state, count]).toEqual([state, own.length])
      for (const [light, number] of Object.entries(lights))
        expect([state, light, number]).toEqual([
          state,
          light,
          own.filter(row => lightOfItem(row, on) === light).length,
        ])
      expect(cards.length).toBe(Math.min(20, own.length))
    }
  })

  test('under every filter a column says what its list says', async () => {
    for (const filter of filtersOf(persona)) {
      const board = await get<ItemBoard>(agent, '/api/ledger-board', filter)
      for (const { state, count } of board.columns)
        if (!filter.state || filter.state === state)
          expect([filter, state, count]).toEqual([filter, state, await listed(agent, { ...filter, state })])
    }
  })

  test.each(['below', 'units', 'kinds'] as const)('the matrix of lines %s adds up', async lines => {
    for (const filter of lines === 'below' ? filtersOf(persona) : filters().slice(0, 2)) {
      const matrix = await get<ItemMatrix>(agent, '/api/ledger-matrix', { ...filter, lines })
      for (const [at, { matterId }] of matrix.columns.entries()) {
        const down = addUp(matrix.rows.map(row => row.cells[at] ?? null))
        expect([filter, down]).toEqual([filter, matrix.totals[at]])
        if (Object.keys(filter).length === 0) {
          const own = seen.filter(row => row.matter === matterId)
          expect(matrix.totals[at]).toEqual({
            green: own.filter(row => lightOfItem(row, today) === 'green').length,
            blue: own.filter(row => lightOfItem(row, today) === 'blue').length,
            yellow: own.filter(row => lightOfItem(row, today) === 'yellow').length,
            red: own.filter(row => lightOfItem(row, today) === 'red').length,
            before: own.filter(row => ['draft', 'review', 'ready'].includes(row.state)).length,
            done: own.filter(isDone).length,
          })
          const { red, done } = matrix.totals[at]!
          expect(await listed(agent, { matter: matterId, light: 'red' })).toBe(red)
          expect(await listed(agent, { matter: matterId, group: 'done' })).toBe(done)
        }
      }
      for (const row of matrix.rows.slice(0, 3)) {
        const place: ItemFilter = row.unitId
          ? row.own || lines === 'units'
            ? { unit: row.unitId }
            : { under: row.unitId }
          : { unitKind: row.kind! }
        const matter = matrix.columns[0]!.matterId
        if (row.cells[0] && (!filter.light || filter.light === 'red') && !filter.unitKind)
          expect([filter, row.cells[0].red]).toEqual([
            filter,
            await listed(agent, { ...filter, ...place, matter, light: 'red' }),
          ])
      }
    }
  })

  test.each(['unit', 'unit-kind', 'ledger-kind', 'month'] as const)('statistics by %s', async by => {
    const statistics = await get<ItemStatistics>(agent, '/api/ledger-statistics', { by })
    expect(withoutMedian(statistics.sum)).toEqual(figuresAgain(seen))
    expect(statistics.sum.medianDays).toBe(medianAgain(seen))
    for (const row of statistics.rows) {
      const filter: ItemFilter = row.unitKind
        ? { unitKind: row.unitKind }
        : row.kind
          ? { kind: row.kind }
          : row.month
            ? { dueFrom: `${row.month}-01`, dueTo: lastDay(row.month) }
            : row.own
              ? { unit: row.unitId! }
              : { under: row.unitId! }
      const path = row.unitId ? await pathOf(row.unitId) : ''
      const own = seen.filter(each =>
        row.unitKind
          ? each.unitKind === row.unitKind
          : row.kind
            ? each.kind === row.kind
            : row.month
              ? each.dueDay.startsWith(row.month)
              : row.own
                ? each.unit === row.unitId
                : each.path.startsWith(path),
      )
      expect([filter, withoutMedian(row)]).toEqual([filter, figuresAgain(own)])
      expect(row.medianDays).toBe(medianAgain(own))
      for (const group of figureGroups) expect(await listed(agent, { ...filter, group })).toBe(row[group])
    }
    const { open, done } = statistics.sum
    expect(statistics.rows.reduce((sum, row) => sum + row.open + row.done, 0)).toBe(open + done)
  })

  test('a day of the calendar says what its list says', async () => {
    const calendar = await get<ItemCalendar>(agent, '/api/ledger-calendar', { month: '2026-05' })
    expect(calendar.days).toHaveLength(31)
    expect(calendar.days.find(({ day: on }) => on === '2026-05-10')!.working).toBe(false)
    for (const { day: on, due, milestone, recheck, items } of calendar.days) {
      expect(due).toBe(seen.filter(row => isOpen(row) && row.dueDay === on).length)
      expect(await listed(agent, { group: 'open', dueFrom: on, dueTo: on })).toBe(due)
      expect(await listed(agent, { milestoneDay: on })).toBe(milestone)
      expect(await listed(agent, { recheckDay: on })).toBe(recheck)
      expect(recheck).toBe(seen.filter(row => row.state === 'closed' && row.recheckDay === on).length)
      expect(items.length).toBe(Math.min(3, due + milestone + recheck))
    }
  })
})

const addUp = (cells: readonly (LightTally | null)[]): LightTally => {
  const sum = { green: 0, blue: 0, yellow: 0, red: 0, before: 0, done: 0 }
  for (const cell of cells)
    for (const key of Object.keys(sum) as (keyof LightTally)[]) sum[key] += cell?.[key] ?? 0
  return sum
}
const lastDay = (month: string) =>
  day(`${month}-28`, 4)
    .slice(0, 8)
    .concat('01')
    .replace(/^.*$/, first => day(first, -1))
const withoutMedian = (figures: ItemFigures) =>
  Object.fromEntries(figureGroups.map(key => [key, figures[key]]))
const figuresAgain = (own: readonly Row[]) =>
  Object.fromEntries(figureGroups.map(key => [key, own.filter(groupOf[key]).length]))
function medianAgain(own: readonly Row[]): number | null {
  const days = own
    .filter(isDone)
    .map(row => Math.max(0, (Date.parse(row.closedDay!) - Date.parse(row.dispatchedDay!)) / 86_400_000))
    .sort((a, b) => a - b)
  if (days.length === 0) return null
  return (days[Math.floor((days.length - 1) / 2)]! + days[Math.ceil((days.length - 1) / 2)]!) / 2
}

test('further cards of a column follow the first, none twice', async () => {
  const agent = await app.as('coordinator')
  const counts = (await get<ItemBoard>(agent, '/api/ledger-board', {})).columns
  const { state, count } = counts.toSorted((a, b) => b.count - a.count)[0]!
  const seen = new Set<string>()
  for (let page = 1; page <= Math.ceil(count / 20); page++) {
    const { columns } = await get<ItemBoard>(agent, '/api/ledger-board', { state, page: String(page) })
    for (const { id } of columns[0]!.rows) seen.add(id)
    expect(columns[0]!.more).toBe(seen.size < count)
  }
  expect(seen.size).toBe(count)
})

test('what a unit leads elsewhere has a board and a matrix of its own', async () => {
  const agent = await app.as('coordinator@county')
  const total = await listed(agent, { as: 'part' })
  const board = await get<ItemBoard>(agent, '/api/ledger-board', { as: 'part' })
  expect(board.columns.reduce((sum, { count }) => sum + count, 0)).toBe(total)
  const matrix = await get<ItemMatrix>(agent, '/api/ledger-matrix', { as: 'part' })
  expect(matrix.lines).toBe('units')
})

test('the timeline pages through all items, each with its days', async () => {
  const agent = await app.as('coordinator@city')
  const seen = await seenBy('coordinator@city')
  for (const by of ['unit', 'matter'] as const) {
    const first = await get<ItemTimeline>(agent, '/api/ledger-timeline', { by })
    expect(first.total).toBe(seen.length)
    for (const row of first.rows) {
      const own = seen.find(({ id }) => id === row.id)!
      expect([row.dueDay, row.light, row.firstDueDay]).toEqual([own.dueDay, lightOfItem(own, today), null])
    }
  }
  const [{ id, dueDay } = { id: '', dueDay: '' }] = seen.filter(isOpen)
  const before = day(dueDay, -5)
  await db.execute(sql`insert into ledger_extension (id, item_id, from_day, to_day, reason, asked_by, asked_name, asked_at, decision)
    values (gen_random_uuid(), ${id}, ${before}, ${dueDay}, '等待批复', 'x', '张三', now(), 'granted')`)
  const all: ItemTimeline['rows'][number][] = []
  for (let page = 1; page <= Math.ceil(seen.length / 50); page++)
    all.push(...(await get<ItemTimeline>(agent, '/api/ledger-timeline', { page: String(page) })).rows)
  expect(all).toHaveLength(seen.length)
  expect(all.find(row => row.id === id)!.firstDueDay).toBe(before)
})

test('matrix and statistics come as workbooks, the calendar as a file that other programs read', async () => {
  const agent = await app.as('coordinator')
  const matrix = await agent.post('/api/ledger-matrix/export', {})
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(matrix.rawPayload as unknown as ArrayBuffer)
  expect(book.worksheets[0]!.columnCount).toBe(2 + 15 + 6)
  const statistics = await agent.post('/api/ledger-statistics/export', { by: 'unit-kind' })
  await book.xlsx.load(statistics.rawPayload as unknown as ArrayBuffer)
  expect(book.worksheets[0]!.getCell('A1').value).toBe('单位类别')
  const calendar = await agent.post('/api/ledger-calendar/export', { kind: 'service' })
  expect(calendar.headers['content-type']).toContain('text/calendar')
  const seen = rows.filter(row => row.kind === 'service')
  expect(calendar.body.match(/UID:due-/g)).toHaveLength(seen.filter(isOpen).length)
  for (const line of calendar.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

test('a unit outside the scope has no board', async () => {
  const agent = await app.as('coordinator@county')
  for (const path of ['board', 'matrix', 'timeline', 'calendar', 'statistics'])
    expect((await agent.get(`/api/ledger-${path}?under=${testUnits.sister}`)).statusCode).toBe(404)
})
