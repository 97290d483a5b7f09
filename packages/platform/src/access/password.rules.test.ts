import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindsOf, longEnough, type PasswordWeakness, weaknessOf } from './password.rules.ts'

test.each<[string, PasswordWeakness | null]>([
  ['Kx7!mq', 'password-too-short'],
  ['科普惠民科普惠民', 'password-too-short'],
  ['greenfieldx', 'password-too-plain'],
  ['greenfield7', 'password-too-plain'],
  ['Greenfield7', null],
  ['green-field-7', null],
  ['green field by the river', null],
  ['一条大河波浪宽风吹稻花香两岸', 'password-too-plain'],
  ['一条大河波浪宽，风吹稻花香两岸。', null],
  ['Xiaojian-2020', 'password-holds-name'],
  ['naijoaiX-7714', 'password-holds-name'],
  ['Password123!', 'password-common'],
  ['P@ssw0rd2024', 'password-common'],
  ['Jianbao@2026', 'password-common'],
  ['Kexie@12345', 'password-common'],
  ['Qwerty12345!', 'password-common'],
  ['1qaz@WSX3edc', 'password-common'],
  ['Aaaaaaaaaa1!', 'password-common'],
  ['Abcdefg-123456789', 'password-common'],
  ['Admin-admin-1', 'password-common'],
  ['Test-river-9', null],
])('%s', (password, weakness) => {
  expect(weaknessOf(password, 'xiaojian', 10)).toBe(weakness)
})

test('a name of one or two letters does not forbid every word that has them', () => {
  expect(weaknessOf('Aimless-rover-7', 'ai', 10)).toBeNull()
})

test('the rules hold for whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.integer({ min: 10, max: 32 }),
      (password, min) => {
        const weakness = weaknessOf(password, 'xiaojian', min)
        const length = [...password].length
        if (length < min) expect(weakness).toBe('password-too-short')
        else if (length < longEnough && kindsOf(password) < 3) expect(weakness).toBe('password-too-plain')
        else expect(weakness).not.toMatch(/too/)
      },
    ),
  )
})

test('the name is found wherever it stands and however it is written', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 10 }),
      fc.string({ maxLength: 10 }),
      fc.boolean(),
      (before, after, upper) => {
        const name = upper ? 'XIAOJIAN' : 'xiaojian'
        const password = `${before}${name}${after}-A1b2C3d4E5f6`
        expect(weaknessOf(password, 'XiaoJian', 10)).toBe('password-holds-name')
      },
    ),
  )
})
