import type { PackReminders } from '@jianbao/campaign/contract'
import { isWorkingDay, nextDay } from '@jianbao/platform/clock'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planReminders } from './plan-reminders.ts'
import { cellKey, type RemindFacts } from './remind.types.ts'
import { digestTime, endOfQuiet, isQuiet, remindedToday } from './remind-days.ts'

const rules: PackReminders = {
  before: [5, 1],
  after: { every: 2, times: 3 },
  at: '09:00',
  quiet: { from: '20:00', to: '08:00' },
}
const period = (no: number, dueDay: string, more: object = {}) => ({
  campaignId: 'c',
  taskId: 't',
  no,
  title: `任务${no}`,
  fromDay: '2026-01-01',
  dueDay,
  lockDay: null,
  ...more,
})
const nothing: RemindFacts = {
  rules: new Map([['c', rules]]),
  periods: [],
  items: [],
  openings: new Set(),
  reviews: [],
  desks: [],
  commissions: [],
  commitments: [],
  holders: [],
  unitNames: new Map([['u', '溪口县科协']]),
  reminded: new Set(),
}
const reporter = { personId: 'li', unitId: 'u', role: 'reporter' } as const
const lead = { personId: 'wang', unitId: 'u', role: 'unit-lead' } as const

test('a deadline is reminded of so many working days before, on the way every so many after, and then no more', () => {
  // Due on a Friday before the National Day holidays of 2026; the Saturday of 10 October is worked.
  const days: string[] = []
  for (let day = '2026-09-15'; day <= '2026-11-15'; day = nextDay(day))
    if (remindedToday(rules, '2026-09-30', day)) days.push(day)
  expect(days).toEqual(['2026-09-22', '2026-09-29', '2026-10-09', '2026-10-12', '2026-10-14'])
})

test('a deadline on a day off is reminded of on the last working day before', () => {
  const onTheDay = { ...rules, before: [0] }
  expect(remindedToday(onTheDay, '2026-10-04', '2026-09-30')).toBe(true)
  expect(remindedToday(onTheDay, '2026-10-04', '2026-10-04')).toBe(false)
})

test('a line names what is reminded of first, counts its whole list and links to it', () => {
  const facts: RemindFacts = {
    ...nothing,
    periods: [
      period(1, '2026-03-02'),
      period(2, '2026-03-04'),
      period(3, '2026-03-13'),
      period(4, '2026-05-01'),
    ],
    items: [{ taskId: 't', unitId: 'u', states: 'pd..' }],
    holders: [reporter, lead],
  }
  // Of period 3 it is one of the days; of period 1, four working days over, too.
  const { digests } = planReminders(facts, '2026-03-06')
  expect(digests.map(digest => digest.personId)).toEqual(['li', 'wang'])
  expect(digests[0]).toMatchObject({
    at: '09:00',
    lines: [
      {
        kind: 'overdue',
        unitName: '溪口县科协',
        count: 1,
        titles: ['任务1'],
        link: '/gaps?campaign=c&unit=u&only=true',
      },
      { kind: 'near', count: 1, titles: ['任务3'] },
    ],
  })
  const all = planReminders({ ...facts, items: [{ taskId: 't', unitId: 'u', states: 'p...' }] }, '2026-03-06')
  expect(all.digests[0]!.lines[0]).toMatchObject({ count: 2, titles: ['任务1', '任务2'] })
  expect(planReminders(facts, '2026-03-05').digests, 'no day of anything').toEqual([])
})

test('what is locked is not reminded of, but for a unit it was opened to', () => {
  const facts = {
    ...nothing,
    periods: [period(1, '2026-03-02', { lockDay: '2026-03-03' })],
    items: [{ taskId: 't', unitId: 'u', states: '.' }],
    holders: [reporter],
  }
  expect(planReminders(facts, '2026-03-04').digests).toEqual([])
  const opened = { ...facts, openings: new Set([cellKey('t', 1, 'u')]) }
  expect(planReminders(opened, '2026-03-04').digests.length).toBe(1)
})

