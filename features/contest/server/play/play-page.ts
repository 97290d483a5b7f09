import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { LiveContest } from './live-contest.ts'

/** One page in the forms it is sent in. */
export type PlayPage = {
  readonly plain: Buffer
  readonly gzip: Buffer
  readonly brotli: Buffer
  readonly tag: string
}

/** Makes the page of a contest once for each of its revisions; afterwards it is sent as it lies in memory. */
export function keepPlayPages(render: (contest: LiveContest) => string): (contest: LiveContest) => PlayPage {
  const pages = new WeakMap<LiveContest, PlayPage>()
  return contest => {
    const known = pages.get(contest)
    if (known) return known
    const plain = Buffer.from(render(contest))
    const tag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    const page = { plain, gzip: gzipSync(plain), brotli: brotliCompressSync(plain), tag }
    pages.set(contest, page)
    return page
  }
}
