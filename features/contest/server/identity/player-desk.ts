import type { Database } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import { playerCodeLength } from '../../contract/index.ts'
import { groupCommit } from '../play/group-commit.ts'
import { makeCode } from './make-code.ts'
import { findByIdentities, insertPlayers, nameOf, type PlayerRow, takeNumbers } from './player.store.ts'

/** Somebody who may be new. */
export type Newcomer = {
  readonly contestNo: number
  readonly contestId: string
  readonly run: number
  readonly identity: Buffer
  readonly wish: Buffer
  /** What the office may read, in the clear; sealed before it is written. */
  readonly contact: string | null
  readonly nickname: string
  readonly unitNo: number
  readonly groupKey: string | null
  readonly at: Date
}

/** Takes newcomers in: whoever comes at the same time is written in one statement. */
export type PlayerDesk = {
  /** The player as they stand after the commit, new or not; null when the contest takes nobody any more. */
  admit(newcomer: Newcomer): Promise<PlayerRow | null>
  settle(): Promise<void>
}

export function openPlayerDesk({ db, sealer }: { db: Database; sealer: Sealer }): PlayerDesk {
  const group = groupCommit<Newcomer, PlayerRow | null>({
    write: newcomers => admitAll(db, sealer, newcomers),
  })
  return { admit: group.add, settle: group.settle }
}

async function admitAll(
  db: Database,
  sealer: Sealer,
  newcomers: readonly Newcomer[],
): Promise<(PlayerRow | null)[]> {
  const numbers = await takeNumbers(db, newcomers.length)
  const rows = newcomers.map(({ contact, contestId, ...rest }, at) => {
    const no = numbers[at]!
    const sealed = contact === null ? null : sealer.seal(contact, `${contestId}/${no}`)
    return { ...rest, no, sealed, code: makeCode(playerCodeLength) }
  })
  const written = await insertPlayers(db, rows)
  const others = await findByIdentities(
    db,
    rows.filter(({ no }) => !written.has(no)),
  )
  return rows.map(({ contestNo, identity, wish, nickname, unitNo, groupKey, code, no }) => {
    if (!written.has(no)) return others.get(nameOf(contestNo, identity)) ?? null
    return { no, identity, wish, nickname, unitNo, groupKey, teamNo: null, code, forgotten: false }
  })
}
