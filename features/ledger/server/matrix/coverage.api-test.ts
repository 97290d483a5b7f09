/** Every figure equals a count from the raw rows, and every list holds exactly what its figure says. */
import { randomUUID } from 'node:crypto'
import { sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Coverage,
  type CoverageItem,
  type EntryGroup,
  type EntryPage,
  entryGroups,
  type Tally,
} from '../../contract/index.ts'
import { addCampaign, addReport, addTask, addUnit } from '../ledger.fixture.ts'
import { type EntryAgain, entriesAgain, readRaw } from '../recount.fixture.ts'

const today = '2026-05-10'
let app: TestApp
let keeper: Agent
let campaign: string
let tasks: string[]
let entries: EntryAgain[]
const article = randomUUID()

const groupOf: Readonly<Record<EntryGroup, (entry: EntryAgain) => boolean>> = {
  expected: ({ due }) => due < today,
  done: ({ due, letter }) => due < today && 'dl'.includes(letter),
  'on-time': ({ due, letter }) => due < today && letter === 'd',
  late: ({ due, letter }) => due < today && letter === 'l',
  gap: ({ due, letter }) => due < today && 'p.'.includes(letter),
  'under-way': ({ due, letter }) => due < today && letter === 'p',
  silent: ({ due, letter }) => due < today && letter === '.',
  near: ({ due, letter }) => due >= today && due <= '2026-05-17' && 'p.'.includes(letter),
  early: ({ due, letter }) => due >= today && 'dl'.includes(letter),
}

beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => new Date(`${today}T04:00:00Z`) } })
  const { db } = app.connection
  keeper = await app.as('coordinator')
  campaign = await addCampaign(db)
  const units: string[] = [testUnits.city, testUnits.county, testUnits.sister]
  for (let at = 0; at < 24; at++) {
    const parentId = units[at % 7 < 4 ? 0 : 2]!
    units.push(await addUnit(db, { parentId, kind: at % 3 ? 'county' : 'society' }))
  }
  const months = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-12', '2026-06-30']
  tasks = [
    await addTask(
      db,
      campaign,
      { kinds: ['city', 'county'], rhythm: 'month' },
      months.map(due => ({ due })),
    ),
    await addTask(db, campaign, { kinds: ['society'], required: false }, [{ due: '2026-05-09' }]),
    await addTask(db, campaign, { kinds: ['county', 'society'], needed: 2 }, [{ due: today }]),
    await addTask(db, campaign, { unitIds: units.slice(3, 9) }, [{ due: '2026-12-01' }]),
  ]
  const states = ['accepted', 'adopted', 'submitted', 'returned', 'kept', 'draft', 'accepted']
  let roll = 7
  for (const unitId of units)
    for (const [at, taskId] of tasks.entries())
      for (let periodNo = 1; periodNo <= (at === 0 ? 6 : 1); periodNo++) {
        roll = (roll * 31 + 11) % 101
        if (roll % 3 === 0) continue
        const day = String(1 + (roll % 27)).padStart(2, '0')
        const submitted = `2026-0${1 + (roll % 5)}-${day}T01:00:00Z`
        await addReport(db, { unitId, taskId, periodNo, state: states[roll % 7]!, submitted })
      }
  await addImported()
  entries = entriesAgain(await readRaw(db), campaign)
})
afterAll(() => app.close())

/** Facts of a bulletin of the city that prove what nobody reported. */
async function addImported(): Promise<void> {
  const { db } = app.connection
  const [issue, column] = [randomUUID(), randomUUID()]
  await db.execute(sql`insert into issue (id, unit_id, scope_path, origin, articles, events, figures, headlines,
      distribution, search, created_at)
    values (${issue}, ${testUnits.city}, '', 'imported', 1, 1, 0, '[]', '[]', '', now())`)
  await db.execute(sql`insert into issue_column (id, issue_id, position) values (${column}, ${issue}, 0)`)
  await db.execute(sql`insert into article (id, column_id, position, kind, headline, paragraphs)
    values (${article}, ${column}, 0, 'briefs', '各县开展学习', '[]')`)
  await db.execute(sql`with e as (insert into event (id, issue_id, article_id, position, type, modality, act, text, day,
      assumed, scope_path, published)
    select gen_random_uuid(), ${issue}, ${article}, n, 'talk', 'done', '', '学习', '2026-03-05', false,
      (select scope_path from issue where id = ${issue}), false from generate_series(0, 3) n returning id)
    insert into imported_proof (task_id, period_no, unit_id, scope_path, event_id, day)
    select i.task_id, 3, i.unit_id, '', (select id from e order by id limit 1), '2026-03-05'
    from item i where i.task_id = ${tasks[0]} and substr(i.states, 3, 1) = '.' limit 4`)
}

const get = async <T>(path: string, query: Record<string, string | number>, agent = keeper): Promise<T> => {
  const words = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
  const answer = await agent.get(`${path}?${words}`)
  expect([answer.statusCode, answer.statusCode < 300 ? '' : answer.body]).toEqual([200, ''])
  return answer.json()
}
const coverage = (query: Record<string, string | number> = {}) =>
  get<Coverage>('/api/coverage', { campaign, pageSize: 200, ...query })
