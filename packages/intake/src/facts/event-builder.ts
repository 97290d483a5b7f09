import type { EventFact } from '../contract.ts'
import { activityType, modalityOf } from './activity.ts'
import { actOf } from './event-act.ts'
import { actorsOf, drafted } from './event-actors.ts'
import { addDates, addFigures, addUnits, type EventDraft, hostOf, hostsOf } from './event-draft.ts'
import { afterwards, hasOwnAct, holds, others, spokenOf, startsOwn, strong } from './event-steps.ts'
import { activityVerb, attendance, demand, plan, praise, restart, retrospect, speech } from './event-words.ts'
import type { EventWriter } from './event-writer.ts'
import type { ParagraphFacts, SentenceFacts } from './paragraph-facts.ts'
import { placeName } from './place-names.ts'
import type { DateReading } from './read-dates.ts'
import { readPlainPlaces } from './read-places.ts'
import type { RoleReading } from './unit-roles.ts'

const masked = (text: string) =>
  text.replace(/“[^”]{0,60}”|《[^》]{0,60}》/gu, quoted => '　'.repeat(quoted.length))

/** Reads the events of one article or one item from its paragraphs, sentence by sentence. */
export function buildEvents(
  paragraphs: readonly ParagraphFacts[],
  headline: ParagraphFacts | null,
  writer: EventWriter,
  lead: SentenceFacts | null = null,
): EventFact[] {
  const drafts: EventDraft[] = []
  const head = headline?.sentences[0] ?? null
  let spoken = false
  for (const paragraph of paragraphs) {
    let speaking = false
    for (const sentence of paragraph.sentences) {
      const text = masked(sentence.text)
      const bare = text.replace(/^[●■◆★•▲○□◇☆▶►※]/u, '')
      if (leaders.test(bare) || (drafts.length > 0 && retrospect.test(bare) && !hasDay(sentence))) continue
      if (speech.test(bare) || (spoken && speakingList.test(bare) && !hasDay(sentence))) {
        spoken = true
        speaking = true
        continue
      }
      if (speaking && !restart.test(bare) && !freshStart(sentence)) continue
      if (restart.test(bare) || freshStart(sentence)) speaking = false
      if (demand.test(bare)) continue
      if (plan.test(bare) && (goesOn.test(bare) || !hasDay(sentence))) {
        // 活动将持续到8月底，目前已组建…: what was counted so far still counts
        const main = drafts.findLast(dated) ?? drafts.at(-1)
        if (main && /[共已][^，。]{0,12}\d/u.test(bare)) addFigures(main, sentence)
        continue
      }
      readSentence(sentence, text, bare, drafts, head)
    }
  }
  if (lead) inherit(drafts, lead)
  return drafts.map(draft => writer.write(draft))
}

// acts of the national leadership are background in a bulletin of somebody else
const leaders = /^(?:[^，。]{0,16}[，日])?(?:习近平|党中央|国务院|中共中央)/u
const speakingList =
  /^[一二三四五六七八]是(?:要|坚持|加强|强化|提高|提升|聚焦|突出|切实|深化|持续|增强|把|以(?!来)|抓|严|注重|进一步)/u
const ceremony = /颁奖|致辞|宣读|授牌|揭牌|讲话|宣布|颁发|点评|总结/u
const goesOn = /将(?:持续|从|历时|延续)/u
const whole =
  /^(?:据(?:介绍|统计|了解|悉)，?)?(?:(?:本次|此次|整个|整场|系列|本届)?(?:活动|大赛|竞赛|比赛|会议|培训|展览|讲座|赛事)|全[省市县区]|截至|目前|累计|共)/u
const dated = (draft: EventDraft) => draft.dates.some(entry => entry.date.role === 'when')
const hasDay = (sentence: SentenceFacts) =>
  sentence.dates.some(date => date.role === 'when' && date.start !== null && date.kind !== 'anaphor')
const freshStart = (sentence: SentenceFacts) =>
  hasDay(sentence) &&
  !/^截[至止]/u.test(sentence.text) &&
  sentence.dates[0]!.from <= 3 &&
  sentence.dates[0]!.kind !== 'since'

