/** What is wrong with the rules of a contest, seen as a whole: nothing opens with a fault; a hint is for the office. */
import { type Static, Type } from 'typebox'
import { type ContestRules, fullScore, questionsOf, secondsOf } from './contest-rules.schema.ts'
import { availableFor, type DrawableKind, shortfallsOf } from './draw.rules.ts'

export const faultCodes = [
  'window-order',
  'window-over',
  'window-long',
  'hours-order',
  'hours-never',
  'group-twice',
  'session-twice',
  'session-order',
  'session-outside',
  'session-hours',
  'session-group-unknown',
  'group-without-session',
  'session-short',
  'draw-none',
  'draw-short',
  'draw-overlap',
  'draw-changes-nothing',
  'window-short',
  'attempts-order',
  'attempts-unlimited',
  'answers-known',
  'provider-missing',
  'provider-unknown',
  'codes-need-units',
  'age-below-consent',
  'age-unasked',
  'units-not-asked',
  'share-unused',
  'partly-unused',
  'notice-short',
  'lottery-unreachable',
  'certificate-twice',
  'certificate-unreachable',
  'certificate-rank',
] as const
export type FaultCode = (typeof faultCodes)[number]

export const RulesFault = Type.Object(
  {
    /** The field it is about: `closesAt`, `draw.2`, `sessions.0`. */
    at: Type.String(),
    code: Type.Enum(faultCodes),
    /** A hint does not keep a contest from being opened. */
    hint: Type.Boolean(),
    values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer()])),
  },
  { additionalProperties: false },
)
export type RulesFault = Static<typeof RulesFault>

export type RulesSetting = {
  readonly now: Date
  /** Keys of the installation's sign-in services. */
  readonly providers: readonly string[]
}

type Say = (at: string, code: FaultCode, values?: RulesFault['values'], hint?: boolean) => void

/** Everything that is wrong, in the order of the form; `kinds` are the approved questions of its banks. */
export function rulesFaults(
  rules: ContestRules,
  kinds: readonly DrawableKind[],
  setting: RulesSetting,
): RulesFault[] {
  const faults: RulesFault[] = []
  const say: Say = (at, code, values = {}, hint = false) => faults.push({ at, code, values, hint })
  checkDraw(rules, kinds, say)
  checkWindow(rules, setting, say)
  checkSessions(rules, say)
  checkAttempts(rules, kinds, say)
  checkIdentity(rules, setting, say)
  checkRewards(rules, say)
  return faults
}

/** What keeps it from being opened. */
export const standingAgainst = (faults: readonly RulesFault[]): RulesFault[] =>
  faults.filter(({ hint }) => !hint)

function checkDraw(rules: ContestRules, kinds: readonly DrawableKind[], say: Say): void {
  const there = kinds.reduce((sum, { count }) => sum + count, 0)
  if (there === 0) {
    say('banks', 'draw-none')
    return
  }
  const lacking = shortfallsOf(rules.draw, kinds)
  for (const [at, part] of rules.draw.entries()) {
    const available = availableFor(part, kinds)
    if (available < part.count) say(`draw.${at}`, 'draw-short', { wanted: part.count, there: available })
    else if (lacking[at]! > 0) say(`draw.${at}`, 'draw-overlap', { missing: lacking[at]! })
  }
  const asked = questionsOf(rules)
  if (asked === there && mostAttempts(rules) !== 1)
    say('draw', 'draw-changes-nothing', { count: asked }, true)
  if (rules.partly === 'half' && !rules.draw.some(({ type }) => type === null || type === 'multiple'))
    say('partly', 'partly-unused', {}, true)
}

const dayMs = 86_400_000
const mostDays = 366
const time = (moment: string): number => Date.parse(moment)

function checkWindow(rules: ContestRules, { now }: RulesSetting, say: Say): void {
  const [opens, closes] = [time(rules.opensAt), time(rules.closesAt)]
  if (closes <= opens) {
    say('closesAt', 'window-order')
    return
  }
  if (closes <= now.getTime()) say('closesAt', 'window-over')
  if (closes - opens > mostDays * dayMs) say('closesAt', 'window-long', { days: mostDays })
  const seconds = secondsOf(rules)
  if (seconds !== null && seconds * 1000 > closes - opens)
    say('closesAt', 'window-short', { minutes: Math.ceil(seconds / 60) })
  if (rules.hours === null) return
  if (rules.hours.to <= rules.hours.from) say('hours', 'hours-order')
  else if (!meetsHours(rules, opens, closes)) say('hours', 'hours-never')
}

/** Whether some moment between two lies in the hours of its day, Asia/Shanghai. */
function meetsHours({ hours }: ContestRules, from: number, to: number): boolean {
  if (hours === null) return true
  const shift = 8 * 3_600_000
  const minutes = (words: string) => Number(words.slice(0, 2)) * 60 + Number(words.slice(3))
  const [begin, end] = [minutes(hours.from) * 60_000, minutes(hours.to) * 60_000]
  for (let day = Math.floor((from + shift) / dayMs) * dayMs - shift; day < to; day += dayMs)
    if (Math.max(from, day + begin) < Math.min(to, day + end)) return true
  return false
}

