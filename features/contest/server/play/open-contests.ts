import type { Database } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import type { LiveContest } from './live-contest.ts'
import { readContest, readRevision } from './read-contest.ts'

/** The contests that are played, as this process has them in memory. */
export type Contests = {
  /** By its address; null when there is none to be played. At most about a second behind the database. */
  find(slug: string): Promise<LiveContest | null>
  /** Looks anew the next time. */
  forget(slug: string): void
}

type Kept = { readonly name: string | null; readonly live: LiveContest | null; checkedAt: number }

/** So long what is in memory is believed, in milliseconds. */
const believedMs = 1000
/** Addresses of nothing are remembered too, but not without end. */
const mostKept = 500

/** What is made ready goes last: asking for many addresses of nothing must not have contests read again and again. */
function makeRoom(kept: Map<string, Kept>): void {
  for (const [slug, { live }] of kept) if (!live) kept.delete(slug)
  if (kept.size >= mostKept) kept.clear()
}

export function openContests(options: { db: Database; sealer: Sealer; secret: string }): Contests {
  const { db } = options
  const kept = new Map<string, Kept>()
  const looking = new Map<string, Promise<LiveContest | null>>()
  const look = async (slug: string): Promise<LiveContest | null> => {
    const before = kept.get(slug)
    const name = await readRevision(db, slug)
    const live = before && before.name === name ? before.live : name && (await readContest(db, slug, options))
    if (kept.size >= mostKept && !kept.has(slug)) makeRoom(kept)
    kept.set(slug, { name, live: live || null, checkedAt: performance.now() })
    return live || null
  }
  const lookOnce = (slug: string): Promise<LiveContest | null> => {
    const under = looking.get(slug) ?? look(slug).finally(() => looking.delete(slug))
    looking.set(slug, under)
    return under
  }
  return {
    find: slug => {
      const its = kept.get(slug)
      if (!its) return lookOnce(slug)
      if (performance.now() - its.checkedAt < believedMs) return Promise.resolve(its.live)
      // Nobody waits for the look; but of what was not looked at for long nothing is believed.
      if (performance.now() - its.checkedAt > 5 * believedMs) return lookOnce(slug)
      lookOnce(slug).catch(() => undefined)
      return Promise.resolve(its.live)
    },
    forget: slug => void kept.delete(slug),
  }
}
