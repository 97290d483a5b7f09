import { activityVerb } from './event-words.ts'
import type { RoleReading } from './unit-roles.ts'

// deeds before the ways there: 赴, 深入 and 来到 are an act only where no other verb follows in the clause
const deed =
  /召开|举办|举行|开展|启动|成立|揭牌|挂牌|签约|签署|捐赠|捐款|赠送|慰问|走访|调研(?![员组])|考察|督导(?![组员])|检查(?!组)|指导(?![组员意])|考评(?!组)|验收|参观|瞻仰|祭扫|拜谒|观看|收看|讲授|授课|开讲|培训|印发|发布|推出|推送|开通|表彰|颁发|评选|植树|义诊|演出|展播|参与|参加|作出批示|组织|播放|拉开帷幕|开幕|集中学习|专题学习|研讨|传达学习/u
const way = /走进|深入|开进|前往|来到|奔赴|赴|到/u

/** From the main verb to the end of its clause (gold/RULES.md 4.4); the figure and what follows it are left off. */
export function actOf(sentence: string, text: string, roles: readonly RoleReading[]): string {
  const subject = roles.find(role => role.subject)
  const from = subject ? subject.unit.to : 0
  const late = text.slice(from)
  const match = deed.exec(late) ?? way.exec(late) ?? activityVerb.exec(late)
  if (!match) return ''
  const helper = /(?:协助|积极参与|累计|主持|联合|实地|集中|组织)$/u.exec(late.slice(0, match.index))
  const start = from + match.index - (helper?.[0].length ?? 0)
  const figure = sentenceFigure.exec(text.slice(start))
  let depth = 0
  let end = start
  for (; end < sentence.length; end++) {
    const character = sentence[end]!
    if (character === '“' || character === '《' || character === '（') depth++
    else if (character === '”' || character === '》' || character === '）') depth--
    else if (depth <= 0 && /[，。；：！？]/u.test(character)) break
  }
  return sentence.slice(start, figure ? Math.min(end, start + figure.index) : end)
}

const sentenceFigure = /(?<=[\u4e00-\u9fff”》]{4})\d+[余多]?[部场份册次个件套人名]/u
