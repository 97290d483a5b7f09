import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRegister, drawOf, registerOf, seedOf } from './draw.fixture.ts'
import { checkRegister, commitDraw, type FinishedDraw, parseDraw, printDraw, verifyDraw } from './index.ts'

const failing = (draw: FinishedDraw): string[] =>
  verifyDraw(draw).flatMap(({ name, fault }) => (fault ? [name] : []))
const draw = drawOf(registerOf())
const change = (deed: (copy: FinishedDraw) => unknown): string[] => {
  const copy = structuredClone(draw)
  deed(copy)
  return failing(copy)
}

test('a draw that was not touched passes every check, also when printed and read again', () => {
  const checks = verifyDraw(parseDraw(printDraw(draw), 'a.json'), draw.commit)
  expect(checks.map(({ name }) => name)).toEqual([
    'before',
    'register',
    'rules',
    'seed',
    'selection',
    'inspectors',
  ])
  expect(checks.filter(({ fault }) => fault)).toEqual([])
})

test('each part that was altered fails the check it belongs to', () => {
  expect(change(copy => (copy.objects[0]!.name = '别的'))).toEqual(['register'])
  expect(change(copy => (copy.reveal.seed = seedOf(2)))).toEqual(['seed', 'selection', 'inspectors'])
  expect(change(copy => (copy.reveal.contribution = '4 2 5'))).toContain('selection')
  expect(change(copy => copy.result.reverse())).toEqual(['selection', 'inspectors'])
  expect(change(copy => copy.result.pop())).toEqual(['selection', 'inspectors'])
  expect(change(copy => copy.result[0]!.inspectors.reverse())).toEqual(['inspectors'])
  expect(change(copy => (copy.rules.count = 99))).toEqual(['register', 'rules', 'selection', 'inspectors'])
})

test('a draw made anew in every part is found by what was published before', () => {
  const other = drawOf(registerOf(), seedOf(2))
  expect(failing(other)).toEqual([])
  expect(verifyDraw(other, draw.commit)[0]).toMatchObject({ name: 'before', fault: { kind: 'differs' } })
})

test('of what was only committed register and rules are checked', () => {
  const checks = verifyDraw(commitDraw(registerOf(), seedOf(1)))
  expect(checks.map(({ name, fault }) => [name, fault])).toEqual([
    ['register', null],
    ['rules', null],
  ])
})

test('any byte altered anywhere is refused, or says the very same', () => {
  const sound = anyRegister.filter(register => checkRegister(register).length === 0)
  let caught = 0
  fc.assert(
    fc.property(sound, fc.nat(), fc.integer({ min: 1, max: 255 }), (register, place, change) => {
      const whole = drawOf(register)
      const bytes = Buffer.from(printDraw(whole))
      bytes[place % bytes.length]! ^= change
      const text = bytes.toString()
      try {
        const read = parseDraw(text, 'a.json') as FinishedDraw
        if (JSON.stringify(read) === JSON.stringify(whole)) return
        expect(failing(read)).not.toEqual([])
      } catch (error) {
        expect(error).toMatchObject({ code: 'draw-unreadable' })
      }
      caught++
    }),
    { seed: 5, numRuns: 3000 },
  )
  expect(caught).toBeGreaterThan(2000)
})

test.each<[string, string, RegExp]>([
  ['no JSON', `{"schema":\n\n"${'长'.repeat(80)}",,}`, /第 3 行 不是合法的 JSON/],
  ['nothing', '', /不是合法的 JSON/],
  ['a list', '[]', /开头 不是一个对象/],
  ['another file', '{"schema":"jianbao-bulletin/1"}', /schema 须为“jianbao-draw\/1”/],
  ['an unknown field', JSON.stringify({ ...draw, note: 1 }), /note/],
  ['a hidden field', printDraw(draw).replace('{', '{"__proto__":{"x":1},'), /__proto__/],
  ['half a number', JSON.stringify({ ...draw, rules: { ...draw.rules, count: 1.5 } }), /\/rules\/count/],
  [
    'one inspector',
    JSON.stringify({ ...draw, rules: { ...draw.rules, inspectorsPerObject: 1 } }),
    /\/rules\/inspectorsPerObject/,
  ],
  ['a result without its seed', JSON.stringify({ ...draw, reveal: undefined }), /reveal/],
])('%s is refused with place and reason', (_, text, words) => {
  let message = ''
  try {
    parseDraw(text, '抽查.json')
  } catch (error) {
    message = (error as { text(): string }).text()
  }
  expect(message).toMatch(/^“抽查\.json”不能核验：/)
  expect(message).toMatch(words)
})