test('who hears of what: signatures the lead, desks their editors, commitments the lead, commissions both', () => {
  const waiting = { campaignId: 'c', unitId: 'u', since: '2026-03-02', count: 2, titles: ['甲', '乙'] }
  const editor = { personId: 'zhao', unitId: 'u', role: 'editor' } as const
  const facts: RemindFacts = {
    ...nothing,
    reviews: [waiting],
    desks: [{ ...waiting, count: 7 }],
    commissions: [{ campaignId: null, unitId: 'u', title: '约', dueDay: '2026-03-05', missed: false }],
    commitments: [{ campaignId: 'c', unitId: 'u', name: '承诺书', untilDay: '2026-03-05' }],
    holders: [reporter, lead, editor, { ...reporter, unitId: 'elsewhere', personId: 'other' }],
  }
  const kinds = Object.fromEntries(
    planReminders(facts, '2026-03-04').digests.map(({ personId, lines }) => [
      personId,
      lines.map(({ kind, count }) => `${kind} ${count}`),
    ]),
  )
  expect(kinds).toEqual({
    li: ['commission 1'],
    wang: ['commission 1', 'commitment 1', 'review 2'],
    zhao: ['desk 7'],
  })
})

test('a person of several campaigns has one digest, at the earliest of their times; a pack may want none', () => {
  const late = { ...rules, at: '15:00' }
  const facts: RemindFacts = {
    ...nothing,
    rules: new Map([
      ['a', late],
      ['b', rules],
      ['none', null],
    ]),
    commitments: ['a', 'b', 'none'].map(campaignId => ({
      campaignId,
      unitId: 'u',
      name: campaignId,
      untilDay: '2026-03-05',
    })),
    holders: [lead],
  }
  const { digests } = planReminders(facts, '2026-03-04')
  expect(digests).toHaveLength(1)
  expect([digests[0]!.at, digests[0]!.lines.map(line => line.campaignId)]).toEqual(['09:00', ['a', 'b']])
})

