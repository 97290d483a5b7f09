import { expect, test } from 'vitest'
import { makeFormToken, readFormToken } from './form-token.ts'
import { newNeedNumber, numberOfForm, readNeedNumber } from './need-number.ts'

const now = new Date('2021-08-13T02:00:00Z')
const after = (ms: number): Date => new Date(now.getTime() + ms)

test('a form is good from three seconds to a day after it was opened', () => {
  const token = makeFormToken('s', 'ask', now)
  const at = (ms: number) => readFormToken('s', 'ask', token, after(ms)).standing
  expect([0, 2_999, 3_000, 86_400_000, 86_400_001].map(at)).toEqual([
    'hasty',
    'hasty',
    'good',
    'good',
    'stale',
  ])
})

test('a token that was made elsewhere, for something else, or changed is false', () => {
  const token = makeFormToken('s', 'ask', now)
  const standings = [
    readFormToken('other', 'ask', token, after(9_000)),
    readFormToken('s', 'answer', token, after(9_000)),
    readFormToken('s', 'ask', `${token}x`, after(9_000)),
    readFormToken(
      's',
      'ask',
      token.replace(/^./, sign => (sign === 'A' ? 'B' : 'A')),
      after(9_000),
    ),
    readFormToken('s', 'ask', '', after(9_000)),
  ].map(each => each.standing)
  expect(standings).toEqual(Array(5).fill('false'))
})

test('the number of a form is the same whenever it is asked for, and another for another form', () => {
  expect(numberOfForm('s', 'a')).toBe(numberOfForm('s', 'a'))
  expect(numberOfForm('s', 'a')).not.toBe(numberOfForm('s', 'b'))
  expect(numberOfForm('s', 'a')).not.toBe(numberOfForm('t', 'a'))
})

test('a number is read however it is typed', () => {
  for (let i = 0; i < 200; i++) {
    const number = newNeedNumber()
    expect(number).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/)
    expect(readNeedNumber(` ${number.toLowerCase().replaceAll('-', ' ')} `)).toBe(number)
  }
  expect(readNeedNumber('K7QM-2X9D-4FO')).toBeNull()
  expect(readNeedNumber('K7QM-2X9D-4F2O')).toBeNull()
  expect(readNeedNumber(undefined)).toBeNull()
})
