import { expect, test } from 'vitest'
import { keepSnapshots } from './keep-snapshots.ts'

test('a picture is made once for all who ask while it is young, and anew afterwards', async () => {
  let at = 0
  let made = 0
  const snapshots = keepSnapshots<number>(2000, () => at)
  const look = () => snapshots.get('a', async () => ++made)
  expect(await Promise.all([look(), look(), look()])).toEqual([1, 1, 1])
  at = 1999
  expect(await look()).toBe(1)
  at = 2000
  expect(await look()).toBe(2)
  expect(await snapshots.get('b', async () => ++made)).toBe(3)
})

test('a failure is told to who asked and is not kept', async () => {
  const snapshots = keepSnapshots<number>(2000, () => 0)
  await expect(snapshots.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(await snapshots.get('a', async () => 1)).toBe(1)
})
