import { act } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { maskName } from '../../contract/index.ts'

type Due = { readonly id: string; readonly no: number; readonly title: string; readonly unitId: string }

const atOnce = 1000

/** Wipes who played in contests whose days of keeping are over. Answers how many contests. Stops early when told to. */
export async function erasePlayers(db: Database, clock: Clock, stop?: AbortSignal): Promise<number> {
  const due = await rowsOf<Due>(
    db,
    sql`select id, no, title, unit_id as "unitId" from contest
      where state in ('closed', 'published') and erased_at is null
        and (rules ->> 'closesAt')::timestamptz + make_interval(days => (rules #>> '{privacy,keepDays}')::integer)
          <= ${clock.now().toISOString()}
      order by no`,
  )
  let erased = 0
  for (const contest of due) if (await eraseContest(db, clock, contest, stop)) erased++
  return erased
}

/** In parts, so that others have their turn; done twice it comes to the same. */
async function eraseContest(db: Database, clock: Clock, its: Due, stop?: AbortSignal): Promise<boolean> {
  let [players, last] = [0, 0]
  for (;;) {
    if (stop?.aborted) return false
    const rows = await rowsOf<{ no: number; nickname: string; forgotten: boolean }>(
      db,
      sql`select no, nickname, forgotten_at is not null as forgotten from contest_player
        where contest_no = ${its.no} and no > ${last} order by no limit ${atOnce}`,
    )
    if (!rows.length) break
    const masked = JSON.stringify(
      rows.map(({ no, nickname, forgotten }) => ({
        no,
        nickname: forgotten ? nickname : maskName(nickname),
      })),
    )
    await db.execute(sql`update contest_player player set sealed = null, wish = null, nickname = masked.nickname,
        identity = sha256(convert_to(gen_random_uuid()::text, 'UTF8'))
      from jsonb_to_recordset(${masked}::jsonb) as masked (no integer, nickname text)
      where player.contest_no = ${its.no} and player.no = masked.no`)
    players += rows.length
    last = rows.at(-1)!.no
  }
  return noteErased(db, clock, its, players)
}

class OtherWasFirst extends Error {}

async function noteErased(db: Database, clock: Clock, its: Due, players: number): Promise<boolean> {
  const deed = {
    actor: { kind: 'system', id: 'contest' },
    action: 'contest.erase-players',
    object: its.id,
  } as const
  try {
    await act(db, clock, deed, async (tx, entry) => {
      for (const table of ['contest_phone_code', 'contest_grant', 'contest_entry_code'])
        await tx.execute(sql`delete from ${sql.identifier(table)} where contest_no = ${its.no}`)
      const noted = await rowsOf(
        tx,
        sql`update contest set erased_at = ${clock.now().toISOString()}, revision = revision + 1
          where id = ${its.id} and erased_at is null returning id`,
      )
      if (!noted.length) throw new OtherWasFirst()
      Object.assign(entry, { words: its.title, unitId: its.unitId, after: { players } })
    })
    return true
  } catch (error) {
    if (error instanceof OtherWasFirst) return false
    throw error
  }
}

/** What was good once and is good no more: a number that asked for a code is nobody's business a day later. */
export async function sweepLapsed(db: Database, clock: Clock): Promise<void> {
  const yesterday = new Date(clock.now().getTime() - 86_400_000).toISOString()
  await db.execute(sql`delete from contest_phone_code where expires_at < ${yesterday}`)
  await db.execute(sql`delete from contest_grant where good_until < ${yesterday}`)
}
