import { defaultRegister } from '@jianbao/intake'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathEnd, unitName, unitPath } from './unit-path.ts'

const covers = (above: string, name: string): boolean => {
  const path = unitPath(above)
  return unitPath(name) >= path && unitPath(name) < pathEnd(path)
}

test.each([
  ['河南省科协', '41/'],
  ['省科协', '41/'],
  ['河南省科学技术协会', '41/'],
  ['洛阳市科协', '41/03/'],
  ['洛阳科协', '41/03/'],
  ['河南省洛阳市科协', '41/03/'],
  ['孟津区科协', '41/03/08/'],
  ['孟津县科协', '41/03/08/'],
  ['洛阳市孟津县科协', '41/03/08/'],
  ['济源示范区科协', '41/90/01/'],
  ['洛阳市气象学会', '41/03/洛阳市气象学会'],
  ['省科协机关党委', '41/省科协机关党委'],
  ['洛阳市委宣传部', '~41/03/洛阳市委宣传部'],
  ['青禾市科协', '@青禾市/'],
  ['青禾市松林县科协', '@青禾市/松林县/'],
  ['中国科协', '中国科协'],
  ['', '~'],
  ['a/b', '~a／b'],
])('%s lies at %s', (name, path) => {
  expect(unitPath(name)).toBe(path)
})

test.each([
  ['河南省科协', '洛阳市科协'],
  ['省科协', '孟津县科协'],
  ['省科协', '省科协机关党委'],
  ['河南省科协', '河南省林学会'],
  ['洛阳市科协', '孟津县科协'],
  ['洛阳市科协', '洛阳市气象学会'],
  ['青禾市科协', '青禾市松林县科协'],
  ['青禾市科协', '青禾市植物学会'],
])('%s covers %s', (above, name) => {
  expect(covers(above, name)).toBe(true)
})

test.each([
  ['洛阳市科协', '南阳市科协'],
  ['孟津县科协', '洛阳市科协'],
  ['洛阳市科协', '洛阳市委宣传部'],
  ['洛阳市气象学会', '洛阳市科协'],
  ['青禾市科协', '青木市科协'],
  ['中国科协', '河南省科协'],
])('%s does not cover %s', (above, name) => {
  expect(covers(above, name)).toBe(false)
})

test('any name has a path and lies below itself', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), name => covers(name, name)))
})

test('the name at a path leads to the path again', () => {
  const names = fc.oneof(
    fc.constantFrom(...defaultRegister().entries.flatMap(entry => [entry.name, ...entry.shortNames])),
    fc.string({ unit: 'binary' }),
    fc
      .tuple(
        fc.constantFrom('', '青禾市', '洛阳市', '河北省'),
        fc.constantFrom('松林县', '孟津县', '东区', ''),
      )
      .chain(([city, county]) =>
        fc.constantFrom('科协', '科协办公室', '植物学会', '委宣传部').map(end => `${city}${county}${end}`),
      ),
  )
  fc.assert(
    fc.property(names, name => unitPath(unitName(unitPath(name))) === unitPath(name)),
    { numRuns: 2000 },
  )
})

test.each([
  ['洛阳科协', '洛阳市科协'],
  ['孟津县科协', '孟津区科协'],
  ['青禾市松林县科协', '青禾市松林县科协'],
  ['洛阳市委宣传部', '洛阳市委宣传部'],
])('%s is shown as %s', (name, shown) => {
  expect(unitName(unitPath(name)).endsWith(shown)).toBe(true)
})
