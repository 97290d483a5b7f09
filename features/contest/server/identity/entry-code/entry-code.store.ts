import { type Database, rowsOf, sql } from '@jianbao/platform/db'

/** A code that was given out, with its unit among those that play; 0 when that unit does not. */
export async function findEntryCode(
  db: Database,
  contest: { readonly id: string; readonly no: number },
  hash: Buffer,
): Promise<{ unitNo: number } | null> {
  const [found] = await rowsOf<{ unitNo: number }>(
    db,
    sql`select coalesce(its.no, 0) as "unitNo" from contest_entry_code code
      left join contest_unit its on its.contest_id = ${contest.id} and its.unit_id = code.unit_id
      where code.contest_no = ${contest.no} and code.hash = ${hash}`,
  )
  return found ?? null
}

/** Adds codes of one unit. */
export async function insertEntryCodes(
  db: Database,
  contestNo: number,
  codes: readonly { readonly hash: Buffer; readonly unitId: string }[],
  at: Date,
): Promise<void> {
  const hashes = `{${codes.map(({ hash }) => hash.toString('hex')).join(',')}}`
  const units = `{${codes.map(({ unitId }) => unitId).join(',')}}`
  await db.execute(sql`insert into contest_entry_code (contest_no, hash, unit_id, made_at)
    select ${contestNo}, decode(hex, 'hex'), unit_id, ${at.toISOString()}
    from unnest(${hashes}::text[], ${units}::uuid[]) as its (hex, unit_id)`)
}

export type UnitCodes = {
  readonly unitId: string
  readonly unitName: string
  readonly made: number
  readonly used: number
}

/** How many codes each unit has, and by how many somebody plays. */
export function countEntryCodes(db: Database, contestNo: number): Promise<UnitCodes[]> {
  return rowsOf<UnitCodes>(
    db,
    sql`select code.unit_id as "unitId", unit.name as "unitName", count(*)::integer as made,
        count(player.no)::integer as used
      from contest_entry_code code join unit on unit.id = code.unit_id
      left join contest_player player on player.contest_no = code.contest_no and player.identity = code.hash
      where code.contest_no = ${contestNo}
      group by code.unit_id, unit.name, unit.path order by unit.path`,
  )
}

/** Takes back the codes of a unit and all below it by which nobody plays. Answers how many. */
export async function deleteEntryCodes(db: Database, contestNo: number, path: string): Promise<number> {
  const gone = await rowsOf(
    db,
    sql`delete from contest_entry_code code using unit
      where code.contest_no = ${contestNo} and unit.id = code.unit_id and unit.path ^@ ${path}
        and not exists (select from contest_player player
          where player.contest_no = code.contest_no and player.identity = code.hash)
      returning code.hash`,
  )
  return gone.length
}
