import type { IdentityKind } from './contest-rules.schema.ts'
import type { LocalMoment, RuleWords } from './rules.words.zh.ts'

const types = {
  'true-false': 'true-false',
  single: 'single',
  multiple: 'multiple',
  'fill-in': 'fill-in',
} as const
const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)
const span = (seconds: number): string =>
  seconds % 60 === 0 && seconds >= 120 ? `${seconds / 60} minutes` : `${seconds} seconds`

const identities: Record<IdentityKind, string> = {
  nickname: 'give a nickname',
  phone: 'sign in by a code sent to their phone',
  oauth: 'sign in with an account elsewhere',
  code: 'use a code given out by their unit',
}
const unitAsked = {
  required: 'and choose their unit',
  optional: 'and may choose a unit',
  none: 'no unit is asked for',
}
const scorings = {
  best: 'the best attempt counts',
  cumulative: 'attempts add up',
  average: 'attempts are averaged',
}
const ties = { time: 'less time used', earlier: 'reached earlier' } as const
const units = {
  people: 'people',
  rate: 'rate of participation',
  total: 'points in all',
  average: 'points a head',
}

export const wordsEn: RuleWords = {
  window: (from, to, hours) => {
    const day = (at: LocalMoment) =>
      `${at.year}-${String(at.month).padStart(2, '0')}-${String(at.day).padStart(2, '0')} ${at.time}`
    return `From ${day(from)} to ${day(to)}${hours ? `, each day ${hours.from} to ${hours.to}` : ''}.`
  },
  paper: (count, parts, time) => {
    const kinds = parts.map(({ type, category, difficulty, count: its }) =>
      [String(its), difficulty, type ? types[type] : 'of any type', category ? `of “${category}”` : '']
        .filter(Boolean)
        .join(' '),
    )
    const one = parts[0]!
    const plain = parts.length === 1 && !one.type && !one.category && !one.difficulty
    const limit =
      time.per === 'none'
        ? 'without a limit of time'
        : `${span(time.seconds)} for ${time.per === 'question' ? 'each' : 'the paper'}`
    return `${count} questions a paper${plain ? '' : ` (${kinds.join(', ')})`}, ${limit}.`
  },
  attempts: (perDay, inAll) => {
    if (perDay === null && inAll === null) return 'Everybody may play as often as they like.'
    if (perDay === null) return `Everybody may play ${times(inAll!)}.`
    return `Everybody may play ${times(perDay)} a day${inAll === null ? '' : `, ${times(inAll)} in all`}.`
  },
  line: (attempts, paper) => `${attempts.slice(0, -1)}, ${paper}`,
  sessions: count => `It begins only in ${count} sessions.`,
  groups: names => `${names.length} groups: ${names.join(', ')}, each ranked by itself.`,
  identity: (kind, asked, team) =>
    `Players ${identities[kind]}, ${unitAsked[asked]}${team === null ? '' : `; teams of up to ${team}`}.`,
  scoring: (scoring, order, full) =>
    `A paper has ${full} points, ${scorings[scoring]}${order.length ? `; ties: ${order.map(tie => ties[tie]).join(', then ')}` : ''}.`,
  share: (points, most) => `${points} points for passing it on, ${most} a day at most.`,
  ranking: (people, by) =>
    [
      people > 0 ? `The first ${people} people are shown` : 'No ranking of people is shown',
      by ? `units rank by ${units[by]}` : '',
    ]
      .filter(Boolean)
      .join('; ')
      .concat('.'),
  answers: (shown, practice) => {
    const when = {
      never: 'Answers are not shown',
      'at-once': 'Answers are shown at once',
      'after-close': 'Answers are shown after the close',
    }
    return `${when[shown]}${practice ? '; practice counts for nothing and shows answers at once' : ''}.`
  },
  lottery: (by, least, draws) => {
    const bar = {
      score: `${least} points in an attempt`,
      right: `${least} right answers in an attempt`,
      attempts: times(least),
    }
    return `${bar[by]} enter the lottery${draws > 0 ? `, ${draws} chances a day at most` : ''}.`
  },
  certificate: (name, by, bound) => {
    const bar = { score: `${bound} points`, rank: `one of the first ${bound} places`, attempts: times(bound) }
    return `Certificate “${name}” for ${bar[by]}.`
  },
  age: (least, days) =>
    `${least > 0 ? `Below ${least} years a guardian must consent; ` : ''}who somebody is goes ${days} days after the close.`,
}
