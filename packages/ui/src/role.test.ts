import { expect, test } from 'vitest'
import { administratorRoles, businessRoles, holdsRole, roles } from './role.ts'

test('what names no roles is for everybody, what names some for their holders alone', () => {
  expect(holdsRole([])).toBe(true)
  expect(holdsRole([], ['editor'])).toBe(false)
  expect(holdsRole(['reporter', 'editor'], ['editor', 'reviser'])).toBe(true)
  expect(holdsRole(['auditor'], businessRoles), 'the three read nothing of bulletins').toBe(false)
})

test('every role is of one of the two sorts', () => {
  expect(businessRoles.filter(role => administratorRoles.includes(role))).toEqual([])
  expect(new Set(roles).size).toBe(10)
})
