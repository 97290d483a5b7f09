import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupCommit } from './group-commit.ts'

const turn = () => new Promise(resolve => setImmediate(resolve))

test('what comes together is written together, in few groups, each with its own result', async () => {
  const groups: number[][] = []
  const commit = groupCommit<number, string>({
    most: 50,
    inFlight: 2,
    write: async items => {
      groups.push([...items])
      await turn()
      return items.map(String)
    },
  })
  const results = await Promise.all(Array.from({ length: 220 }, (_, at) => commit.add(at)))
  expect(results).toEqual(Array.from({ length: 220 }, (_, at) => String(at)))
  expect(groups.flat()).toEqual(Array.from({ length: 220 }, (_, at) => at))
  expect(groups.length).toBe(5)
  expect(Math.max(...groups.map(group => group.length))).toBe(50)
})

test('no more groups are under way than may be, and settle waits for all', async () => {
  let [under, most, done] = [0, 0, 0]
  const commit = groupCommit<number, null>({
    most: 3,
    inFlight: 2,
    write: async items => {
      most = Math.max(most, ++under)
      await turn()
      under--
      done += items.length
      return items.map(() => null)
    },
  })
  for (let at = 0; at < 100; at++) {
    void commit.add(at)
    if (at % 7 === 0) await turn()
  }
  await commit.settle()
  expect([most, done]).toEqual([2, 100])
  await commit.settle()
})

test('one that cannot be written takes no other with it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(60), { maxLength: 6 }), async poison => {
      const commit = groupCommit<number, number>({
        write: async items => {
          await turn()
          if (items.some(each => poison.includes(each))) throw new Error('poison')
          return items
        },
      })
      const results = await Promise.allSettled(Array.from({ length: 61 }, (_, at) => commit.add(at)))
      const refused = results.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []))
      expect(refused).toEqual([...poison].sort((one, other) => one - other))
    }),
    { numRuns: 50 },
  )
})

test('when the database is away nothing is tried again', async () => {
  let tries = 0
  const commit = groupCommit<number, number>({
    write: async () => {
      tries++
      throw Object.assign(new Error('gone'), { code: '57P01' })
    },
  })
  const results = await Promise.allSettled(Array.from({ length: 40 }, (_, at) => commit.add(at)))
  expect(results.every(({ status }) => status === 'rejected')).toBe(true)
  expect(tries).toBe(1)
})
