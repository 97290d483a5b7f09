import { setTimeout as wait } from 'node:timers/promises'
import { Problem } from '@jianbao/errors'
import type { DocumentSummary } from '../contract/index.ts'

/** How often the rows are looked at; any process may be the one that reads, so the rows are the truth. */
const lookEveryMs = 250
const longestMs = 15 * 60_000

/**
 * Server-sent events: the summary of each document that `look` finds, again whenever it changes, until none waits or is being read.
 * Between two looks nothing is held. A comment every few seconds keeps proxies from closing the line.
 */
export async function* watchDocuments(
  look: () => Promise<DocumentSummary[]>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const said = new Map<string, string>()
  const until = Date.now() + longestMs
  for (let turn = 0; !signal.aborted && Date.now() < until; turn++) {
    const summaries = await look().catch(endOfRights)
    if (!summaries) return
    for (const summary of summaries) {
      const data = JSON.stringify(summary)
      if (said.get(summary.id) === data) continue
      said.set(summary.id, data)
      yield `data: ${data}\n\n`
    }
    if (!summaries.some(({ state }) => state === 'waiting' || state === 'reading')) return
    if (turn % 40 === 39) yield ': still here\n\n'
    await wait(lookEveryMs, undefined, { signal }).catch(() => undefined)
  }
}

/** Whoever lost the right to look hears no more. */
function endOfRights(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}
