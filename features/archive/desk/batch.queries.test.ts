import { expect, it } from 'vitest'
import type { Batch } from '../contract/index.ts'
import { batchProgress, isUnfinishedBatch } from './batch.queries.ts'

const none = { waiting: 0, reading: 0, read: 0, unrecognised: 0, accepted: 0, failed: 0 }
const batch = (state: Batch['state'], documents: Partial<typeof none>) =>
  ({ state, documents: { ...none, ...documents } }) as Batch

it('goes on until the ZIP is unpacked and the last of its documents has been read', () => {
  expect(isUnfinishedBatch(batch('waiting', {}))).toBe(true)
  expect(isUnfinishedBatch(batch('unpacking', { read: 3 }))).toBe(true)
  expect(isUnfinishedBatch(batch('unpacked', { reading: 1 }))).toBe(true)
  expect(isUnfinishedBatch(batch('unpacked', { waiting: 1 }))).toBe(true)
  expect(isUnfinishedBatch(batch('unpacked', { read: 3, failed: 1, unrecognised: 1 }))).toBe(false)
  expect(isUnfinishedBatch(batch('failed', {}))).toBe(false)
})

it('counts what has been read, however it ended, as a part of the whole', () => {
  expect(batchProgress(batch('unpacking', {}))).toEqual({ all: 0, done: 0, part: 0 })
  expect(
    batchProgress(batch('unpacked', { waiting: 2, reading: 1, read: 3, accepted: 1, failed: 1 })),
  ).toEqual({
    all: 8,
    done: 5,
    part: 5 / 8,
  })
})
