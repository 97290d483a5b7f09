import { Problem } from '@jianbao/errors'
import { dayNumberOf, openingAt } from '../../contract/index.ts'
import { type DrawnPaper, drawPaper } from './draw-paper.ts'
import type { FirstStarts } from './first-starts.ts'
import type { LiveContest } from './live-contest.ts'
import { readToken, signToken, type TokenFacts } from './token.ts'

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
  const player = readToken(contest.tokenKey, ticket, 'ticket', contest.no)
  if (player?.run !== contest.run) throw new Problem('contest-token')
  const until = checkOpen(contest, player.groupNo, now)
  const today = dayNumberOf(now)
  const nth = player.day === today ? player.nth : 0
  if (practice) {
    if (!contest.rules.practice) throw new Problem('contest-no-practice')
    const begun = { ...player, kind: 'practice', day: today, nth, at: now, restarted: false } as const
    return writePaper(contest, { ...begun, withdrawn: contest.withdrawn }, until, now)
  }
  const { perDay, inAll } = contest.rules.attempts
  if (inAll !== null && player.n >= inAll) throw new Problem('contest-limit', { count: inAll })
  if (perDay !== null && nth >= perDay) throw new Problem('contest-day-limit', { count: perDay })
  const at = contest.limitMs === null ? now : starts.of(contest.no, player.playerNo, player.n, now)
  const begun = { ...player, kind: 'paper', day: today, nth, at, restarted: at < now } as const
  return writePaper(contest, { ...begun, withdrawn: contest.withdrawn }, until, now)
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

const comma = Buffer.from(',')

/** Questions lie there in UTF-8 and are copied; everything else is plain ASCII. */
function writePaper(contest: LiveContest, begun: TokenFacts, until: number, now: number): Buffer {
  const { questions, orders, points } = paperOf(contest, begun)
  const { time } = contest.rules
  const deadline = contest.limitMs === null ? until : begun.at + contest.limitMs
  const moment = (at: number): string => `"${new Date(at).toISOString()}"`
  const head = `{"token":"${signToken(contest.tokenKey, begun)}","practice":${begun.kind === 'practice'},"startedAt":${moment(begun.at)},"now":${moment(now)},"deadline":${moment(deadline)},"secondsPerQuestion":${time.per === 'question' ? time.seconds : null},"questions":[`
  const order = orders.map(each => `[${each.join(',')}]`).join(',')
  const tail = `],"order":[${order}],"points":[${points.join(',')}]}`
  const parts: Buffer[] = [Buffer.from(head, 'latin1')]
  for (const no of questions) parts.push(contest.asked.get(no)!, comma)
  parts[parts.length - 1] = Buffer.from(tail, 'latin1')
  return Buffer.concat(parts)
}
