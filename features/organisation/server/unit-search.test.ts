import { readFileSync } from 'node:fs'
import { defaultRegister } from '@jianbao/intake'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchUnit, searchWords, unitSearchText, wordPattern } from './unit-search.ts'

const unit = (name: string, shortNames: string[] = [], code = '410300') => ({
  name,
  shortNames,
  formerNames: [],
  code,
})

/** What LIKE does with these patterns. */
function isFound(q: string, of: ReturnType<typeof unit>): boolean {
  const text = unitSearchText(of)
  return searchWords(q).every(word => {
    const literal = wordPattern(word)
      .slice(1, -1)
      .replace(/\\([\\%_])/g, '$1')
    return text.includes(literal)
  })
}

test.each([
  ['济源示范区科协', 'jysfq'],
  ['济源示范区科协', 'jiyuan'],
  ['漯河市科协', 'lhskx'],
  ['浚县科协', 'xxkx'],
  ['浚县科协', 'xunxian'],
  ['浚县科协', 'jxkx'],
  ['长垣市科协', 'cyskx'],
  ['长葛市科协', 'chang'],
  ['召陵区科协', 'slqkx'],
  ['泌阳县科协', 'biyang'],
  ['西安市科协', "xi'an"],
  ['洛阳市科协', 'ly'],
  ['洛阳市科协', 'skx'],
  ['洛阳市科协', 'shikexie'],
  ['洛阳市科协', '洛阳 kx'],
  ['洛阳市科协', '４１０３'],
  ['ＡＢＣ 协会', 'abc协会'],
  ['吕梁学会', 'lvliang'],
])('%s is found by %s', (name, q) => {
  expect(isFound(q, unit(name))).toBe(true)
})

test.each([
  ['洛阳市科协', 'uoyang'],
  ['洛阳市科协', 'an'],
  ['洛阳市科协', 'lsk'],
  ['洛阳市科协', '%'],
  ['洛阳市科协', '_阳'],
  ['洛阳市科协', '安阳'],
])('%s is not found by %s', (name, q) => {
  expect(isFound(q, unit(name))).toBe(false)
})

test('every unit of the register is found by all its names and their initials', () => {
  for (const { kind, name, shortNames, code } of defaultRegister().entries) {
    if (kind.startsWith('place')) continue
    const of = unit(name, [...shortNames], code)
    for (const q of [name, ...shortNames, code, name.slice(1)])
      expect(isFound(q, of), `${q} of ${name}`).toBe(true)
  }
  const invented = readFileSync(new URL('../../../demo/organisation/units.csv', import.meta.url), 'utf8')
  expect(invented).toContain('学会')
})

test('marks lie inside the text that matched and hold what was typed', () => {
  const shown = (name: string, q: string): string | null => {
    const { text, marks } = matchUnit(unit(name, ['省科协']), searchWords(q))
    return marks.map(([from, to]) => text.slice(from, to)).join('|') || null
  }
  expect(shown('河南省科学技术协会', '科学')).toBe('科学')
  expect(shown('河南省科学技术协会', 'kxjs')).toBe('科学技术')
  expect(shown('河南省科学技术协会', 'henansh')).toBe('河南省')
  expect(shown('河南省科学技术协会', 'skexie')).toBeNull()
  expect(shown('河南省科学技术协会', 'skx')).toBe('省科学')
  expect(shown('河南省科学技术协会', 'shengkexie')).toBe('省科协')
  expect(shown('河南省科学技术协会', '河南 协会')).toBe('河南|协会')
  expect(shown('𠮷林省3D打印学会', '3ddy')).toBe('3D打印')
})

test('any name and any search end in marks within the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 6 }), (name, q) => {
      const of = unit(name)
      expect(unitSearchText(of)).toMatch(/^\n/)
      const { text, marks } = matchUnit(of, searchWords(q))
      for (const [from, to] of marks) expect(0 <= from && from < to && to <= text.length).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('what stands inside a name is found, and what is found is marked', () => {
  const names = defaultRegister().entries.map(entry => entry.name)
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.nat(10),
      fc.integer({ min: 1, max: 6 }),
      (name, from, length) => {
        const q = name.slice(from % name.length).slice(0, length)
        const of = unit(name)
        expect(isFound(q, of)).toBe(true)
        const { text, marks } = matchUnit(of, searchWords(q))
        expect(marks.map(([start, end]) => text.slice(start, end))).toEqual([q])
      },
    ),
  )
})
