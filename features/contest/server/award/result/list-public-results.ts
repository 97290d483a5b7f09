/** The published list as visitors see it: what was written down, nothing reckoned. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { blockLines } from './merkle.ts'
import { type ReadLine, readLine } from './result-lines.ts'

export type PublicResult = {
  readonly edition: number
  readonly root: string
  readonly sha256: string
  readonly lines: number
  readonly sizeBytes: number
  /** `from`: the line of its first. */
  readonly groups: readonly {
    readonly key: string
    readonly name: string
    readonly from: number
    lines: number
  }[]
  readonly madeAt: Date
}

export const linesOfPage = 64

/** The list that counts; null while there is none. */
export async function findPublicResult(tx: Database, contestNo: number): Promise<PublicResult | null> {
  const [row] = await rowsOf<Omit<PublicResult, 'madeAt'> & { madeAt: string | Date }>(
    tx,
    sql`select r.edition, r.root, r.sha256, r.lines, r.size_bytes::float8 as "sizeBytes", r.groups, r.made_at as "madeAt"
      from contest_result r join contest c on c.no = r.contest_no
      where r.contest_no = ${contestNo} and r.withdrawn_at is null and c.state = 'published'`,
  )
  return row ? { ...row, madeAt: new Date(row.madeAt) } : null
}

/** Editions that were public before, by their roots. */
export async function listWithdrawn(
  tx: Database,
  contestNo: number,
): Promise<{ edition: number; root: string; withdrawnAt: Date }[]> {
  const rows = await rowsOf<{ edition: number; root: string; withdrawnAt: string | Date }>(
    tx,
    sql`select edition, root, withdrawn_at as "withdrawnAt" from contest_result
      where contest_no = ${contestNo} and withdrawn_at is not null order by edition desc limit 20`,
  )
  return rows.map(row => ({ ...row, withdrawnAt: new Date(row.withdrawnAt) }))
}

export type ResultRow = ReadLine & { readonly line: number }

/** One page of results, from 1; the line that heads the file is not among them. */
export async function listResultPage(
  tx: Database,
  contestNo: number,
  { edition, lines }: Pick<PublicResult, 'edition' | 'lines'>,
  page: number,
): Promise<ResultRow[]> {
  const first = (page - 1) * linesOfPage + 1
  const last = Math.min(lines, page * linesOfPage)
  if (first > last) return []
  const [from, to] = [Math.floor(first / blockLines), Math.floor(last / blockLines)]
  const blocks = await rowsOf<{ no: number; text: string }>(
    tx,
    sql`select no, text from contest_result_block where contest_no = ${contestNo} and edition = ${edition}
      and no between ${from} and ${to} order by no`,
  )
  const all = blocks.flatMap(({ text }) => text.split('\n').slice(0, -1))
  const begin = first - from * blockLines
  return all
    .slice(begin, begin + last - first + 1)
    .map((text, at) => ({ ...readLine(text), line: first + at }))
}

/** Pieces of the file one after the other, each read by itself: a slow line holds no transaction. */
export async function* readResultFile(
  read: <T>(work: (tx: Database) => Promise<T>) => Promise<T>,
  contestNo: number,
  edition: number,
): AsyncGenerator<string> {
  const atOnce = 16
  for (let from = 0; ; from += atOnce) {
    const blocks = await read(tx =>
      rowsOf<{ text: string }>(
        tx,
        sql`select text from contest_result_block where contest_no = ${contestNo} and edition = ${edition}
          and no between ${from} and ${from + atOnce - 1} order by no`,
      ),
    )
    if (blocks.length) yield blocks.map(({ text }) => text).join('')
    if (blocks.length < atOnce) return
  }
}
