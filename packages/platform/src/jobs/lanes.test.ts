import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openQueue } from './index.ts'

const tick = () => new Promise(resolve => setImmediate(resolve))

test('everything that waits is worked, whenever it is added and however many lanes there are', async () => {
  const plan = fc.array(fc.nat({ max: 3 }), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(plan, fc.integer({ min: 1, max: 4 }), async (pauses, concurrency) => {
      const waiting: number[] = []
      const done: number[] = []
      let running = 0
      let most = 0
      const queue = openQueue<number>({
        concurrency,
        claim: async () => waiting.shift() ?? null,
        work: async job => {
          most = Math.max(most, ++running)
          await tick()
          running--
          done.push(job)
        },
        onError: error => {
          throw error
        },
      })
      for (const [job, pause] of pauses.entries()) {
        waiting.push(job)
        queue.wake()
        for (let turn = 0; turn < pause; turn++) await tick()
      }
      await queue.idle()
      expect(done.sort((a, b) => a - b)).toEqual(pauses.map((_, job) => job))
      expect(most).toBeLessThanOrEqual(concurrency)
      await queue.close()
    }),
    { numRuns: 60 },
  )
})

test('a job that throws is told and does not stop the next wake', async () => {
  const errors: unknown[] = []
  const waiting = ['bad', 'good']
  const done: string[] = []
  const queue = openQueue<string>({
    claim: async () => waiting.shift() ?? null,
    work: async job => {
      if (job === 'bad') throw new Error(job)
      done.push(job)
    },
    onError: error => errors.push(error),
  })
  queue.wake()
  await queue.idle()
  queue.wake()
  await queue.idle()
  expect([errors.length, done]).toEqual([1, ['good']])
  await queue.close()
})

test('closing takes no new work, signals the running one and waits for it', async () => {
  const waiting = [1, 2]
  let ended = 0
  const queue = openQueue<number>({
    claim: async () => waiting.shift() ?? null,
    work: async (_job, signal) => {
      while (!signal.aborted) await tick()
      ended++
    },
    onError: () => undefined,
  })
  queue.wake()
  await tick()
  await queue.close()
  queue.wake()
  await tick()
  expect([ended, waiting]).toEqual([1, [2]])
})