const list = (query: Record<string, string | number> = {}, agent = keeper) =>
  get<EntryPage>('/api/coverage/entries', { campaign, pageSize: 200, ...query }, agent)

/** A tally counted again from the entries that `holds` picks. */
function again(holds: (entry: EntryAgain) => boolean): Tally {
  const held = entries.filter(holds)
  const count = (group: EntryGroup) => held.filter(groupOf[group]).length
  return {
    bound: new Set(held.map(({ unitId, taskId }) => `${unitId} ${taskId}`)).size,
    expected: count('expected'),
    onTime: count('on-time'),
    late: count('late'),
    underWay: count('under-way'),
    silent: count('silent'),
    near: count('near'),
    early: count('early'),
  }
}
const tallyOf = (cell: (Tally & { itemId?: unknown }) | null): Tally =>
  cell ? (({ itemId: _, ...tally }) => tally)(cell) : again(() => false)

test('there is something of everything to count', () => {
  for (const group of entryGroups) expect([group, entries.some(groupOf[group])]).toEqual([group, true])
})

describe('the matrix', () => {
  test.each(['below', 'units', 'kinds'] as const)('by %s: cells, lines, columns and the sum', async lines => {
    const { rows, columns, totals, sum, total } = await coverage({ lines })
    expect([rows.length, columns.map(({ taskId }) => taskId).sort()]).toEqual([total, [...tasks].sort()])
    const paths = new Map((await readRaw(app.connection.db)).units.map(({ id, path }) => [id, path]))
    for (const row of rows) {
      const holds = (entry: EntryAgain) => {
        if (row.unitId === null) return entry.kind === row.kind
        if (lines === 'units' || row.own) return entry.unitId === row.unitId
        return entry.path.startsWith(paths.get(row.unitId)!)
      }
      for (const [at, { taskId }] of columns.entries())
        expect(tallyOf(row.cells[at]!)).toEqual(again(entry => holds(entry) && entry.taskId === taskId))
      expect(row.total).toEqual(again(holds))
    }
    for (const [at, { taskId }] of columns.entries())
      expect(totals[at]).toEqual(again(entry => entry.taskId === taskId))
    expect(sum).toEqual(again(() => true))
  })

  test('by the periods of one task, and of one kind below one unit', async () => {
    const [task, under] = [tasks[0]!, testUnits.city]
    const { columns, totals } = await coverage({ task, under, kind: 'county', lines: 'units' })
    const path = (await readRaw(app.connection.db)).units.find(({ id }) => id === under)!.path
    expect(columns.map(({ periodNo }) => periodNo)).toEqual([1, 2, 3, 4, 5, 6])
    for (const [at, { periodNo }] of columns.entries())
      expect(totals[at]).toEqual(
        again(
          entry =>
            entry.taskId === task &&
            entry.periodNo === periodNo &&
            entry.kind === 'county' &&
            entry.path.startsWith(path),
        ),
      )
  })

  test('page by page it is the same as at once', async () => {
    const whole = await coverage({ lines: 'units' })
    const parts = [1, 2, 3].map(page => coverage({ lines: 'units', page, pageSize: 10 }))
    const pages = await Promise.all(parts)
    expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows)
    expect(pages.map(({ sum, totals }) => ({ sum, totals }))).toEqual(
      Array(3).fill({ sum: whole.sum, totals: whole.totals }),
    )
  })

  test('required tasks come first', async () => {
    expect((await coverage()).columns.map(({ required }) => required)).toEqual([true, true, true, false])
  })
})

