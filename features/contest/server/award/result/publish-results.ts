import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import { type ContestRules, maskName } from '../../../contract/index.ts'
import { awardKeyOf } from '../award-key.ts'
import { keyedBytes } from '../keyed-bytes.ts'
import { rootOf } from './merkle.ts'
import { type PlayerLine, readStandings } from './read-standings.ts'
import { headLine, pointsText, type ResultFacts, resultLine, timeText } from './result-lines.ts'
import { ResultWriter } from './result-writer.ts'

export type PublishedResults = {
  readonly edition: number
  /** Of all lines, to be put into the audit entry. */
  readonly root: string
  readonly sha256: string
  readonly lines: number
}

export const forgottenName = '（已注销）'

/** By it a player proves which line is theirs; 128 bits nobody else has. */
export const receiptOf = (key: Buffer, playerNo: number): string =>
  keyedBytes(key, 'receipt', [playerNo], 16).toString('hex')

/**
 * 公示: makes the list of results of a contest once, from its tallies as they stand in the transaction, and keeps it. A
 * contest that has a public list keeps the one it has, also when two publish at once. Nothing is reckoned at a view.
 * Throws Problem `not-found`.
 */
export async function publishResults(
  tx: Database,
  { contestId, now }: { contestId: string; now: Date },
): Promise<PublishedResults> {
  return withRole(tx, 'owner', async () => {
    const contest = await holdContest(tx, contestId)
    const [there] = await rowsOf<PublishedResults>(
      tx,
      sql`select edition, root, sha256, lines from contest_result
        where contest_no = ${contest.no} and withdrawn_at is null`,
    )
    if (there) return there
    return makeList(tx, contest, now)
  })
}

type Held = {
  no: number
  slug: string
  title: string
  organiser: string
  rules: ContestRules
  edition: number
}

async function holdContest(tx: Database, contestId: string): Promise<Held> {
  // First the row alone: who waited for it must see the list the other made.
  const [held] = await rowsOf(tx, sql`select 1 from contest where id = ${contestId} for update`)
  if (!held) throw new Problem('not-found')
  const [row] = await rowsOf<Held>(
    tx,
    sql`select c.no, c.slug, c.title, c.rules, (select o.name from offices_by_id(array[c.unit_id]) o) as organiser,
        (select coalesce(max(edition), 0) + 1 from contest_result r where r.contest_no = c.no) as edition
      from contest c where c.id = ${contestId}`,
  )
  return row!
}

async function makeList(tx: Database, contest: Held, now: Date): Promise<PublishedResults> {
  const { no, slug, title, organiser, rules, edition } = contest
  const key = await awardKeyOf(tx, no)
  const madeAt = now.toISOString()
  await tx.execute(sql`insert into contest_result (contest_no, edition, root, sha256, lines, size_bytes, groups, made_at)
    values (${no}, ${edition}, '', '', 0, 0, '[]', ${madeAt})`)
  const writer = new ResultWriter(tx, { contestNo: no, edition })
  await writer.add(headLine({ slug, title, organiser, edition, madeAt }), null)
  const places = new Map<string, number>()
  const groups: { key: string; name: string; from: number; lines: number }[] = []
  for await (const player of readStandings(tx, no, rules)) {
    const groupKey = player.groupKey ?? ''
    const place = (places.get(groupKey) ?? 0) + 1
    places.set(groupKey, place)
    const facts = factsOf(player, place, rules)
    if (place === 1) groups.push({ key: groupKey, name: facts.group, from: writer.lines, lines: 0 })
    groups.at(-1)!.lines = place
    // Who was forgotten left no code: nobody can claim the line any more.
    const code = player.code ?? randomUUID()
    await writer.add(resultLine(facts, receiptOf(key, player.no), code), { no: player.no, place })
  }
  const { roots, sha256, sizeBytes } = await writer.end()
  const root = rootOf(roots).toString('hex')
  const lines = writer.lines - 1
  await tx.execute(sql`update contest_result set root = ${root}, sha256 = ${sha256}, lines = ${lines},
      size_bytes = ${sizeBytes}, groups = ${JSON.stringify(groups)}::jsonb
    where contest_no = ${no} and edition = ${edition}`)
  return { edition, root, sha256, lines }
}

export function factsOf(player: PlayerLine, place: number, rules: ContestRules): ResultFacts {
  return {
    place,
    name: player.nickname ? maskName(player.nickname) : forgottenName,
    unit: player.unitName ?? '',
    group: rules.groups.find(({ key }) => key === player.groupKey)?.name ?? '',
    points: pointsText(rules, player.score),
    time: timeText(player.ms),
    attempts: player.attempts,
  }
}
