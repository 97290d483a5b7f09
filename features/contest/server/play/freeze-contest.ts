import { createHash, randomBytes } from 'node:crypto'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'

/**
 * Makes a contest ready for play inside the caller's transaction: freezes the approved questions of its banks in a chance
 * order, takes the units below its own, makes a new key, voids tokens of an earlier run and makes room for what is played.
 * Whatever was played before is gone. The state is the caller's to change. Answers how many questions and units.
 */
export async function freezeContest(
  tx: Database,
  contestId: string,
  sealer: Sealer,
): Promise<{ questions: number; units: number }> {
  const key = randomBytes(32).toString('hex')
  return withRole(tx, 'owner', async () => {
    await tx.execute(sql`delete from contest_question where contest_id = ${contestId}`)
    await tx.execute(sql`insert into contest_question (contest_id, no, question_id, type, stem, options, answer, category,
        difficulty, explanation, source, picture_id)
      select ${contestId}, row_number() over (order by md5(${key} || its.id::text)) - 1, its.id, type, stem, options,
        answer, category, difficulty, explanation, source, picture_id
      from contest_bank_question its join contest_source using (bank_id)
      where contest_id = ${contestId} and its.state = 'approved'`)
    await takeUnits(tx, contestId)
    const [contest] = await rowsOf<{ no: number }>(
      tx,
      sql`update contest set key_sealed = ${sealer.seal(key, contestId)},
          key_commitment = ${createHash('sha256').update(Buffer.from(key, 'hex')).digest('hex')},
          run = run + 1, revision = revision + 1, closed_at = null
        where id = ${contestId} returning no`,
    )
    await tx.execute(sql`call contest_make_room(${contest!.no})`)
    const [made] = await rowsOf<{ questions: number; units: number }>(
      tx,
      sql`select (select count(*)::int from contest_question where contest_id = ${contestId}) as questions,
        (select count(*)::int from contest_unit where contest_id = ${contestId}) as units`,
    )
    return made!
  })
}

/**
 * All units below the contest's, numbered by their place in the tree; a city is what lies directly below. How many people
 * a unit is expected to bring stays with it.
 */
async function takeUnits(tx: Database, contestId: string): Promise<void> {
  const expected = await rowsOf<{ unit_id: string; expected: number }>(
    tx,
    sql`select unit_id, expected from contest_unit where contest_id = ${contestId} and expected is not null`,
  )
  await tx.execute(sql`delete from contest_unit where contest_id = ${contestId}`)
  await tx.execute(sql`with numbered as (
      select unit.id, unit.name, unit.path, row_number() over (order by unit.path) as no,
        split_part(substr(unit.path, length(top.path) + 1), '/', 1) as city
      from contest join unit as top on top.id = contest.unit_id
        join unit on unit.path ^@ top.path and unit.state = 'active'
      where contest.id = ${contestId})
    insert into contest_unit (contest_id, no, unit_id, name, path, city_no, expected)
    select ${contestId}, its.no, its.id, its.name, its.path,
      case when its.city = '' then 0 else first_value(its.no) over (partition by its.city order by its.path) end,
      kept.expected
    from numbered its
      left join jsonb_to_recordset(${JSON.stringify(expected)}::jsonb) as kept (unit_id uuid, expected integer)
        on kept.unit_id = its.id`)
}
