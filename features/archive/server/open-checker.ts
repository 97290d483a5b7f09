import { Problem } from '@jianbao/errors'
import { openReader } from './open-reader.ts'
import type { Checker } from './reader.port.ts'

/** A whole file at the limit is decoded in a fraction of a second; what takes this long is stuck. */
const timeoutMs = 30_000

/** Opens the checking thread. One file after the other, so that only one is ever held in memory. */
export function openChecker(options: { limitBytes: number }): Checker {
  const thread = openReader({
    limitBytes: options.limitBytes,
    timeoutMs,
    script: new URL('./checker.worker.ts', import.meta.url),
  })
  const closing = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  const decode = async ({ name, load }: Parameters<Checker['check']>[0]): Promise<void> => {
    const file = { name, bytes: await load() }
    const outcome = await thread.read(file, () => undefined, closing.signal)
    if ('problem' in outcome) throw new Problem(outcome.problem.code, outcome.problem.details)
  }
  return {
    check: file => {
      const turn = last.then(() => decode(file))
      last = turn.catch(() => undefined)
      return turn
    },
    close: async () => {
      closing.abort()
      await thread.close()
    },
  }
}