describe('the lists', () => {
  const key = ({ unitId, taskId, periodNo }: Pick<EntryAgain, 'unitId' | 'taskId' | 'periodNo'>) =>
    `${unitId} ${taskId} ${periodNo}`

  test.each(entryGroups)('%s holds what its figure counts, in every order', async group => {
    const held = entries.filter(groupOf[group]).map(key).sort()
    for (const sort of ['due', '-due', 'unit']) {
      const { rows, total, counts } = await list({ group, sort })
      expect([total, counts[group], rows.map(key).sort()]).toEqual([held.length, held.length, held])
      const days = rows.map(({ dueDay }) => dueDay)
      if (sort !== 'unit')
        expect(days).toEqual(sort === 'due' ? days.toSorted() : days.toSorted().toReversed())
    }
  })

  test('turned page by page nothing is lost or told twice', async () => {
    const whole = await list({ group: 'expected' })
    for (const sort of ['due', 'unit']) {
      const seen: string[] = []
      for (let page = 1; seen.length < whole.total; page++) {
        const { rows } = await list({ group: 'expected', sort, page, pageSize: 13 })
        if (!rows.length) break
        seen.push(...rows.map(key))
      }
      expect([seen.length, new Set(seen).size]).toEqual([whole.total, whole.total])
    }
  })

  test('each cell of the matrix opens the list of what it counts', async () => {
    const { rows, columns } = await coverage({ lines: 'below' })
    for (const row of rows)
      for (const [at, { taskId }] of columns.entries()) {
        const cell = row.cells[at]
        if (!cell) continue
        const only = row.own ? { only: 'true' } : {}
        const { counts } = await list({ under: row.unitId!, task: taskId, pageSize: 1, ...only })
        const { expected, onTime, late, underWay, silent, near, early } = cell
        expect(counts).toEqual({
          ...{ expected, late, silent, near, early },
          ...{ 'on-time': onTime, 'under-way': underWay, done: onTime + late, gap: underWay + silent },
        })
      }
  })

  test('a proof says where it is read: a report, or an article of an imported bulletin, and marks that', async () => {
    const { rows } = await list({ group: 'done', task: tasks[0]!, period: 3 })
    const kinds = new Set(rows.flatMap(row => row.proofs.map(({ kind }) => kind)))
    expect([...kinds].sort()).toEqual(['imported', 'report'])
    for (const row of rows) expect(row.proofs.length).toBeGreaterThan(0)
    const fact = rows.flatMap(row => row.proofs).find(({ kind }) => kind === 'imported')!
    expect([fact.id, fact.title, fact.day]).toEqual([article, '各县开展学习', '2026-03-05'])
  })

  test('what is under way is told with where it lies', async () => {
    const { rows } = await list({ group: 'under-way', task: tasks[0]! })
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows)
      expect(row.pending.map(({ kind, state }) => [kind, ['submitted', 'returned'].includes(state)])).toEqual(
        [['report', true]],
      )
  })
})

describe('who sees what', () => {
  test('a unit sees itself; an article of a unit beside it has no title, but still proves', async () => {
    const mine = await get<Coverage>('/api/coverage', { campaign }, await app.as('reporter@county'))
    expect([mine.rows.map(row => row.unitId), mine.rows[0]!.own, mine.under?.id]).toEqual([
      [testUnits.county],
      true,
      testUnits.county,
    ])
    const theirs = await (await app.as('coordinator@county')).get(`/api/coverage?under=${testUnits.city}`)
    expect(theirs.statusCode).toBe(404)
    const { rows } = await list({ group: 'done' }, await app.as('coordinator@sister'))
    const facts = rows.flatMap(row => row.proofs).filter(({ kind }) => kind === 'imported')
    for (const fact of facts) expect([fact.id, fact.title]).toEqual([null, null])
  })

  test('an item tells its periods, in words and with their proofs, and what the caller may do', async () => {
    const { rows } = await list({ group: 'late', task: tasks[0]! })
    const item = (await keeper.get(`/api/coverage/items/${rows[0]!.itemId}`)).json<CoverageItem>()
    const own = entries.filter(({ taskId, unitId }) => taskId === item.taskId && unitId === item.unitId)
    const words: Record<string, string> = { d: 'on-time', l: 'late', p: 'under-way' }
    expect(item.periods.map(({ state }) => state)).toEqual(
      own.map(({ letter, due }) => words[letter] ?? (due < today ? 'silent' : 'open')),
    )
    expect(item.actions).toEqual(['remind', 'commission'])
    const watched = await (await app.as('inspector')).get(`/api/coverage/items/${rows[0]!.itemId}`)
    expect(watched.json<CoverageItem>().actions).toEqual([])
  })
})

test('what is exported is what is shown', async () => {
  const open = async (path: string, body: object) => {
    const answer = await keeper.post(path, body)
    expect(answer.statusCode).toBe(200)
    const book = new ExcelJs.Workbook()
    await book.xlsx.load(answer.rawPayload as never)
    const rows: string[][] = []
    book.worksheets[0]!.eachRow(row =>
      rows.push((row.values as unknown[]).slice(1).map(value => String(value ?? ''))),
    )
    return rows
  }
  const shown = await list({ group: 'silent' })
  const silent = await open('/api/coverage/entries/export', { campaign, group: 'silent' })
  expect(silent.slice(1).map(row => [row[0], row[5]])).toEqual(
    shown.rows.map(row => [row.unitName, row.dueDay]),
  )
  const matrix = await coverage({ lines: 'units' })
  const sheet = await open('/api/coverage/export', { campaign, lines: 'units' })
  expect(sheet.slice(1, -1).map(row => row[0])).toEqual(matrix.rows.map(row => row.name))
  const sums = sheet
    .at(-1)!
    .slice(2 + tasks.length, 8 + tasks.length)
    .map(Number)
  const { expected, onTime, late, underWay, silent: missing } = matrix.sum
  expect(sums).toEqual([expected, onTime + late, onTime, late, underWay, missing])
})

test('without a campaign there is nothing, and a draft is none', async () => {
  const bare = await openTestApp()
  await addCampaign(bare.connection.db, { state: 'draft' })
  const answer = (await (await bare.as('coordinator')).get('/api/coverage')).json<Coverage>()
  expect([answer.campaign, answer.rows, answer.columns]).toEqual([null, [], []])
  await bare.close()
})
