import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkLetter, codeLetters, isCode, plainCode, shownCode } from './code.rules.ts'

const letter = fc.constantFrom(...codeLetters)
const code = fc
  .array(letter, { minLength: 9, maxLength: 9 })
  .map(letters => letters.join('') + checkLetter(letters.join('')))

test('a code is one, however it is typed', () => {
  fc.assert(
    fc.property(code, its => {
      expect(isCode(its, 10)).toBe(true)
      for (const typed of [its.toLowerCase(), shownCode(its), ` ${its.slice(0, 3)} ${its.slice(3)}\n`])
        expect(plainCode(typed)).toBe(its)
      const wide = [...its].map(each => String.fromCodePoint(each.codePointAt(0)! + 0xfee0)).join('')
      expect(plainCode(wide)).toBe(its)
      expect(isCode(its, 8)).toBe(false)
    }),
  )
})

test('one wrong letter, or two neighbours that changed places, are always found', () => {
  fc.assert(
    fc.property(code, fc.nat(9), letter, (its, at, other) => {
      const wrong = its.slice(0, at) + other + its.slice(at + 1)
      expect(isCode(wrong, 10)).toBe(other === its[at])
      const swapped = at < 9 ? its.slice(0, at) + its[at + 1] + its[at] + its.slice(at + 2) : its
      expect(isCode(swapped, 10)).toBe(swapped === its)
    }),
  )
})

test('letters that look alike are read as the ones there are', () => {
  expect(plainCode('s2z5')).toBe('5225')
  for (const lookAlike of 'OI10LSZ') expect(codeLetters).not.toContain(lookAlike)
  expect(new Set(codeLetters).size).toBe(29)
})

test('what is no code is none', () => {
  for (const typed of ['', '🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉', 'IIIIIIIIII', '0000000000', "'; drop--"])
    expect(isCode(plainCode(typed), 10)).toBe(false)
})
