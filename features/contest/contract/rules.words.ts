/** What the rules of a contest mean, said in plain sentences. */
import { type ContestRules, fullScore, questionsOf } from './contest-rules.schema.ts'
import { wordsEn } from './rules.words.en.ts'
import { type LocalMoment, type RuleWords, wordsZh } from './rules.words.zh.ts'

/** Sentences in the order of the form; a contest that asks for nothing special has few. */
export function rulesSentences(rules: ContestRules, language: 'zh' | 'en'): string[] {
  const words: RuleWords = language === 'zh' ? wordsZh : wordsEn
  return [
    words.window(moment(rules.opensAt), moment(rules.closesAt), rules.hours),
    paper(rules, words),
    words.attempts(rules.attempts.perDay, rules.attempts.inAll),
    ...(rules.sessions.length ? [words.sessions(rules.sessions.length)] : []),
    ...(rules.groups.length ? [words.groups(rules.groups.map(({ name }) => name))] : []),
    words.identity(rules.identity.kind, rules.units, rules.teamSize),
    words.scoring(rules.scoring, rules.ties, fullScore(rules)),
    ...(rules.share ? [words.share(rules.share.points, rules.share.mostADay)] : []),
    words.ranking(
      rules.ranking.shown ? rules.ranking.people : 0,
      rules.units === 'none' ? null : rules.ranking.units,
    ),
    words.answers(rules.answersShown, rules.practice),
    ...(rules.lottery ? [words.lottery(rules.lottery.by, rules.lottery.least, rules.lottery.drawsADay)] : []),
    ...rules.certificates.map(({ name, by, bound }) => words.certificate(name, by, bound)),
    words.age(rules.privacy.minimumAge, rules.privacy.keepDays),
  ]
}

/** The one sentence that says how it is played: 每人每天可答 3 次，每次 10 题（判断 3、单选 5、多选 2），每题 30 秒。 */
export function rulesLine(rules: ContestRules, language: 'zh' | 'en'): string {
  const words: RuleWords = language === 'zh' ? wordsZh : wordsEn
  const { perDay, inAll } = rules.attempts
  return words.line(words.attempts(perDay, inAll), paper(rules, words))
}

function paper(rules: ContestRules, words: RuleWords): string {
  const parts = rules.draw.map(({ type, category, difficulty, count }) => ({
    type,
    category,
    difficulty,
    count,
  }))
  return words.paper(questionsOf(rules), parts, rules.time)
}

const cut = new Intl.DateTimeFormat('en-CA', {
  ...({ timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' } as const),
  ...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const),
})

function moment(at: string): LocalMoment {
  const part = Object.fromEntries(cut.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
  return {
    ...{ year: Number(part['year']), month: Number(part['month']), day: Number(part['day']) },
    time: `${part['hour']}:${part['minute']}`,
  }
}