function readSentence(
  sentence: SentenceFacts,
  text: string,
  bare: string,
  drafts: EventDraft[],
  head: SentenceFacts | null,
): void {
  const newest = drafts.at(-1) ?? null
  // 活动…, 据统计… after a gift or another step speaks of the whole programme again
  const last =
    spokenOf(bare, drafts) ??
    (newest && whole.test(bare) && !dated(newest) ? (drafts.findLast(dated) ?? newest) : newest)
  const roles = sentence.roles.roles.filter(role => !role.unit.generic)
  const dates = sentence.dates.filter(date => date.role === 'when')
  const when = dates.filter(date => date.start !== null || date.kind === 'vague')
  const verb = activityVerb.exec(text)
  const subject = roles.find(role => role.subject)
  if (last && roles.length === 0 && sentence.figures.length > 0 && others.test(bare)) {
    drafts.push({ ...draftOf(sentence, text, when, roles, null, null, null), units: [] })
    return
  }
  if (
    last &&
    roles.length === 0 &&
    when.length === 0 &&
    sentence.figures.length > 0 &&
    afterwards.test(bare) &&
    verb
  ) {
    drafts.push({
      ...draftOf(sentence, text, when, roles, last, null, null),
      units: hostsOf(last)
        .slice(0, 1)
        .map(host => ({ ...host, inherited: true })),
    })
    return
  }
  const guest = last !== null && roles.length > 0 && roles.every(role => role.embedded) && ceremony.test(bare)
  const present =
    guest || (attendance.test(bare) && !/主持召开|主持举行|带领|率领/u.test(bare) && !holds(subject, text))
  // 在…的初赛中: an earlier part of the programme, held by nobody that the text names
  if (
    last &&
    /^在?[^，。]{0,16}(?:初赛|预赛|海选|选拔赛|报名阶段|前期)[^，。]{0,6}[中，]/u.test(bare) &&
    roles.length === 0
  ) {
    if (sentence.figures.length > 0)
      drafts.push({ ...draftOf(sentence, text, when, roles, null, null, null), units: [] })
    return
  }
  if (last && (present || (praise.test(bare) && !subject)) && when.length === 0) {
    addFigures(last, sentence)
    const helpers = roles.filter(
      role => !role.embedded && (present ? role.role !== 'host' : role.role === 'support'),
    )
    addUnits(last, drafted(helpers, sentence))
    return
  }
  const merges =
    roles.length > 0 &&
    roles.every(role => /^(?:undertake|support|member|participate|promote|initiate)$/u.test(role.role)) &&
    !strong.test(afterLast(text, roles))
  const organised =
    roles.some(role => role.role === 'undertake') ||
    /由[^，。]{2,60}(?:主办|承办|联合举办|协办|共建|共同建设|组成)/u.test(text)
  if (last && when.length === 0 && (merges || organised || (!subject && !hasOwnAct(roles)))) {
    // 活动由…承办 speaks of the programme, not of its latest step
    const target = organised && whole.test(bare) ? (drafts[0] ?? last) : last
    addUnits(target, drafted(roles, sentence))
    addFigures(target, sentence)
    return
  }
  // a body that does something with a date or a number does it, whatever the verb
  const tells = subject !== undefined && !subject.embedded && (sentence.figures.length > 0 || when.length > 0)
  if (!verb && !tells) {
    if (!last) return
    addUnits(
      last,
      drafted(
        roles.filter(role => role.role !== 'host'),
        sentence,
      ),
    )
    addDates(
      last,
      sentence,
      when.filter(date => date.kind !== 'vague'),
    )
    addFigures(last, sentence)
    return
  }
  if (last && when.length === 0 && !startsOwn(last, text, subject, sentence, roles)) {
    // 会上，甲、乙联合命名…: who acts beside the host of the event takes part in it
    const beside = last.units.some(unit => unit.unit.name === subject?.unit.name)
    addUnits(
      last,
      drafted(
        roles.filter(role => beside || role.role !== 'host' || !role.subject),
        sentence,
      ),
    )
    addFigures(last, sentence)
    return
  }
  if (
    last &&
    !subject &&
    when.length > 0 &&
    (!strong.test(text) || when.every(date => date.kind === 'since' && !date.surface.startsWith('今年'))) &&
    roles.length === 0 &&
    !(freshStart(sentence) && verb && sentence.text[sentence.dates[0]!.to] !== '的')
  ) {
    const main = drafts[0] ?? last
    addDates(main, sentence, when)
    addFigures(main, sentence)
    return
  }
  if (
    !last &&
    !subject &&
    when.length === 0 &&
    roles.length === 0 &&
    (!head || sentence.figures.length === 0)
  )
    return
  drafts.push(draftOf(sentence, text, when, roles, last ?? null, drafts[0] ?? null, head))
}

const afterLast = (text: string, roles: readonly RoleReading[]) =>
  text.slice(Math.max(...roles.map(role => role.unit.to)))

function draftOf(
  sentence: SentenceFacts,
  text: string,
  when: readonly DateReading[],
  roles: readonly RoleReading[],
  last: EventDraft | null,
  first: EventDraft | null,
  head: SentenceFacts | null,
): EventDraft {
  const act = actOf(sentence.text, text, roles)
  const draft: EventDraft = {
    type: activityType(act, sentence.text),
    modality: modalityOf(sentence.text),
    act,
    sentences: [sentence],
    units: [],
    dates: [],
    places: [],
    figures: [],
  }
  addUnits(draft, actorsOf(drafted(roles, sentence), draft, last ?? first, head))
  const host = hostOf(draft)?.unit.name ?? ''
  for (const place of readPlainPlaces(sentence.text))
    draft.places.push({ place: { ...place, name: placeName(place.surface, host) }, sentence })
  addDates(draft, sentence, when)
  for (const date of sentence.dates) if (date.role === 'duration') draft.dates.push({ date, sentence })
  addFigures(draft, sentence)
  return draft
}

/** Items without a date of their own take that of the lead (gold/RULES.md 6.5). */
function inherit(drafts: readonly EventDraft[], lead: SentenceFacts): void {
  const first = drafts[0]
  const date = lead.dates.find(entry => entry.role === 'when')
  if (!first || !date || first.dates.some(entry => entry.date.role === 'when')) return
  first.dates.unshift({ date, sentence: lead, inherited: true })
}