function checkSessions(rules: ContestRules, say: Say): void {
  const { groups, sessions } = rules
  const twice = (values: readonly string[], at: number) => values.indexOf(values[at]!) < at
  for (const at of groups.keys()) {
    const [keys, names] = [groups.map(({ key }) => key), groups.map(({ name }) => name.trim())]
    if (twice(keys, at) || twice(names, at)) say(`groups.${at}`, 'group-twice', { name: groups[at]!.name })
  }
  const known = new Set(groups.map(({ key }) => key))
  const seconds = secondsOf(rules)
  for (const [at, session] of sessions.entries()) {
    const { name } = session
    const [opens, closes] = [time(session.opensAt), time(session.closesAt)]
    const field = `sessions.${at}`
    if (
      twice(
        sessions.map(({ key }) => key),
        at,
      )
    )
      say(field, 'session-twice', { name })
    if (closes <= opens) say(field, 'session-order', { name })
    else if (opens < time(rules.opensAt) || closes > time(rules.closesAt))
      say(field, 'session-outside', { name })
    else if (!meetsHours(rules, opens, closes)) say(field, 'session-hours', { name })
    else if (seconds !== null && seconds * 1000 > closes - opens)
      say(field, 'session-short', { name, minutes: Math.ceil(seconds / 60) })
    if (session.groups.some(key => !known.has(key))) say(field, 'session-group-unknown', { name })
  }
  if (sessions.length === 0) return
  for (const [at, { key, name }] of groups.entries())
    if (!sessions.some(session => session.groups.length === 0 || session.groups.includes(key)))
      say(`groups.${at}`, 'group-without-session', { name })
}

/** Attempts one person has in the whole contest at most; null: no limit. */
export function mostAttempts({ attempts, opensAt, closesAt }: ContestRules): number | null {
  if (attempts.perDay === null) return attempts.inAll
  const shift = 8 * 3_600_000
  const day = (moment: string) => Math.floor((time(moment) + shift) / dayMs)
  const days = Math.max(1, day(closesAt) - day(opensAt) + 1)
  return Math.min(attempts.perDay * days, attempts.inAll ?? Number.POSITIVE_INFINITY)
}

function checkAttempts(rules: ContestRules, kinds: readonly DrawableKind[], say: Say): void {
  const { perDay, inAll } = rules.attempts
  if (perDay !== null && inAll !== null && perDay > inAll) say('attempts', 'attempts-order')
  if (perDay === null && inAll === null) say('attempts', 'attempts-unlimited', {}, true)
  const there = kinds.reduce((sum, { count }) => sum + count, 0)
  const known = rules.answersShown === 'at-once' || rules.practice
  if (known && there > 0 && mostAttempts(rules) !== 1 && there < questionsOf(rules) * 3)
    say('answersShown', 'answers-known', { there }, true)
  if (rules.share !== null && rules.scoring !== 'cumulative') say('share', 'share-unused')
}

/** 个人信息保护法第三十一条: below this age a guardian must consent. */
const guardedAge = 14
const shortestNotice = 10

function checkIdentity(rules: ContestRules, { providers }: RulesSetting, say: Say): void {
  const { kind, provider } = rules.identity
  if (kind === 'oauth' && provider === null) say('identity', 'provider-missing')
  else if (kind === 'oauth' && !providers.includes(provider!))
    say('identity', 'provider-unknown', { provider: provider! })
  if (kind === 'code' && rules.units === 'none') say('units', 'codes-need-units')
  if (rules.units === 'none' && rules.ranking.units === 'rate') say('ranking', 'units-not-asked', {}, true)
  const { minimumAge, notice } = rules.privacy
  if (kind !== 'nickname' && minimumAge < guardedAge) say('privacy', 'age-below-consent', { age: guardedAge })
  else if (minimumAge === 0) say('privacy', 'age-unasked', { age: guardedAge }, true)
  if (notice.trim().length < shortestNotice) say('privacy', 'notice-short', { least: shortestNotice })
}

function checkRewards(rules: ContestRules, say: Say): void {
  const attempts = mostAttempts(rules)
  const most = {
    score: fullScore(rules),
    right: questionsOf(rules),
    attempts: attempts ?? Number.POSITIVE_INFINITY,
  }
  const { lottery, certificates } = rules
  if (lottery !== null && lottery.least > most[lottery.by])
    say('lottery', 'lottery-unreachable', { least: lottery.least, most: most[lottery.by] })
  const ranked = rules.scoring === 'cumulative' ? mostPoints(rules) : most.score
  for (const [at, { key, name, by, bound }] of certificates.entries()) {
    const field = `certificates.${at}`
    if (certificates.findIndex(each => each.key === key || each.name.trim() === name.trim()) < at)
      say(field, 'certificate-twice', { name })
    const reach = by === 'score' ? ranked : by === 'attempts' ? most.attempts : Number.POSITIVE_INFINITY
    if (bound > reach) say(field, 'certificate-unreachable', { name, bound, most: reach })
    else if (by === 'rank' && rules.ranking.shown && bound > rules.ranking.people)
      say(field, 'certificate-rank', { name, bound, shown: rules.ranking.people }, true)
  }
}

/** Points one person can gather in a cumulative contest. */
function mostPoints(rules: ContestRules): number {
  const attempts = mostAttempts(rules)
  if (attempts === null) return Number.POSITIVE_INFINITY
  const days = Math.ceil((time(rules.closesAt) - time(rules.opensAt)) / dayMs) + 1
  return attempts * fullScore(rules) + (rules.share === null ? 0 : rules.share.mostADay * days)
}