test('quiet hours go over midnight; what falls into them waits for their end', () => {
  expect(['19:59', '20:00', '23:00', '07:59', '08:00'].map(time => isQuiet(rules, time))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
  expect(digestTime({ ...rules, at: '07:00' })).toBe('08:00')
  const end = (at: string) => endOfQuiet(rules, new Date(`${at}+08:00`)).toISOString()
  expect(end('2026-03-02T22:00:00')).toBe('2026-03-03T00:00:00.000Z')
  expect(end('2026-03-02T06:00:00')).toBe('2026-03-02T00:00:00.000Z')
  expect(end('2026-03-02T10:00:00')).toBe('2026-03-02T02:00:00.000Z')
})

const day = fc.integer({ min: 0, max: 400 }).map(days => nextDay('2026-01-01', days))
const letter = fc.constantFrom('d', 'l', 'p', '.')
const unit = fc.constantFrom('u1', 'u2', 'u3')
const campaign = fc.constantFrom('c', 'x')
const anyFacts: fc.Arbitrary<RemindFacts> = fc.record({
  rules: fc.constant(
    new Map([
      ['c', rules],
      ['x', { ...rules, before: [0, 2], at: '10:30' }],
    ]),
  ),
  periods: fc.uniqueArray(
    fc.record({
      campaignId: campaign,
      taskId: fc.constantFrom('t1', 't2'),
      no: fc.integer({ min: 1, max: 3 }),
      title: fc.constantFrom('甲', '乙', '丙'),
      fromDay: fc.constant('2026-01-01'),
      dueDay: day,
      lockDay: fc.option(day),
    }),
    { selector: ({ taskId, no }) => `${taskId}${no}`, maxLength: 6 },
  ),
  items: fc.uniqueArray(
    fc.record({
      taskId: fc.constantFrom('t1', 't2'),
      unitId: unit,
      states: fc.array(letter, { minLength: 3, maxLength: 3 }).map(letters => letters.join('')),
    }),
    { selector: ({ taskId, unitId }) => taskId + unitId, maxLength: 6 },
  ),
  openings: fc.constant(new Set<string>()),
  reviews: fc.array(
    fc.record({
      campaignId: fc.option(campaign),
      unitId: unit,
      since: day,
      count: fc.integer({ min: 1, max: 5 }),
      titles: fc.constant(['稿']),
    }),
    { maxLength: 3 },
  ),
  desks: fc.constant([]),
  commissions: fc.array(
    fc.record({
      campaignId: fc.option(campaign),
      unitId: unit,
      title: fc.constantFrom('约一', '约二'),
      dueDay: day,
      missed: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  commitments: fc.constant([]),
  holders: fc.array(
    fc.record({
      personId: fc.constantFrom('p', 'q', 'r'),
      unitId: unit,
      role: fc.constantFrom('reporter', 'unit-lead', 'editor'),
    }),
    { maxLength: 8 },
  ),
  unitNames: fc.constant(
    new Map([
      ['u1', '一'],
      ['u2', '二'],
      ['u3', '三'],
    ]),
  ),
  reminded: fc.constant(new Set<string>()),
})

test('one digest at most for each person, none on a day off, none without a line, each line with its people', () => {
  fc.assert(
    fc.property(anyFacts, day, (facts, today) => {
      const { digests, unreached } = planReminders(facts, today)
      const people = digests.map(digest => digest.personId)
      expect(new Set(people).size).toBe(people.length)
      if (!isWorkingDay(today)) expect([digests, unreached]).toEqual([[], []])
      for (const { personId, lines } of digests) {
        expect(lines.length).toBeGreaterThan(0)
        for (const line of lines) {
          const held = facts.holders.filter(
            holder => holder.personId === personId && holder.unitId === line.unitId,
          )
          expect(held.length).toBeGreaterThan(0)
          expect(line.causes.length).toBeGreaterThan(0)
        }
      }
    }),
    { numRuns: 400 },
  )
})

test('a period that is done is neither counted nor named nor a cause, whoever it is of', () => {
  fc.assert(
    fc.property(anyFacts, day, (facts, today) => {
      const done = {
        ...facts,
        items: facts.items.map(item => ({ ...item, states: item.states.replace(/[p.]/g, 'd') })),
      }
      const { digests, unreached } = planReminders(done, today)
      const kinds = digests.flatMap(digest =>
        digest.lines.flatMap(line => line.causes.map(cause => cause.kind)),
      )
      expect([...kinds, ...unreached.map(cause => cause.kind)]).not.toContain('task')
    }),
    { numRuns: 200 },
  )
})

test('the order in which facts are read changes nothing', () => {
  const reversed = (facts: RemindFacts): RemindFacts => ({
    ...facts,
    periods: facts.periods.toReversed(),
    items: facts.items.toReversed(),
    reviews: facts.reviews.toReversed(),
    commissions: facts.commissions.toReversed(),
    holders: facts.holders.toReversed(),
  })
  fc.assert(
    fc.property(anyFacts, day, (facts, today) => {
      expect(planReminders(reversed(facts), today)).toEqual(planReminders(facts, today))
    }),
    { numRuns: 300 },
  )
})

test('what was asked for by hand today is not told again by the program', () => {
  fc.assert(
    fc.property(anyFacts, day, (facts, today) => {
      const before = planReminders(facts, today)
      const cells = before.digests
        .flatMap(digest => digest.lines.flatMap(line => line.causes))
        .filter(cause => cause.taskId !== null)
        .map(cause => cellKey(cause.taskId!, cause.periodNo!, cause.unitId))
      const after = planReminders({ ...facts, reminded: new Set(cells) }, today)
      const kinds = after.digests.flatMap(digest =>
        digest.lines.flatMap(line => line.causes.map(cause => cause.kind)),
      )
      expect(kinds).not.toContain('task')
    }),
    { numRuns: 200 },
  )
})
