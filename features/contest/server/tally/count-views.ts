import type { Clock } from '@jianbao/platform/clock'
import { type Database, sql } from '@jianbao/platform/db'

/** Pages of contests that were delivered, counted in memory: a page costs no write. */
export type Views = {
  note(contestNo: number, unitNo: number): void
  /** Adds what was counted since to what all processes have written. */
  flush(): Promise<void>
}

const hourMs = 3_600_000

export function openViews({ db, clock }: { db: Database; clock: Clock }): Views {
  // By hour, contest and unit; a name of numbers would cost a text for each page.
  let counted = new Map<number, Map<number, Map<number, number>>>()
  const add = (hour: number, contestNo: number, unitNo: number, views: number): void => {
    const contests = within(counted, hour)
    const units = within(contests, contestNo)
    units.set(unitNo, (units.get(unitNo) ?? 0) + views)
  }
  let writing: Promise<void> = Promise.resolve()
  const write = async (): Promise<void> => {
    const taken = counted
    counted = new Map()
    const rows = [...taken].flatMap(([hour, contests]) =>
      [...contests].flatMap(([contest, units]) =>
        [...units].map(([unit, views]) => ({ hour: hour * hourMs, contest, unit, views })),
      ),
    )
    if (!rows.length) return
    try {
      await writeViews(db, rows)
    } catch (error) {
      for (const { hour, contest, unit, views } of rows) add(hour / hourMs, contest, unit, views)
      throw error
    }
  }
  return {
    note: (contestNo, unitNo) => add(Math.floor(clock.now().getTime() / hourMs), contestNo, unitNo, 1),
    flush: () => {
      writing = writing.catch(() => undefined).then(write)
      return writing
    },
  }
}

function within<K, V>(maps: Map<K, Map<number, V>>, key: K): Map<number, V> {
  const known = maps.get(key)
  if (known) return known
  const fresh = new Map<number, V>()
  maps.set(key, fresh)
  return fresh
}

type ViewRow = { hour: number; contest: number; unit: number; views: number }

/** Rows in one order, so that two processes never wait for each other in a circle. */
async function writeViews(db: Database, rows: readonly ViewRow[]): Promise<void> {
  await db.execute(sql`insert into contest_view (contest_no, hour, unit_no, views)
    select v.contest, to_timestamp(v.hour / 1000), v.unit, v.views
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v (contest int, hour bigint, unit int, views bigint)
      join contest c on c.no = v.contest
    order by 1, 2, 3
    on conflict (contest_no, hour, unit_no) do update set views = contest_view.views + excluded.views`)
}
