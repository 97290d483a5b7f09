import { Problem } from '@jianbao/errors'
import { dayNumberOf, openingAt } from '../../contract/index.ts'
import { type DrawnPaper, drawPaper } from './draw-paper.ts'
import type { FirstStarts } from './first-starts.ts'
import type { LiveContest } from './live-contest.ts'
import { ofRun, readToken, signToken, type TokenFacts } from './token.ts'

/**
 * Begins a paper and answers it as JSON in UTF-8 (shape `Paper`). Reads and writes nothing: the ticket says where the player
 * stands. Throws Problem `contest-token`, `contest-not-open`, `contest-over`, `contest-day-limit`, `contest-limit`,
 * `contest-no-practice`.
 */
export function startPaper(
  contest: LiveContest,
  starts: FirstStarts,
  { ticket, practice = false }: { ticket: string; practice?: boolean },
  now: number,
): Buffer {
  const player = ofRun(readToken(contest.tokenKey, ticket, 'ticket', contest.no), contest.run)
  const until = checkOpen(contest, player.groupNo, now)
  if (practice) {
    if (!contest.rules.practice) throw new Problem('contest-no-practice')
    const begun = { ...player, kind: 'practice', ...dayOf(player, now), at: now, restarted: false } as const
    return writePaper(contest, { ...begun, withdrawn: contest.withdrawn }, until, now)
  }
  const { perDay, inAll } = contest.rules.attempts
  if (inAll !== null && player.n >= inAll) throw new Problem('contest-limit', { count: inAll })
  const at = firstStart(contest, starts, player, now)
  const { day, nth } = dayOf(player, at)
  if (perDay !== null && nth >= perDay) {
    starts.forget(contest.no, player.playerNo, player.n)
    throw new Problem('contest-day-limit', { count: perDay })
  }
  const begun = { ...player, kind: 'paper', day, nth, at, restarted: at < now } as const
  return writePaper(contest, { ...begun, withdrawn: contest.withdrawn }, until, now)
}

/** The day a paper belongs to, and the how-manieth of that day it is. */
function dayOf(player: TokenFacts, at: number): { day: number; nth: number } {
  const day = dayNumberOf(at)
  return { day, nth: player.day === day ? player.nth : 0 }
}

/**
 * When an attempt was begun first, however often it is begun again. Where papers have no time of their own, one whose opening
 * is over begins anew: its time ran out unseen.
 */
function firstStart(contest: LiveContest, starts: FirstStarts, player: TokenFacts, now: number): number {
  const { playerNo, groupNo, n } = player
  const first = starts.of(contest.no, playerNo, n, now)
  if (contest.limitMs !== null || now <= deadlineOf(contest, { at: first, groupNo })) return first
  starts.forget(contest.no, playerNo, n)
  return starts.of(contest.no, playerNo, n, now)
}

/** When a paper must be there: its own limit, or the end of the opening it was begun in. */
export function deadlineOf(
  { limitMs, rules, state, closedAt }: LiveContest,
  { at, groupNo }: Pick<TokenFacts, 'at' | 'groupNo'>,
): number {
  if (limitMs !== null) return at + limitMs
  const opening = openingAt(rules, groupOf(rules, groupNo), at)
  if (state === 'rehearsal' || !opening.open) return at + 86_400_000
  return closedAt === null ? opening.until : Math.min(opening.until, closedAt)
}

/** Until when the present opening lasts. A rehearsal is always open. */
function checkOpen({ state, rules, closedAt }: LiveContest, groupNo: number, now: number): number {
  if (state === 'rehearsal') return now + 86_400_000
  if (state !== 'open' || (closedAt !== null && now >= closedAt)) throw new Problem('contest-over')
  const opening = openingAt(rules, groupOf(rules, groupNo), now)
  if (opening.open) return opening.until
  if (now >= Date.parse(rules.closesAt)) throw new Problem('contest-over')
  const next = opening.nextAt === null ? {} : { nextAt: new Date(opening.nextAt).toISOString() }
  throw new Problem('contest-not-open', next)
}

export const groupOf = (rules: LiveContest['rules'], groupNo: number): string | null =>
  rules.groups[groupNo - 1]?.key ?? null

/** The paper a start token stands for. */
export const paperOf = (contest: LiveContest, token: TokenFacts): DrawnPaper =>
  drawPaper(
    contest.key,
    contest.drawAfter(token.withdrawn),
    token,
    token.kind === 'practice' ? token.at : null,
  )

/** Questions lie there in UTF-8, each with a comma behind it, and are copied; everything else is plain ASCII. */
function writePaper(contest: LiveContest, begun: TokenFacts, until: number, now: number): Buffer {
  const { questions, orders, points } = paperOf(contest, begun)
  const { time } = contest.rules
  const deadline = contest.limitMs === null ? until : begun.at + contest.limitMs
  const head = `{"token":"${signToken(contest.tokenKey, begun)}","practice":${begun.kind === 'practice'},"startedAt":"${momentOf(begun.at)}","now":"${momentOf(now)}","deadline":"${momentOf(deadline)}","secondsPerQuestion":${time.per === 'question' ? time.seconds : null},"questions":[`
  const tail = `"points":[${points.join()}]}`
  let size = head.length + tail.length + 12
  for (const order of orders) size += 2 * order.length + 3
  for (const no of questions) size += contest.asked.get(no)!.length
  const bytes = cutBytes(size)
  let end = bytes.write(head, 0, 'latin1')
  for (const no of questions) {
    const question = contest.asked.get(no)!
    bytes.set(question, end)
    end += question.length
  }
  // Over the comma behind the last question.
  end += bytes.write('],"order":[', end - 1, 'latin1') - 1
  end = writeOrders(bytes, end, orders)
  end += bytes.write('],', end - 1, 'latin1') - 1
  end += bytes.write(tail, end, 'latin1')
  return bytes.subarray(0, end)
}

const [zero, comma, open, close] = [48, 44, 91, 93] as const

/** Places of options have one digit. Each order gets a comma behind it; answers where they end. */
function writeOrders(bytes: Buffer, from: number, orders: DrawnPaper['orders']): number {
  let end = from
  for (const order of orders) {
    bytes[end++] = open
    for (const place of order) {
      bytes[end++] = zero + place
      bytes[end++] = comma
    }
    if (order.length) end--
    bytes[end++] = close
    bytes[end++] = comma
  }
  return end
}

const momentSlots = 64
const moments = Array.from({ length: momentSlots }, () => ({ at: Number.NaN, text: '' }))

/** Many papers begin in the same millisecond: it is written once. */
function momentOf(at: number): string {
  const kept = moments[at % momentSlots]!
  if (kept.at === at) return kept.text
  kept.at = at
  kept.text = new Date(at).toISOString()
  return kept.text
}

const pieceBytes = 64 * 1024
let piece = Buffer.allocUnsafeSlow(pieceBytes)
let cut = 0

/** Papers are cut from one piece of memory after the other: memory of their own would call the collector ten times as often. */
function cutBytes(size: number): Buffer {
  if (size > pieceBytes) return Buffer.allocUnsafeSlow(size)
  if (cut + size > pieceBytes) {
    piece = Buffer.allocUnsafeSlow(pieceBytes)
    cut = 0
  }
  cut += size
  return piece.subarray(cut - size, cut)
}
