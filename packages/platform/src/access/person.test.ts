import { expect, test } from 'vitest'
import { type AccessRule, mayCall, type Person, type Verdict } from './index.ts'

const reader: Person = { id: '1', name: 'r', username: 'r', role: null, mustChangePassword: false }
const keeper: Person = { ...reader, role: 'administrator' }
const fresh: Person = { ...keeper, mustChangePassword: true }

test.each<[AccessRule, string, Person | null, boolean, Verdict]>([
  ['anyone', 'nobody', null, false, 'allowed'],
  ['anyone', 'a fresh administrator', fresh, false, 'allowed'],
  ['signed-in', 'nobody', null, false, 'sign-in-required'],
  ['signed-in', 'a reader', reader, false, 'allowed'],
  ['signed-in', 'an administrator', keeper, false, 'allowed'],
  ['signed-in', 'a fresh administrator', fresh, false, 'password-change-required'],
  ['signed-in', 'a fresh administrator changing the password', fresh, true, 'allowed'],
  ['administrator', 'nobody', null, false, 'sign-in-required'],
  ['administrator', 'a reader', reader, false, 'not-found'],
  ['administrator', 'a reader changing the password', reader, true, 'not-found'],
  ['administrator', 'an administrator', keeper, false, 'allowed'],
  ['administrator', 'a fresh administrator', fresh, false, 'password-change-required'],
])('a route for %s, called by %s (%#)', (rule, _who, person, duringPasswordChange, verdict) => {
  expect(mayCall(rule, person, duringPasswordChange)).toBe(verdict)
})
