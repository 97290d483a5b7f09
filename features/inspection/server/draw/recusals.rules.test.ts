import { expect, test } from 'vitest'
import { isOwn } from './recusals.rules.ts'

const [root, city, county, branch, other] = ['1/', '1/2/', '1/2/3/', '1/2/3/4/', '1/20/'].map(path => ({
  path,
}))

test('one is recused from the own unit, from those above and below it, and from nothing beside it', () => {
  expect(isOwn(county!, county!, root!)).toBe(true)
  expect(isOwn(county!, city!, root!)).toBe(true)
  expect(isOwn(branch!, city!, root!)).toBe(true)
  expect(isOwn(city!, county!, root!)).toBe(true)
  expect(isOwn(city!, other!, root!)).toBe(false)
  expect(isOwn(county!, other!, root!)).toBe(false)
})

test('whoever works at the top of the range, above it or nowhere in it is recused from nothing', () => {
  expect(isOwn(root!, county!, root!)).toBe(false)
  expect(isOwn(root!, county!, city!)).toBe(false)
  expect(isOwn(city!, county!, city!)).toBe(false)
  expect(isOwn(null, county!, root!)).toBe(false)
})
