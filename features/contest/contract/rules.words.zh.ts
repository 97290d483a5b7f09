import type { ContestRules, DrawPart, IdentityKind } from './contest-rules.schema.ts'

export type LocalMoment = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly time: string
}

type Part = Omit<DrawPart, 'points'>
type Of<Key extends keyof ContestRules> = ContestRules[Key]

const types = { 'true-false': '判断', single: '单选', multiple: '多选', 'fill-in': '填空' } as const
const levels = { easy: '易', medium: '中', hard: '难' } as const

const part = ({ type, category, difficulty, count }: Part): string => {
  const kind = [
    category ? `“${category}”` : '',
    difficulty ? `难度${levels[difficulty]}` : '',
    type ? types[type] : '',
  ]
  return `${kind.filter(Boolean).join('') || '任意题型'} ${count}`
}

const span = (seconds: number): string =>
  seconds % 60 === 0 && seconds >= 120 ? `${seconds / 60} 分钟` : `${seconds} 秒`

const identities: Record<IdentityKind, string> = {
  nickname: '填写昵称',
  phone: '用手机号验证码登录',
  oauth: '用第三方账号登录',
  code: '凭单位发的参赛码',
}
const unitAsked = { required: '必须选择单位', optional: '可以选择单位', none: '不问单位' } as const
const scorings = { best: '取最好的一次', cumulative: '各次得分累加', average: '各次得分取平均' } as const
const ties = { time: '先比用时', earlier: '先比达到的时间' } as const
const units = { people: '参赛人数', rate: '参与率', total: '总分', average: '人均分' } as const

export const wordsZh = {
  window: (from: LocalMoment, to: LocalMoment, hours: Of<'hours'>): string => {
    const day = (at: LocalMoment, year: boolean) =>
      `${year ? `${at.year} 年 ` : ''}${at.month} 月 ${at.day} 日 ${at.time}`
    const daily = hours ? `，每天 ${hours.from} 至 ${hours.to}` : ''
    return `${day(from, true)} 起，${day(to, to.year !== from.year)} 止${daily}。`
  },
  paper: (count: number, parts: readonly Part[], time: Of<'time'>): string => {
    const one = parts[0]!
    const plain = parts.length === 1 && !one.type && !one.category && !one.difficulty
    const of = plain ? '' : `（${parts.map(part).join('、')}）`
    const limit =
      time.per === 'none' ? '不限时' : `${time.per === 'question' ? '每题' : '全卷'} ${span(time.seconds)}`
    return `每次 ${count} 题${of}，${limit}。`
  },
  attempts: (perDay: number | null, inAll: number | null): string => {
    if (perDay === null && inAll === null) return '每人答题次数不限。'
    if (perDay === null) return inAll === 1 ? '每人只能答 1 次。' : `每人一共可答 ${inAll} 次。`
    return `每人每天可答 ${perDay} 次${inAll === null ? '' : `，一共不超过 ${inAll} 次`}。`
  },
  line: (attempts: string, paper: string): string => `${attempts.slice(0, -1)}，${paper}`,
  sessions: (count: number): string => `只在 ${count} 个场次内开考。`,
  groups: (names: readonly string[]): string =>
    `分 ${names.length} 个组别：${names.join('、')}，各组分别排名。`,
  identity: (kind: IdentityKind, asked: Of<'units'>, team: number | null): string =>
    `参赛者${identities[kind]}，${unitAsked[asked]}${team === null ? '' : `，可组队，每队不超过 ${team} 人`}。`,
  scoring: (scoring: Of<'scoring'>, order: Of<'ties'>, full: number): string => {
    const tied = order.map((tie, at) => (at === 0 ? ties[tie] : ties[tie].replace('先比', '再比'))).join('，')
    return `每份卷满分 ${full} 分，成绩${scorings[scoring]}${tied ? `；同分${tied}` : ''}。`
  },
  share: (points: number, most: number): string => `转发一次加 ${points} 分，每天最多加 ${most} 分。`,
  ranking: (people: number, by: Of<'ranking'>['units'] | null): string => {
    const unit = by === null ? '' : `单位按${units[by]}排名`
    const person = people > 0 ? `公布个人前 ${people} 名` : '不公布个人排名'
    return `${[person, unit].filter(Boolean).join('，')}。`
  },
  answers: (shown: Of<'answersShown'>, practice: boolean): string => {
    const when = {
      never: '不公布答案',
      'at-once': '交卷后立即公布答案',
      'after-close': '竞赛结束后公布答案',
    }[shown]
    return `${when}${practice ? '；可以先练习，练习不计分，当场看答案' : ''}。`
  },
  lottery: (by: 'score' | 'right' | 'attempts', least: number, draws: number): string => {
    const bar = {
      score: `一次得 ${least} 分以上`,
      right: `一次答对 ${least} 题以上`,
      attempts: `答满 ${least} 次`,
    }[by]
    return `${bar}可参加抽奖${draws > 0 ? `，每天最多 ${draws} 次机会` : ''}。`
  },
  certificate: (name: string, by: 'score' | 'rank' | 'attempts', bound: number): string =>
    `${{ score: `成绩达到 ${bound} 分`, rank: `前 ${bound} 名`, attempts: `答满 ${bound} 次` }[by]}可得“${name}”证书。`,
  age: (least: number, days: number): string =>
    `${least > 0 ? `不满 ${least} 周岁须监护人同意；` : ''}身份信息在结束后 ${days} 天删除。`,
}

export type RuleWords = typeof wordsZh
