import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { awardKeyOf } from '../award-key.ts'
import { blockLines, leafOf, type MerkleStep, pathOf } from './merkle.ts'
import { receiptOf } from './publish-results.ts'
import { type ReadLine, readLine, saltOf } from './result-lines.ts'

export type OwnLine = ReadLine & {
  /** The line as it stands in the file, and the how-manieth line of the file it is, from 1. */
  readonly raw: string
  readonly fileLine: number
  readonly receipt: string
  readonly salt: string
  readonly leaf: string
  /** From the line up to the root. */
  readonly steps: readonly MerkleStep[]
  readonly root: string
  readonly edition: number
}

/** The line of a player in the public list, with all that proves it; null when there is none. */
export async function readOwnLine(
  tx: Database,
  contestNo: number,
  player: { readonly no: number; readonly code: string },
): Promise<OwnLine | null> {
  const [at] = await rowsOf<{ line: number; edition: number; root: string }>(
    tx,
    sql`select l.line, l.edition, r.root from contest_result_line l join contest_result r using (contest_no, edition)
      where l.contest_no = ${contestNo} and l.player_no = ${player.no} and r.withdrawn_at is null`,
  )
  if (!at) return null
  const blocks = await rowsOf<{ no: number; root: string; text: string | null }>(
    tx,
    sql`select no, root, case when no = ${Math.floor(at.line / blockLines)} then text end as text
      from contest_result_block where contest_no = ${contestNo} and edition = ${at.edition} order by no`,
  )
  const block = blocks.find(({ text }) => text !== null)!
  const lines = block.text!.split('\n').slice(0, -1)
  const place = at.line % blockLines
  const raw = lines[place]!
  const leaves = lines.map(leafOf)
  const above = pathOf(
    blocks.map(({ root }) => Buffer.from(root, 'hex')),
    block.no,
  )
  const receipt = receiptOf(await awardKeyOf(tx, contestNo), player.no)
  return {
    ...readLine(raw),
    raw,
    fileLine: at.line + 1,
    receipt,
    salt: saltOf(receipt, player.code),
    leaf: leaves[place]!.toString('hex'),
    steps: [...pathOf(leaves, place), ...above],
    root: at.root,
    edition: at.edition,
  }
}
