import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '@jianbao/platform/db'
import { summariseDocuments } from './list-documents.ts'

/** How often the rows are looked at; any process may be the one that reads, so the rows are the truth. */
const lookEveryMs = 250
const longestMs = 15 * 60_000

/**
 * Server-sent events: the summary of each named document, again whenever it changes, until none waits or is being read.
 * A comment every few seconds keeps proxies from closing the line.
 */
export async function* watchDocuments(
  db: Database,
  ids: readonly string[],
  language: 'zh' | 'en',
  signal: AbortSignal,
): AsyncGenerator<string> {
  const said = new Map<string, string>()
  const until = Date.now() + longestMs
  for (let look = 0; !signal.aborted && Date.now() < until; look++) {
    const summaries = await summariseDocuments(db, ids, language)
    for (const summary of summaries) {
      const data = JSON.stringify(summary)
      if (said.get(summary.id) === data) continue
      said.set(summary.id, data)
      yield `data: ${data}\n\n`
    }
    if (!summaries.some(({ state }) => state === 'waiting' || state === 'reading')) return
    if (look % 40 === 39) yield ': still here\n\n'
    await wait(lookEveryMs, undefined, { signal }).catch(() => undefined)
  }
}
