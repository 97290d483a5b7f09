import { expect, test } from 'vitest'
import { rulesOf } from '../../contract/rules.fixture.ts'
import {
  type ContestValues,
  freshKey,
  freshSlug,
  isSlug,
  lackingOf,
  localOf,
  momentOf,
  stepOf,
} from './contest-values.ts'

test('moments are shown and taken in Shanghai, and come back as they went', () => {
  expect(localOf('2026-08-31T16:30:00.000Z')).toBe('2026-09-01T00:30')
  expect(momentOf('2026-09-01T00:30')).toBe('2026-08-31T16:30:00.000Z')
  for (const typed of ['', '2026-09', '0002-01-01T00:00']) expect(momentOf(typed)).toBeNull()
})

test('a fresh address is one, and says when', () => {
  const slug = freshSlug('2026-08-31T16:30:00.000Z', 'ab12cd')
  expect(slug).toBe('kp202609-ab12')
  expect(isSlug(slug)).toBe(true)
  for (const wrong of ['', 'a', 'Ab', 'a_b', '-ab', 'a'.repeat(41)]) expect(isSlug(wrong)).toBe(false)
})

test('title and address must be there before it is kept', () => {
  const values: ContestValues = {
    ...{ unitId: '', unitName: '', title: ' 竞 ', slug: 'X', about: '', bankIds: [], rules: rulesOf() },
  }
  expect(lackingOf(values)).toEqual(['title', 'slug'])
  expect(lackingOf({ ...values, title: '竞赛', slug: 'ok' })).toEqual([])
})

test('keys of entries are never twice', () => {
  expect(freshKey([], 'g')).toBe('g1')
  expect(freshKey([{ key: 'g2' }], 'g')).toBe('g3')
  expect(freshKey([{ key: 'g1' }, { key: 'g3' }], 'g')).toBe('g4')
})

test('every field that can be wrong has its step', () => {
  const fields = [
    ...['banks', 'draw.0', 'draw', 'partly', 'closesAt', 'hours', 'sessions.1', 'attempts', 'answersShown'],
    ...['identity', 'units', 'groups.0', 'ranking', 'share', 'lottery', 'certificates.0', 'privacy'],
  ]
  for (const at of fields) expect(stepOf({ at }), at).not.toBe('basics')
})
