import { type Database, rowsOf, sql } from '@jianbao/platform/db'

export type TeamRow = { readonly no: number; readonly name: string; readonly code: string }

export async function findTeam(db: Database, contestNo: number, no: number): Promise<TeamRow | null> {
  const [team] = await rowsOf<TeamRow>(
    db,
    sql`select no, name, code from contest_team where contest_no = ${contestNo} and no = ${no}`,
  )
  return team ?? null
}

export async function findTeamByCode(db: Database, contestNo: number, code: string): Promise<TeamRow | null> {
  const [team] = await rowsOf<TeamRow>(
    db,
    sql`select no, name, code from contest_team where contest_no = ${contestNo} and code = ${code}`,
  )
  return team ?? null
}

/** Null: the unit has a team of this name. Teams of a contest are made one after another. */
export async function insertTeam(
  tx: Database,
  team: { contestNo: number; name: string; unitNo: number; code: string; at: Date },
): Promise<number | null> {
  const { contestNo, name, unitNo, code, at } = team
  await tx.execute(sql`select from contest where no = ${contestNo} for no key update`)
  const [made] = await rowsOf<{ no: number }>(
    tx,
    sql`insert into contest_team (contest_no, no, name, unit_no, code, created_at)
      select ${contestNo}, coalesce(max(no), 0) + 1, ${name}, ${unitNo}, ${code}, ${at.toISOString()}
      from contest_team where contest_no = ${contestNo}
      on conflict (contest_no, unit_no, name) do nothing returning no`,
  )
  return made?.no ?? null
}

/** Takes a place in a team; false: it is full. */
export async function takePlace(tx: Database, contestNo: number, no: number, most: number): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`update contest_team set members = members + 1
      where contest_no = ${contestNo} and no = ${no} and members < ${most} returning no`,
  )
  return rows.length > 0
}

/** False: the player is in a team already. */
export async function enterTeam(
  tx: Database,
  contestNo: number,
  playerNo: number,
  teamNo: number,
): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`update contest_player set team_no = ${teamNo}
      where contest_no = ${contestNo} and no = ${playerNo} and team_no is null returning no`,
  )
  return rows.length > 0
}

export async function listMembers(db: Database, contestNo: number, teamNo: number): Promise<string[]> {
  const rows = await rowsOf<{ nickname: string }>(
    db,
    sql`select nickname from contest_player where contest_no = ${contestNo} and team_no = ${teamNo} order by no`,
  )
  return rows.map(({ nickname }) => nickname)
}
