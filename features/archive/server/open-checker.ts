import { Problem } from '@jianbao/errors'
import { openReader } from './open-reader.ts'
import type { Checker } from './reader.port.ts'

/** A whole file at the limit is looked at in a fraction of a second; what takes this long is stuck. */
const timeoutMs = 30_000

/** Opens the checking thread. One file after the other, so that only one is ever held in memory. */
export function openChecker(options: { limitBytes: number; textLimitBytes: number }): Checker {
  const thread = openReader({
    ...options,
    timeoutMs,
    script: new URL('./checker.worker.ts', import.meta.url),
  })
  const closing = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  const tell: Checker['check'] = async ({ name, load }) => {
    const file = { name, bytes: await load(), recognise: false, learned: [] }
    const outcome = await thread.read(file, () => undefined, closing.signal)
    if ('problem' in outcome) throw new Problem(outcome.problem.code, outcome.problem.details)
    return 'unrecognised' in outcome ? outcome.unrecognised.kind : outcome.kind
  }
  return {
    check: file => {
      const turn = last.then(() => tell(file))
      last = turn.catch(() => undefined)
      return turn
    },
    close: async () => {
      closing.abort()
      await thread.close()
    },
  }
}
