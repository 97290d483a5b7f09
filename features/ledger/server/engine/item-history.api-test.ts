/** Whatever people do in whatever order: no item is lost, none is closed without proof, every light is as the rule says. */
import { localDay, nextDay } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type ClosedSummary,
  type ItemAction,
  type ItemLight,
  itemActions,
  type LedgerItem,
  type LightDays,
  lightOfItem,
} from '../../contract/index.ts'
import { addReport } from '../ledger.fixture.ts'
import { getItem, openLedgerOf, proposeOne } from './engine.fixture.ts'

const clock = { at: new Date(), now: () => clock.at }
let app: TestApp
let people: Agent[]
beforeAll(async () => {
  app = await openTestApp({ clock })
  people = await Promise.all(
    (
      [
        'coordinator',
        'inspector',
        'unit-lead@city',
        'reporter@city',
        'coordinator@city',
        'unit-lead@county',
      ] as const
    ).map(persona => app.as(persona)),
  )
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

/** Days pass and nobody has to sign in again. */
const stayIn = () =>
  app.connection.db.execute(sql`update account_session set last_seen_at = ${clock.at.toISOString()},
    expires_at = '2100-01-01'`)

const today = () => localDay(clock.at)
type Deed = { who: number; action: number; days: number; more: number }
const deed = fc.record({
  who: fc.constantFrom(0, 0, 0, 2, 2, 2, 5, 1, 3, 4),
  action: fc.nat(itemActions.length),
  days: fc.integer({ min: 0, max: 6 }),
  more: fc.nat(99),
})

const bodyOf = async (action: string, item: LedgerItem, { more }: Deed): Promise<object> => {
  const words = { words: '照实填写' }
  switch (action) {
    case 'reopen':
      return { ...words, dueDay: nextDay(today(), more % 20) }
    case 'hand':
      return { ownerId: null, ownerName: `甲${more}` }
    case 'extend':
      return { ...words, toDay: nextDay(item.dueDay, (more % 15) + 1) }
    case 'decide':
      return { ...words, grant: more % 2 === 0 }
    case 'decompose':
      return { parts: [{ unitId: more % 2 ? testUnits.county : testUnits.city }] }
    case 'amend':
      return { ...words, facts: { dueDay: nextDay(item.startDay, more % 40) } }
    case 'progress':
      return { ...words, percent: more, reached: more % 3 === 0 ? [1] : [] }
    default:
      return words
  }
}

const onward: readonly string[] = ['dispatch', 'acknowledge', 'prove', 'feedback', 'close', 'settle']
/** Mostly what moves it on or what the page would offer, now and then anything; none: its proof falls or rises. */
function choose(item: LedgerItem, { action, more }: Deed): ItemAction | undefined {
  if (action === itemActions.length) return undefined
  const moves = item.actions.filter(
    each => onward.includes(each) && (each !== 'prove' || item.evidence === 0),
  )
  if (more % 2 && moves.length) return moves[action % moves.length]
  const offered = item.actions.filter(each => more % 10 === 0 || (each !== 'cancel' && each !== 'decline'))
  return more % 5 && offered.length ? offered[action % offered.length] : itemActions[action]
}

/** Sends one deed as somebody; refusals are part of life. */
async function act(itemId: string, each: Deed): Promise<void> {
  const by = people[each.who]!
  const seen = await by.get(`/api/ledger-items/${itemId}`)
  if (seen.statusCode !== 200) return
  const item = seen.json<LedgerItem>()
  const action = choose(item, each)
  const { db } = app.connection
  if (action === undefined) {
    // A report that proves it goes back, or comes again.
    const state = each.more % 2 ? 'returned' : 'accepted'
    await db.execute(sql`update report set state = ${state} where id in
      (select report_id from ledger_evidence where item_id = ${itemId} and report_id is not null)`)
    return
  }
  if (action === 'prove') {
    const reportId = await addReport(db, { unitId: testUnits.county })
    await by.post(`/api/ledger-items/${itemId}/evidence`, { version: item.version, reportIds: [reportId] })
    return
  }
  if (action === 'conclude' || action === 'edit') return
  const body = await bodyOf(action, item, each)
  const answer = await by.post(`/api/ledger-items/${itemId}/${action}`, { version: item.version, ...body })
  expect([200, 404, 409, 422], `${action}: ${answer.body}`).toContain(answer.statusCode)
}

type Row = LightDays & { id: string; proof: number; summary: unknown; parentState: string | null }
const rowsOfMatter = (matterId: string) =>
  rowsOf<Row>(
    app.connection.db,
    sql`select i.id, i.state, i.due_day::text as "dueDay", i.near_day::text as "nearDay",
        i.milestone_day::text as "milestoneDay", i.fed_back_day::text as "fedBackDay", i.summary, p.state as "parentState",
        (select count(*)::int from ledger_evidence e where e.item_id = i.id and e.withdrawn_at is null) as proof
      from ledger_item i left join ledger_item p on p.id = i.parent_id where i.matter_id = ${matterId} order by i.id`,
  )

/** The light an item was seen with at the end of each day. */
type Seen = Map<string, ItemLight | null>

it('random histories of three units', async () => {
  const steps = { review: false, acknowledge: true, recheckDays: 10 }
  const ledgerId = await openLedgerOf(app.connection.db, { steps })
  const closings = { count: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 25, maxLength: 60 }), async deeds => {
      const { matterId } = await proposeOne(people[0]!, ledgerId, testUnits.city, {
        startDay: today(),
        dueDay: nextDay(today(), 12),
        milestones: [{ name: '中期', day: nextDay(today(), 5) }],
      })
      const seen = new Map<string, Seen>()
      let before: Row[] = await rowsOfMatter(matterId)
      for (const each of deeds) {
        const wanted = before[each.more % before.length]!
        await act(wanted.id, each)
        const after = await rowsOfMatter(matterId)
        expect(
          after.map(({ id }) => id),
          'nothing is lost',
        ).toEqual(expect.arrayContaining(before.map(({ id }) => id)))
        for (const row of after) {
          const was = before.find(({ id }) => id === row.id)
          if (row.state === 'closed' && was?.state !== 'closed' && was?.state !== 'settled') {
            closings.count++
            expect(was?.proof, 'closed with proof').toBeGreaterThan(0)
            expect((row.summary as ClosedSummary).evidence).toHaveLength(was?.proof ?? 0)
          }
          const done = ['closed', 'settled', 'cancelled']
          if (row.parentState !== null && done.includes(row.parentState)) expect(done).toContain(row.state)
        }
        before = after
        for (let day = 0; day < each.days; day++) {
          for (const row of before) {
            const lights = seen.get(row.id) ?? new Map()
            lights.set(today(), lightOfItem(row, today()))
            seen.set(row.id, lights)
          }
          clock.at = new Date(clock.at.getTime() + 86_400_000)
          await stayIn()
        }
      }
      for (const [id, lights] of seen) {
        const item = await getItem(people[0]!, id)
        const on = (day: string) => item.lights.filter(({ fromDay }) => fromDay <= day).at(-1)?.light ?? null
        expect([...lights].map(([day]) => [day, on(day)])).toEqual([...lights])
      }
    }),
    { numRuns: 5, seed: 20261126, endOnFailure: true },
  )
  expect(closings.count, 'some were closed at all').toBeGreaterThan(3)
}, 300_000)
