// What tells a step of its own from a sentence that goes on with the event before.
import { type EventDraft, hostOf } from './event-draft.ts'
import type { SentenceFacts } from './paragraph-facts.ts'
import type { RoleReading } from './unit-roles.ts'

/** Verbs that begin an event even where no day is told. */
export const strong =
  /召开|举办|举行|开展|捐赠|捐款|赠送|启动|成立|签约|签署|签订|揭牌|授牌|义诊|演出|宣讲|慰问|参观|走进|授课|作[^，。]{0,20}报告|授予|表彰|印发|发布|推出|推送|调研|考评|检查|指导/u

// 全市各级工会开展…: what the whole system did is not what the host did
export const others =
  /^(?:据[^，。]{2,4}，)?(?:[^，。]{0,24}(?:期间|以来)，|截至[^，。]{2,10}，)?全[省市县区州国](?:各级|\d+[家个所]|[^，。\d]{0,8}(?:系统|组织|单位))[^，。]{0,12}(?:共|开展|组织|推送|举办|发放)/u
// what comes after the event, or in its opening, is the work of its first host
export const afterwards =
  /^(?:(?:活动|仪式|比赛|会议|培训|启动仪式)(?:结束)?后|会后|(?:启动|揭牌|开幕|开班)仪式上)，/u
/** 某某则在某镇举行座谈会，40人参加: who holds it is no mere guest. */
export const holds = (subject: RoleReading | undefined, text: string) =>
  subject?.role === 'host' &&
  !subject.embedded &&
  /召开|举办|举行|开展|组织/u.test(text.slice(subject.unit.to))

/** A sentence without a subject may still tell of an act of its own: a gift, a dated or newly held activity. */
export function hasOwnAct(roles: readonly RoleReading[]): boolean {
  return roles.some(role => role.role === 'donor' || role.role === 'recipient' || role.role === 'co-host')
}

/** Somebody joins the host who had no part in the event before. */
const newPartner = (last: EventDraft, roles: readonly RoleReading[]) =>
  roles.some(
    role =>
      /^(?:co-host|host|recipient)$/u.test(role.role) &&
      !last.units.some(unit => unit.unit.name === role.unit.name),
  )

/** Whether a sentence without a date begins an event of its own rather than going on with the last one. */
export function startsOwn(
  last: EventDraft,
  text: string,
  subject: RoleReading | undefined,
  sentence: SentenceFacts,
  roles: readonly RoleReading[],
): boolean {
  const counted = sentence.figures.length > 0
  const newParagraph = last.sentences.at(-1)?.source !== sentence.source
  if (!subject)
    return /捐赠|捐款|赠送|表扬|表彰(?!大?会)|命名|听取(?:了)?[^，。]{4,60}(?:经验|典型)/u.test(text)
  if (subject.role === 'donor') return true
  const known = last.units.some(unit => unit.unit.name === subject.unit.name)
  if (known && counted && (newParagraph || newPartner(last, roles))) return true
  if (subject.role === 'participate') return false
  if (!known && !subject.embedded && counted) return true
  if (known && !/召开|举办|举行|捐赠|开展|签订|签署|签约/u.test(text.slice(subject.unit.to))) return false
  return (
    strong.test(text.slice(subject.unit.to)) &&
    (subject.role === 'host' || hostOf(last)?.unit.name !== subject.unit.name)
  )
}

const schools = /(?:学校|小学|中学|大学|学院|高中|幼儿园)$/u

/** 该校, 该局: the newest event of a body of that kind; null when the sentence does not begin so, or none is known. */
export function spokenOf(bare: string, drafts: readonly EventDraft[]): EventDraft | null {
  const kind = /^(?:[^，。]{0,16}，)?该(?<kind>[校院局馆所站社])/u.exec(bare)?.groups?.['kind']
  if (!kind) return null
  const names = (name: string) => (kind === '校' ? schools.test(name) : name.endsWith(kind))
  return (
    drafts.findLast(draft => draft.units.some(unit => unit.role === 'host' && names(unit.unit.name))) ?? null
  )
}
