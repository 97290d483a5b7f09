import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openLanes } from './lanes.ts'

const lookAgainMs = 5_000
const tick = () => new Promise(resolve => setImmediate(resolve))

test('everything that waits is worked, whenever it is added and however many lanes there are', async () => {
  const plan = fc.array(fc.nat({ max: 3 }), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(plan, fc.integer({ min: 1, max: 4 }), async (pauses, concurrency) => {
      const waiting: number[] = []
      const done: number[] = []
      let running = 0
      let most = 0
      const lanes = openLanes({
        concurrency,
        lookAgainMs,
        claim: async () => {
          const job = waiting.shift()
          if (job === undefined) return null
          return async () => {
            most = Math.max(most, ++running)
            await tick()
            running--
            done.push(job)
          }
        },
        onError: error => {
          throw error
        },
      })
      for (const [job, pause] of pauses.entries()) {
        waiting.push(job)
        lanes.wake()
        for (let turn = 0; turn < pause; turn++) await tick()
      }
      await lanes.idle()
      expect(done.sort((a, b) => a - b)).toEqual(pauses.map((_, job) => job))
      expect(most).toBeLessThanOrEqual(concurrency)
      await lanes.close()
    }),
    { numRuns: 60 },
  )
})

test('a job that throws is told and does not stop the next wake', async () => {
  const errors: unknown[] = []
  const waiting = ['bad', 'good']
  const done: string[] = []
  const lanes = openLanes({
    concurrency: 1,
    lookAgainMs,
    claim: async () => {
      const job = waiting.shift()
      if (job === undefined) return null
      return async () => {
        if (job === 'bad') throw new Error(job)
        done.push(job)
      }
    },
    onError: error => errors.push(error),
  })
  lanes.wake()
  await lanes.idle()
  lanes.wake()
  await lanes.idle()
  expect([errors.length, done]).toEqual([1, ['good']])
  await lanes.close()
})

test('closing takes no new work, signals the running one and waits for it', async () => {
  const waiting = [1, 2]
  let ended = 0
  const lanes = openLanes({
    concurrency: 1,
    lookAgainMs,
    claim: async () => {
      if (waiting.shift() === undefined) return null
      return async signal => {
        while (!signal.aborted) await tick()
        ended++
      }
    },
    onError: () => undefined,
  })
  lanes.wake()
  await tick()
  await lanes.close()
  lanes.wake()
  await tick()
  expect([ended, waiting]).toEqual([1, [2]])
})

test('a wake that came just before the end leaves nobody waiting for rest', async () => {
  let begun = 0
  const lanes = openLanes({
    concurrency: 1,
    lookAgainMs,
    claim: async () => {
      if (begun++) return null
      return async signal => {
        while (!signal.aborted) await tick()
      }
    },
    onError: () => undefined,
  })
  lanes.wake()
  await tick()
  const rested = lanes.idle()
  lanes.wake()
  await lanes.close()
  const late = new Promise(resolve => setTimeout(resolve, 500, 'still waiting'))
  expect(await Promise.race([Promise.all([rested, lanes.idle()]).then(() => 'rested'), late])).toBe('rested')
})

test('one wake is enough for everything that waits: each job found looks for another lane', async () => {
  const waiting = [1, 2, 3, 4, 5]
  let running = 0
  let most = 0
  const lanes = openLanes({
    concurrency: 3,
    lookAgainMs,
    claim: async () => {
      if (waiting.shift() === undefined) return null
      return async () => {
        most = Math.max(most, ++running)
        for (let turn = 0; turn < 20; turn++) await tick()
        running--
      }
    },
    onError: error => {
      throw error
    },
  })
  lanes.wake()
  await lanes.idle()
  expect([most, waiting]).toEqual([3, []])
  await lanes.close()
})
