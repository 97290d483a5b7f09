import type { EventFact } from '../contract.ts'
import { type MappedText, sliceMapped, withoutCharacters } from '../mapped-text.ts'
import { startSetting } from './article-setting.ts'
import { buildEvents } from './event-builder.ts'
import { everybody } from './event-words.ts'
import { EventWriter } from './event-writer.ts'
import type { ArticleFacts, ArticleText, FactsContext } from './facts.types.ts'
import {
  type ParagraphFacts,
  paragraphFacts,
  type ReadingState,
  type SentenceFacts,
} from './paragraph-facts.ts'

const bullet = /^[●■◆★•▲○□◇☆▶►※▪◎♦✦➤]/u
// the number of an item is no part of what it tells: （一）…, 3．…, 2.12月4日…
const counter =
  /^(?:（(?:\d{1,2}|[一二三四五六七八九十]{1,3})）|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|[1-9]\d?(?:[．、]|\.(?=\d{1,2}月|\D))(?!\d*[%万亿])|[一二三四五六七八九十]{1,3}、|[①-⑳])/u
const blank = /[\s\u200b-\u200d\u2060\ufeff]/u

/**
 * Events of one article with units, dates, places and figures (gold/RULES.md 4 to 8), and warnings for every value that
 * is doubtful (confidence under 0.6) or contradicts itself. Essays and speeches yield no events. In briefs each bullet,
 * or each sentence where there are none, is an item; an opening that only says that everybody is active is no event, but
 * its date is inherited. Spans are raw offsets. Never throws; linear in the length of the article.
 */
export function readEvents(article: ArticleText, context: FactsContext): ArticleFacts {
  if (article.kind === 'essay' || article.kind === 'speech') return { events: [], warnings: [] }
  const writer = new EventWriter(context)
  const paragraphs = article.paragraphs.map(paragraph => withoutCounter(withoutCharacters(paragraph, blank)))
  const headline = article.headline ? withoutCharacters(article.headline, blank) : null
  const start = startSetting(context)
  const state: ReadingState = { setting: start, previousDay: null }
  const head = headline?.text ? paragraphFacts(headline, context, state, true) : null
  if (head) state.setting = { ...head.setting, aliases: start.aliases }
  const events =
    article.kind === 'briefs'
      ? briefs(paragraphs, context, start, writer)
      : buildEvents(read(paragraphs, context, state), head, writer)
  return { events, warnings: writer.warnings(events) }
}

function withoutCounter(paragraph: MappedText): MappedText {
  const marker = counter.exec(paragraph.text)
  return marker ? sliceMapped(paragraph, marker[0].length) : paragraph
}

function read(
  paragraphs: readonly MappedText[],
  context: FactsContext,
  state: ReadingState,
): ParagraphFacts[] {
  return paragraphs.map(paragraph => {
    const facts = paragraphFacts(paragraph, context, state, false)
    state.setting = facts.setting
    state.previousDay = facts.previousDay ?? state.previousDay
    return facts
  })
}

function briefs(
  paragraphs: readonly MappedText[],
  context: FactsContext,
  start: ReadingState['setting'],
  writer: EventWriter,
): EventFact[] {
  const bulleted = paragraphs.some(paragraph => bullet.test(paragraph.text))
  const events: EventFact[] = []
  let lead: SentenceFacts | null = null
  for (const paragraph of paragraphs) {
    const facts = paragraphFacts(paragraph, context, { setting: start, previousDay: null }, false)
    const first = facts.sentences[0]
    if (!first) continue
    const opensLead =
      everybody.test(first.text) && !first.roles.roles.some(role => role.subject && !role.unit.generic)
    if (bulleted && !bullet.test(paragraph.text) && opensLead) {
      lead = first
      continue
    }
    if (bulleted) {
      events.push(...buildEvents([facts], null, writer, lead))
      continue
    }
    const items: SentenceFacts[][] = []
    let sentenceLead: SentenceFacts | null = null
    for (const sentence of facts.sentences) {
      const isLead =
        everybody.test(sentence.text) &&
        !sentence.roles.roles.some(role => role.subject && !role.unit.generic)
      const begins =
        sentence.roles.roles.some(role => role.subject && !role.unit.generic) ||
        sentence.dates.some(date => date.kind !== 'anaphor')
      if (isLead) {
        sentenceLead = sentence
        items.push([])
      } else if (begins || items.length === 0) items.push([sentence])
      else items.at(-1)!.push(sentence)
    }
    for (const item of items) {
      if (item.length === 0) continue
      events.push(...buildEvents([{ ...facts, sentences: item }], null, writer, sentenceLead ?? lead))
    }
    if (sentenceLead) lead = sentenceLead
  }
  return events
}
