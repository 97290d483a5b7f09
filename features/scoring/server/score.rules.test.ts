/** What holds for any rules and any history. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  periodOf,
  type ScoreEvent,
  type ScoreLine,
  type ScoringRules,
  type ScoringVersion,
} from '../contract/index.ts'
import { scoreUnit } from './score.rules.ts'

const span = { from: '2021-01-01', to: '2021-12-31', today: '2022-01-01' }
const city = { kind: 'city', groups: [] }
const total = (lines: readonly ScoreLine[]): number => lines.reduce((sum, line) => sum + line.points, 0)

const two = (at: number): string => String(at).padStart(2, '0')
const day = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => `2021-${two(month)}-${two(date)}`)
const ofReport = { day, reportId: fc.constantFrom('a', 'b', 'c', 'd'), signed: fc.boolean() }
const happening = fc.oneof(
  fc.record({
    ...ofReport,
    kind: fc.constant('adopted' as const),
    at: fc.constantFrom('city', 'province'),
    column: fc.constantFrom('lead', 'briefs'),
    units: fc.constantFrom(1, 1, 2),
  }),
  fc.record({
    ...ofReport,
    kind: fc.constant('above' as const),
    bulletin: fc.constantFrom('central', 'other'),
    form: fc.constantFrom(null, 'single'),
  }),
  fc.record({
    ...ofReport,
    kind: fc.constant('instruction' as const),
    leader: fc.constantFrom('chief', 'other'),
  }),
  fc.record({ ...ofReport, kind: fc.constant('reported' as const) }),
  fc.record({
    day,
    reportId: fc.constant(null),
    kind: fc.constantFrom(
      'commission-done' as const,
      'commission-missed' as const,
      'late' as const,
      'omitted' as const,
    ),
  }),
)
const history = fc
  .array(happening, { maxLength: 30 })
  .map(list => list.map((event, at) => ({ ...event, id: `e${two(at)}` }) as ScoreEvent))

const points = fc.integer({ min: 0, max: 40 }).map(half => half / 2)
const per = fc.constantFrom('month' as const, 'quarter' as const, 'year' as const)
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const limit = maybe(fc.record({ times: fc.integer({ min: 1, max: 3 }), per }))
type Whole = Omit<ScoringVersion, 'id' | 'name' | 'from'>
const anyVersion: fc.Arbitrary<Whole> = fc
  .record({
    same: fc.constantFrom('sum' as const, 'highest' as const),
    unsigned: fc.boolean(),
    points: fc.array(points, { minLength: 9, maxLength: 9 }),
    limit,
    caps: fc.array(fc.record({ points, per, kinds: fc.boolean() }), { maxLength: 3 }),
    penalty: maybe(
      fc.record({ times: fc.integer({ min: 1, max: 3 }), per, zero: fc.boolean(), again: fc.boolean() }),
    ),
    within: maybe(fc.constantFrom('report' as const, 'year' as const)),
  })
  .map(drawn => {
    const [lead, rest, together, central, noted, further, done, missed, minimum] = drawn.points as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    const limited = drawn.limit ? { limit: drawn.limit } : {}
    return {
      sameReport: drawn.same,
      unsignedIsUsed: drawn.unsigned,
      adopted: [
        { id: 'lead', name: '要情', points: lead, columns: ['lead'], ...limited },
        { id: 'rest', name: '其他', points: rest },
      ],
      composite: [{ id: 'together', name: '综合', points: together, at: ['province'] }],
      above: [{ id: 'central', name: '中央', points: central, bulletins: ['central'] }],
      instruction: [
        {
          id: 'noted',
          name: '批示',
          points: noted,
          ...(drawn.within ? { further: { points: further, within: drawn.within } } : {}),
        },
      ],
      'commission-done': [{ id: 'done', name: '完成', points: done, ...limited }],
      'commission-missed': [{ id: 'missed', name: '未完成', points: -missed }],
      late: [{ id: 'late', name: '迟报', points: -1 }],
      minimum: [
        { id: 'minimum', name: '基数', points: minimum, reports: 2, per: 'month' as const, short: -1 },
      ],
      caps: drawn.caps.map((cap, at) => ({
        id: `cap${at}`,
        name: '限额',
        points: cap.points,
        per: cap.per,
        ...(cap.kinds ? { kinds: ['adopted' as const, 'composite' as const] } : {}),
      })),
      ...(drawn.penalty
        ? {
            penalties: [
              {
                id: 'penalty',
                name: '处罚',
                on: 'commission-missed' as const,
                times: drawn.penalty.times,
                per: drawn.penalty.per,
                ...(drawn.penalty.zero ? { yearIsZero: true } : { points: -5, again: drawn.penalty.again }),
              },
            ],
          }
        : {}),
    }
  })
const anyRules: fc.Arbitrary<ScoringRules> = fc.tuple(anyVersion, anyVersion).map(([first, second]) => ({
  versions: [
    { ...first, id: 'first', name: '第一版', from: '2021-02-01' },
    { ...second, id: 'second', name: '第二版', from: '2021-07-01' },
  ],
}))

test('the order in which events are handed in makes no difference', () => {
  fc.assert(
    fc.property(
      anyRules,
      history.chain(events =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
        ),
      ),
      (rules, [events, shuffled]) => {
        expect(scoreUnit(rules, city, shuffled, span)).toEqual(scoreUnit(rules, city, events, span))
      },
    ),
    { numRuns: 400 },
  )
})

test('a cap is never exceeded, and nothing before the first version counts', () => {
  fc.assert(
    fc.property(anyRules, history, (rules, events) => {
      const lines = scoreUnit(rules, city, events, span)
      expect(lines.every(line => line.day >= '2021-02-01')).toBe(true)
      for (const version of rules.versions)
        for (const cap of version.caps ?? []) {
          const paid = new Map<string, number>()
          for (const line of lines) {
            if (line.version !== version.id || line.kind === 'penalty' || line.points <= 0) continue
            if (cap.kinds && !(cap.kinds as string[]).includes(line.kind)) continue
            const period = periodOf(line.day, cap.per)
            paid.set(period, (paid.get(period) ?? 0) + line.points)
          }
          for (const sum of paid.values()) expect(sum).toBeLessThanOrEqual(cap.points)
        }
    }),
    { numRuns: 400 },
  )
})

const sumOnly = anyRules.map(({ versions }) => ({
  // One cap, no limit, no difference to be paid: rules that do not say that one adoption takes from another.
  versions: versions.map(version => ({
    ...version,
    sameReport: 'sum' as const,
    caps: version.caps?.slice(0, 1) ?? [],
    adopted: version.adopted!.map(({ limit: _, ...rule }) => rule),
    'commission-done': version['commission-done']!.map(({ limit: _, ...rule }) => rule),
  })),
}))
const adoption = fc.record({
  ...ofReport,
  kind: fc.constant('adopted' as const),
  at: fc.constant('city'),
  column: fc.constantFrom('lead', 'briefs'),
  units: fc.constant(1),
})

test('one more adoption never lowers the total', () => {
  fc.assert(
    fc.property(sumOnly, history, adoption, (rules, events, more) => {
      const before = total(scoreUnit(rules, city, events, span))
      const after = total(scoreUnit(rules, city, [...events, { ...more, id: 'more' }], span))
      expect(after).toBeGreaterThanOrEqual(before)
    }),
    { numRuns: 1500 },
  )
})

test('one more adoption on the last day lowers nothing under any rules, and leaves every line before as it was', () => {
  fc.assert(
    fc.property(anyRules, history, adoption, (rules, events, drawn) => {
      const more = { ...drawn, id: 'zz', day: '2021-12-31' }
      const before = scoreUnit(rules, city, events, span)
      const after = scoreUnit(rules, city, [...events, more], span)
      const rest = after.filter(line => line.id !== 'zz')
      expect(rest).toEqual(before)
      expect(total(after)).toBeGreaterThanOrEqual(total(before))
    }),
    { numRuns: 400 },
  )
})

test('what a month was worth stays when more happens later', () => {
  fc.assert(
    fc.property(anyRules, history, (rules, events) => {
      const until = (lines: ScoreLine[]) =>
        lines.filter(line => line.day < '2021-07-01' && line.kind !== 'minimum')
      const first = events.filter(event => event.day < '2021-07-01')
      expect(until(scoreUnit(rules, city, events, span))).toEqual(until(scoreUnit(rules, city, first, span)))
    }),
    { numRuns: 400 },
  )
})

test('a year that is zero is worth nothing, whatever came before and after', () => {
  const version: ScoringVersion = {
    id: 'only',
    name: '全年计零分',
    from: '2021-01-01',
    sameReport: 'sum',
    unsignedIsUsed: true,
    adopted: [{ id: 'any', name: '采用', points: 7.5 }],
    penalties: [
      { id: 'zero', name: '两次', on: 'commission-missed', times: 2, per: 'year', yearIsZero: true },
    ],
  }
  fc.assert(
    fc.property(history, events => {
      const missed = events.filter(event => event.kind === 'commission-missed').length
      const sum = total(scoreUnit({ versions: [version] }, city, events, span))
      const uses = events.filter(event => event.kind === 'adopted').length
      expect(sum).toBe(missed >= 2 ? 0 : uses * 7.5)
    }),
  )
})
