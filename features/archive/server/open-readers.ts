import type { Reader } from './reader.port.ts'

/** Several reading threads as one reader: a file goes to one that is free, the last used first, or waits for it. */
export function openReaders(count: number, open: () => Reader): Reader {
  const all = Array.from({ length: count }, open)
  const free = [...all]
  const waiting: ((reader: Reader) => void)[] = []
  const take = async (): Promise<Reader> =>
    free.pop() ?? (await new Promise<Reader>(resolve => waiting.push(resolve)))
  const giveBack = (reader: Reader): void => {
    const next = waiting.shift()
    if (next) next(reader)
    else free.push(reader)
  }
  return {
    read: async (...call) => {
      const reader = await take()
      try {
        return await reader.read(...call)
      } finally {
        giveBack(reader)
      }
    },
    close: async () => {
      await Promise.all(all.map(reader => reader.close()))
    },
  }
}
