import { expect, test } from 'vitest'
import {
  type AccessRule,
  mayCall,
  mayHoldTogether,
  noScope,
  type Person,
  type Post,
  type Role,
  roles,
  scopeOf,
  type Verdict,
} from './index.ts'

const post = (role: Role, path: string): Post => ({ role, unitId: `u${path}`, unitName: path, path })
const reader: Person = {
  id: '1',
  name: 'r',
  username: 'r',
  posts: [],
  mustChangePassword: false,
  mustSetUpSecondFactor: false,
}
const editor: Person = { ...reader, posts: [post('editor', '1/')] }
const fresh: Person = { ...editor, mustChangePassword: true }
const bare: Person = { ...reader, posts: [post('auditor', '1/')], mustSetUpSecondFactor: true }
const editors = ['editor', 'auditor'] as const

test.each<[AccessRule, string, Person | null, boolean, Verdict]>([
  ['anyone', 'nobody', null, false, 'allowed'],
  ['anyone', 'a fresh editor', fresh, false, 'allowed'],
  ['signed-in', 'nobody', null, false, 'sign-in-required'],
  ['signed-in', 'a person without a post', reader, false, 'allowed'],
  ['signed-in', 'a fresh editor', fresh, false, 'password-change-required'],
  ['signed-in', 'a fresh editor making the account safe', fresh, true, 'allowed'],
  ['signed-in', 'an administrator with one factor', bare, false, 'second-factor-required'],
  ['signed-in', 'an administrator setting up the other', bare, true, 'allowed'],
  [editors, 'nobody', null, false, 'sign-in-required'],
  [editors, 'a person without a post', reader, false, 'not-found'],
  [editors, 'a person without a post making the account safe', reader, true, 'not-found'],
  [editors, 'an editor', editor, false, 'allowed'],
  [editors, 'a fresh editor', fresh, false, 'password-change-required'],
  [editors, 'an administrator with one factor', bare, false, 'second-factor-required'],
  [['reporter'], 'an editor', editor, false, 'not-found'],
])('a route for %s, called by %s (%#)', (rule, _who, person, duringSetUp, verdict) => {
  expect(mayCall(rule, person, duringSetUp)).toBe(verdict)
})

test('the three administrators hold nothing besides, everybody else any number', () => {
  const administrators: readonly Role[] = ['system-administrator', 'security-administrator', 'auditor']
  for (const one of roles)
    for (const other of roles) {
      const alone = one === other || !(administrators.includes(one) || administrators.includes(other))
      expect(mayHoldTogether([one, other]), `${one} and ${other}`).toBe(alone)
    }
})

test('a scope is the subtrees of the posts that count, none inside another', () => {
  const posts = [
    post('editor', '1/27/'),
    post('editor', '1/2/'),
    post('editor', '1/2/9/'),
    post('reporter', '1/'),
  ]
  const person = { ...reader, posts }
  expect(scopeOf(person, ['editor']).roots.map(root => root.path)).toEqual(['1/2/', '1/27/'])
  expect(scopeOf(person, ['editor', 'reporter']).roots.map(root => root.path)).toEqual(['1/'])
  expect(scopeOf(person, ['auditor'])).toEqual({ roots: [], content: false })
  expect(scopeOf(person, 'signed-in')).toBe(noScope)
  expect(scopeOf({ ...reader, posts: [post('auditor', '1/')] }, ['auditor', 'editor']).content).toBe(false)
})
