/** Every word a brief may have that no report says. */
export const templateWords = {
  comma: '，',
  semicolon: '；',
  stop: '。',
  and: '、',
  in: '在',
  together: '联合',
  others: '等',
  units: '单位',
  each: '分别',
  oneAfterAnother: '先后',
  inAll: '共',
  to: '至',
  hold: '开展',
  activity: '活动',
  hand: '报送',
  open: '“',
  close: '”',
} as const

/** Words around a number, by what the measure reads: before it, and behind it. `of` stands for what was counted. */
export type FigureWords = readonly (string | { readonly of: string | null })[]
export const figureTemplates: Readonly<
  Record<string, { readonly before: FigureWords; readonly behind: FigureWords; readonly verb: RegExp }>
> = {
  people: { before: [], behind: ['参加'], verb: /参加|参与|到会|与会|出席|听讲/u },
  persontimes: { before: ['服务'], behind: [], verb: /服务|惠及|受益/u },
  views: { before: ['浏览量'], behind: [], verb: /浏览|阅读|点击|观看|收看|收听/u },
  copies: { before: ['发放', { of: '资料' }], behind: [], verb: /发放|散发|派发|分发/u },
  sessions: { before: ['举办', { of: '活动' }], behind: [], verb: /举办|开展/u },
  money: { before: ['金额'], behind: [], verb: /金额|资金|价值|善款/u },
  duration: { before: ['时长'], behind: [], verb: /时长|历时/u },
  orgs: { before: [], behind: [{ of: '单位' }, '参与'], verb: /参与|参加/u },
  teams: { before: [], behind: [{ of: '队伍' }, '参与'], verb: /参与|参加/u },
}
/** 120名党员参加: a counter of people wants its noun. */
export const peopleNoun = '人员'

/** All of them, for who checks that nothing else stands in a brief. */
export function allTemplateWords(): ReadonlySet<string> {
  const words = Object.values(figureTemplates).flatMap(({ before, behind }) => [...before, ...behind])
  return new Set([
    ...Object.values(templateWords),
    ...words.flatMap(word => (typeof word === 'string' ? [word] : word.of ? [word.of] : [])),
    peopleNoun,
  ])
}
