import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignInspectors } from './assign-inspectors.ts'
import { anyRegister, registerOf, seedOf } from './draw.fixture.ts'
import { checkRegister, commitDraw, type DrawRegister } from './index.ts'

const told = (register: DrawRegister): string[] => checkRegister(register).map(problem => problem.text())
const withRules = (rules: Partial<DrawRegister['rules']>, wish: Parameters<typeof registerOf>[0] = {}) =>
  registerOf({ ...wish, rules })

test('a plain register has nothing against it', () => {
  expect(told(registerOf())).toEqual([])
})

test.each<[string, () => DrawRegister, RegExp]>([
  ['nobody to be drawn', () => registerOf({ objects: 0 }), /还没有对象/],
  [
    'a code that stands there twice',
    () => ({
      ...registerOf(),
      objects: [...registerOf().objects, { code: 'O3', name: '又', stratum: '第1组' }],
    }),
    /“O3”.*两次/,
  ],
  [
    'a code composed in another way',
    () => {
      const register = registerOf({ objects: 2 })
      register.objects[0]!.code = '\u00e9'
      register.objects[1]!.code = 'e\u0301'
      return register
    },
    /两次/,
  ],
  ['a line break in a name', () => ({ ...registerOf(), name: '一\n二' }), /控制字符/],
  ['a mark that turns the direction', () => ({ ...registerOf(), organiser: '甲\u202e乙' }), /不可见/],
  [
    'an invisible letter in a code',
    () => ({
      ...registerOf(),
      inspectors: registerOf().inspectors.map(each => ({ ...each, code: `${each.code}\u200b` })),
    }),
    /不可见/,
  ],
  ['half a character', () => ({ ...registerOf(), name: '一\ud800' }), /控制字符/],
  [
    'a stratum smaller than its minimum',
    () =>
      withRules({ strata: [{ name: '第1组', minimumCount: 9, minimumShare: 0 }] }, { strata: 1, objects: 8 }),
    /“第1组”只有 8 个对象，少于最低应抽的 9 个/,
  ],
  [
    'minimums above the count',
    () =>
      withRules({
        count: 4,
        strata: [
          { name: '第1组', minimumCount: 0, minimumShare: 50 },
          { name: '第2组', minimumCount: 2, minimumShare: 0 },
        ],
      }),
    /合计 5 个，超过了抽取总数 4 个/,
  ],
  [
    'more than there are',
    () => withRules({ count: 13, objectsPerInspector: 99 }),
    /要抽 13 个，名册里只有 12 个/,
  ],
  [
    'a stratum without rules',
    () => registerOf({ strata: 1, rules: { strata: [{ name: '第2组', minimumCount: 0, minimumShare: 0 }] } }),
    /没有“第1组”这一组/,
  ],
  [
    'a recusal from nothing',
    () => ({
      ...registerOf(),
      inspectors: registerOf().inspectors.map(each => ({ ...each, recused: ['X'] })),
    }),
    /“X”不在抽查名册里/,
  ],
  ['one inspector', () => registerOf({ inspectors: 1 }), /要派 2 名检查人员，现在只有 1 名/],
  ['too few places', () => withRules({ objectsPerInspector: 1 }), /只能承担 4 人次，需要 8 人次/],
  [
    'an object nearly everybody is recused from',
    () => ({
      ...registerOf(),
      inspectors: registerOf().inspectors.map((each, at) => ({ ...each, recused: at ? ['O5'] : [] })),
    }),
    /抽到“单位5”时，除去回避的只剩 1 名/,
  ],
])('%s is told in words, and never committed', (_, make, words) => {
  expect(told(make()).join('\n')).toMatch(words)
  expect(() => commitDraw(make(), seedOf(1))).toThrow()
})

/** All selections of a size. */
function* choose<T>(list: readonly T[], size: number): Generator<T[]> {
  if (size === 0) return void (yield [])
  for (let at = 0; at + size <= list.length; at++)
    for (const rest of choose(list.slice(at + 1), size - 1)) yield [list[at]!, ...rest]
}

const assignable = (register: DrawRegister, selection: readonly string[]): boolean => {
  try {
    assignInspectors(register, selection, { seed: 's', contribution: 'c', register: 'r' })
    return true
  } catch {
    return false
  }
}

test('what passes can be assigned for every selection; what is refused for recusals mostly has one that cannot', () => {
  const counts = { passed: 0, refused: 0, rightly: 0 }
  fc.assert(
    fc.property(anyRegister, register => {
      const codes = checkRegister(register).map(problem => problem.code)
      const refused = codes.length === 1 && codes[0] === 'draw-recusals-many'
      if (codes.length > 0 && !refused) return
      const all = [
        ...choose(
          register.objects.map(({ code }) => code),
          register.rules.count,
        ),
      ].slice(0, 300)
      const fine = all.every(selection => assignable(register, selection))
      if (refused) {
        counts.refused++
        if (!fine) counts.rightly++
      } else {
        counts.passed++
        expect(fine).toBe(true)
      }
    }),
    { seed: 7, numRuns: 1500 },
  )
  expect(counts.passed).toBeGreaterThan(100)
  expect(counts.rightly).toBeGreaterThan(0)
})

test('places are found whenever there are any, as a search of all assignments finds', () => {
  let [found, none] = [0, 0]
  const small = anyRegister.filter(({ objects, inspectors }) => objects.length <= 4 && inspectors.length <= 4)
  fc.assert(
    fc.property(small, register => {
      if (
        checkRegister(register).some(
          ({ code }) =>
            code !== 'draw-recusals-many' && code !== 'draw-inspectors-full' && code !== 'draw-recused-out',
        )
      )
        return
      const drawn = register.objects.slice(0, register.rules.count).map(({ code }) => code)
      const there = searchAll(register, drawn)
      expect(assignable(register, drawn)).toBe(there)
      if (there) found++
      else none++
    }),
    { seed: 11, numRuns: 2500 },
  )
  expect(Math.min(found, none)).toBeGreaterThan(50)
})

function searchAll(register: DrawRegister, drawn: readonly string[]): boolean {
  const { rules, inspectors } = register
  const held = new Map<string, number>()
  const place = (at: number): boolean => {
    const object = drawn[at]
    if (object === undefined) return true
    const able = inspectors.filter(
      ({ code, unit, recused }) =>
        unit !== object && !recused.includes(object) && (held.get(code) ?? 0) < rules.objectsPerInspector,
    )
    for (const team of choose(able, rules.inspectorsPerObject)) {
      for (const { code } of team) held.set(code, (held.get(code) ?? 0) + 1)
      if (place(at + 1)) return true
      for (const { code } of team) held.set(code, held.get(code)! - 1)
    }
    return false
  }
  return place(0)
}
