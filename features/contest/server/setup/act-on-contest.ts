/** The deeds that carry a contest from one state to the next. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, type SQL, sql, withRole } from '@jianbao/platform/db'
import { type ContestAction, contestAfter, standingAgainst } from '../../contract/index.ts'
import { publishResults } from '../award/result/publish-results.ts'
import { freezeContest } from '../play/freeze-contest.ts'
import { endOf } from './close-due.ts'
import type { ContestRow } from './contest.store.ts'
import { faultsOf } from './contest.view.ts'
import { noteContestStep } from './note-step.ts'
import type { SetupActor, SetupServices } from './setup.services.ts'
import { takeContest } from './take-contest.ts'
import { tellKeepers } from './tell-keepers.ts'

type Asked = { readonly id: string; readonly version: number }

/** 开放: freezes questions, units and a new key. Throws `contest-not-ready` as long as a fault stands against it. */
export async function openForPlay(
  tx: Database,
  actor: SetupActor,
  { sealer, providers }: Pick<SetupServices, 'sealer' | 'providers'>,
  asked: Asked,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeContest(tx, actor, asked, 'open', entry)
  await checkReady(tx, actor, row, providers)
  const frozen = await freezeContest(tx, row.id, sealer)
  const commitment = await commitmentOf(tx, row.id)
  await move(tx, actor, row, 'open', sql`opened_at = ${actor.now.toISOString()}`)
  entry.after = { ...frozen, commitment }
  await tellKeepers(tx, row, 'contest.opened', actor)
}

async function checkReady(
  tx: Database,
  { scope, now }: SetupActor,
  row: ContestRow,
  providers: SetupServices['providers'],
): Promise<void> {
  const against = standingAgainst(await faultsOf(tx, scope, row, providers, now))
  if (against.length) throw new Problem('contest-not-ready', { name: row.title, count: against.length })
}

/** 演练: the same freezing, for made-up players and the staff. */
export async function beginRehearsal(
  tx: Database,
  actor: SetupActor,
  { sealer, providers, rehearsals }: SetupServices,
  { players, ...asked }: Asked & { players: number },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeContest(tx, actor, asked, 'rehearse', entry)
  // A window that is over keeps nobody from rehearsing the rest.
  await checkReady(tx, { ...actor, now: new Date(0) }, row, providers)
  const frozen = await freezeContest(tx, row.id, sealer)
  await withRole(tx, 'owner', () =>
    tx.execute(sql`insert into contest_rehearsal (contest_id, state, players) values (${row.id}, 'waiting', ${players})
      on conflict (contest_id) do update set state = 'waiting', players = ${players}, joined = 0, papers = 0,
        started_at = null, ended_at = null, report = null, fault = null`),
  )
  await move(tx, actor, row, 'rehearse', sql`opened_at = null`)
  await rehearsals.send(tx, row.id)
  entry.after = { ...frozen, players }
}

/** 结束演练: whatever was played goes; its report stays. */
export async function endRehearsal(
  tx: Database,
  actor: SetupActor,
  asked: Asked,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeContest(tx, actor, asked, 'rewind', entry)
  await withRole(tx, 'owner', async () => {
    await tx.execute(sql`call contest_make_room(${row.no})`)
    await tx.execute(sql`delete from contest_question where contest_id = ${row.id}`)
    await tx.execute(sql`update contest_rehearsal set state = 'failed', fault = 'rehearsal-ended'
      where contest_id = ${row.id} and state in ('waiting', 'playing')`)
  })
  await move(tx, actor, row, 'rewind', sql`key_sealed = null, key_commitment = null`)
}

/** 提前结束: nothing begins any more; papers that were begun are taken until their time is up. */
export async function closeEarly(
  tx: Database,
  actor: SetupActor,
  { reason, ...asked }: Asked & { reason: string },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeContest(tx, actor, asked, 'close', entry)
  await move(tx, actor, row, 'close', sql`closed_at = ${actor.now.toISOString()}`, reason.trim())
  entry.after = { reason: reason.trim() }
  await tellKeepers(tx, row, 'contest.closed', actor)
}

/**
 * 公示: the list of results is made once from what was counted. Throws `contest-papers-out` as long as papers that were begun
 * may come, `contest-not-counted` while they are counted or graded anew.
 */
export async function publishContest(
  tx: Database,
  actor: SetupActor,
  asked: Asked,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeContest(tx, actor, asked, 'publish', entry)
  const leftMs = endOf(row.rules, row.closedAt ?? undefined) - actor.now.getTime()
  if (leftMs > 0)
    throw new Problem('contest-papers-out', { name: row.title, minutes: Math.ceil(leftMs / 60_000) })
  if (!(await isCounted(tx, row.no))) throw new Problem('contest-not-counted', { name: row.title })
  const { root, lines, edition } = await publishResults(tx, { contestId: row.id, now: actor.now })
  await move(tx, actor, row, 'publish', sql`published_at = ${actor.now.toISOString()}`)
  entry.after = { root, lines, edition }
  await tellKeepers(tx, row, 'contest.published', actor)
}

/** Whether no paper lies in the log that the fold has not reached, and none waits to be graded anew. */
async function isCounted(tx: Database, no: number): Promise<boolean> {
  const [row] = await withRole(tx, 'owner', () =>
    rowsOf<{ counted: boolean }>(
      tx,
      sql`select not exists (select from contest_attempt a where a.contest_no = ${no}
        and a.xid >= coalesce((select f.folded_to from contest_fold f where f.contest_no = ${no}), '0'::xid8))
        and not exists (select from contest_regrade r where r.contest_no = ${no} and r.finished_at is null) as counted`,
    ),
  )
  return row!.counted
}

export async function withdrawResult(
  tx: Database,
  actor: SetupActor,
  { reason, ...asked }: Asked & { reason: string },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeContest(tx, actor, asked, 'withdraw', entry)
  await move(tx, actor, row, 'withdraw', sql`published_at = null`, reason.trim())
  entry.after = { reason: reason.trim() }
}

/** To the state the flow says, with its step; whoever plays hears of it by the revision. */
async function move(
  tx: Database,
  actor: SetupActor,
  row: ContestRow,
  action: ContestAction,
  also: SQL,
  note = '',
): Promise<void> {
  await tx.execute(sql`update contest set state = ${contestAfter(action, row.state)}, ${also}, revision = revision + 1,
      updated_at = ${actor.now.toISOString()}, version = version + 1 where id = ${row.id}`)
  await noteContestStep(tx, row.id, action, actor, note)
}

async function commitmentOf(tx: Database, id: string): Promise<string | null> {
  const [row] = await rowsOf<{ commitment: string | null }>(
    tx,
    sql`select key_commitment as commitment from contest where id = ${id}`,
  )
  return row?.commitment ?? null
}
