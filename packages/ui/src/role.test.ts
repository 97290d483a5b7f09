import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { administratorRoles, businessRoles, holdsRole, roles } from './role.ts'

test('what names no roles is for everybody, what names some for their holders alone', () => {
  expect(holdsRole([])).toBe(true)
  expect(holdsRole([], ['editor'])).toBe(false)
  expect(holdsRole(['reporter', 'editor'], ['editor', 'reviser'])).toBe(true)
  expect(holdsRole(['auditor'], businessRoles), 'the three read nothing of bulletins').toBe(false)
})

test('pages know the roles of the API, all of them and in its order', () => {
  const path = new URL('../../../docs/generated/openapi.json', import.meta.url)
  const { Session } = JSON.parse(readFileSync(path, 'utf8')).components.schemas
  expect(roles).toEqual(Session.properties.user.anyOf[0].properties.posts.items.properties.role.enum)
})

test('no role is of both sorts', () => {
  expect(businessRoles.filter(role => administratorRoles.includes(role))).toEqual([])
})
