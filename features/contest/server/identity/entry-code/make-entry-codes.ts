import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type EntryCodeWish, playerCodeLength } from '../../../contract/index.ts'
import { type ContestRow, getContestRow } from '../../setup/contest.store.ts'
import { keyedHash } from '../identity-of.ts'
import { makeCode } from '../make-code.ts'
import { deleteEntryCodes, insertEntryCodes } from './entry-code.store.ts'

export const mostCodes = 50_000
const atOnce = 2000

export type MadeCode = { readonly unitName: string; readonly at: number; readonly code: string }
type Unit = { readonly id: string; readonly name: string; readonly path: string }

/**
 * Makes codes for units of a contest and answers them, for the one time they can be read. Throws `not-found`,
 * `entry-codes-closed`, `entry-unit-outside`, `entry-codes-many`.
 */
export async function makeEntryCodes(
  tx: Database,
  scope: Scope,
  contestId: string,
  { unitId, span, perUnit }: EntryCodeWish,
  { secret, now, entry }: { secret: string; now: Date; entry: EntryDraft },
): Promise<{ contest: ContestRow; codes: MadeCode[] }> {
  const contest = await takeOpenContest(tx, scope, contestId, entry)
  const unit = await unitBelow(tx, contest, unitId)
  const units = await selectUnits(
    tx,
    span === 'unit'
      ? sql`id = ${unit.id}`
      : span === 'children'
        ? sql`parent_id = ${unit.id}`
        : sql`path ^@ ${unit.path}`,
  )
  const wanted = units.length * perUnit
  if (wanted > mostCodes) throw new Problem('entry-codes-many', { most: mostCodes, wanted })
  if (!wanted) throw new Problem('entry-unit-outside')
  const codes: MadeCode[] = []
  let waiting: { hash: Buffer; unitId: string }[] = []
  const write = async (): Promise<void> => {
    await insertEntryCodes(tx, contest.no, waiting, now)
    waiting = []
  }
  for (const { id, name } of units)
    for (let at = 1; at <= perUnit; at++) {
      const code = makeCode(playerCodeLength)
      codes.push({ unitName: name, at, code })
      waiting.push({ hash: keyedHash(secret, contest.id, 'code', code), unitId: id })
      if (waiting.length === atOnce) await write()
    }
  if (waiting.length) await write()
  entry.after = { unitId, span, perUnit, units: units.length, codes: wanted }
  return { contest, codes }
}

/** Takes back codes nobody plays by yet. Answers how many. */
export async function withdrawEntryCodes(
  tx: Database,
  scope: Scope,
  contestId: string,
  unitId: string,
  entry: EntryDraft,
): Promise<void> {
  const contest = await takeOpenContest(tx, scope, contestId, entry)
  const unit = await unitBelow(tx, contest, unitId)
  const codes = await deleteEntryCodes(tx, contest.no, unit.path)
  entry.after = { unitId, codes }
}

async function takeOpenContest(
  tx: Database,
  scope: Scope,
  id: string,
  entry: EntryDraft,
): Promise<ContestRow> {
  const contest = await getContestRow(tx, scope, id)
  entry.words = contest.title
  entry.unitId = contest.unitId
  if (!mayMake(contest)) throw new Problem('entry-codes-closed')
  return contest
}

/** Whether codes are of use to a contest. */
export const mayMake = ({ state, rules }: Pick<ContestRow, 'state' | 'rules'>): boolean =>
  rules.identity.kind === 'code' && (state === 'draft' || state === 'rehearsal' || state === 'open')

async function unitBelow(tx: Database, contest: ContestRow, unitId: string): Promise<Unit> {
  const [unit] = await selectUnits(tx, sql`id = ${unitId} and path ^@ ${contest.path}`)
  if (!unit) throw new Problem('entry-unit-outside')
  return unit
}

const selectUnits = (tx: Database, which: SQL): Promise<Unit[]> =>
  rowsOf<Unit>(tx, sql`select id, name, path from unit where ${which} and state = 'active' order by path`)
