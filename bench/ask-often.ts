/** Questions asked many times as somebody of a scope, with how long they took and how many rows were fetched. */
import { type Bearer, type Person, readInScope, type Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { rounded } from './result.ts'

export type Seat = { readonly scope: Scope; readonly person: Person }
export type Ask = (tx: Database, seat: Seat) => Promise<unknown>

/** Somebody with one post. */
export function seatOf(root: { unitId: string; path: string }, role: Person['posts'][number]['role']): Seat {
  const person = { id: 'bench', name: '基准', posts: [{ ...root, unitName: '', role }] } as unknown as Person
  return { scope: { roots: [root], content: true }, person }
}

/** The first two times warm up; the last one tells how many rows were fetched. */
export async function askOften(
  db: Database,
  { scope, person }: Seat,
  ask: Ask,
  rounds: number,
): Promise<{ times: number[]; rowsRead: number }> {
  const bearer: Bearer = { scope, personId: person.id }
  const times: number[] = []
  for (let round = 0; round < rounds + 2; round++) {
    const started = performance.now()
    await readInScope(db, bearer, tx => ask(tx, { scope, person }))
    if (round > 1) times.push(performance.now() - started)
  }
  const rowsRead = await readInScope(db, bearer, async tx => {
    const before = await countRead(tx)
    await ask(tx, { scope, person })
    return (await countRead(tx)) - before
  })
  return { times, rowsRead }
}

async function countRead(tx: Database): Promise<number> {
  const [row] = await rowsOf<{ read: string }>(
    tx,
    sql`select coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::text as read from pg_stat_xact_user_tables`,
  )
  return Number(row!.read)
}

export const quantile = (times: number[], share: number): number =>
  rounded([...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1]!, 1)
