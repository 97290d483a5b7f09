/** Briefs out of facts by templates: nothing stands in them that no report says. */
import type { ArticleDoc, BriefLeftOut, Inline } from '../../contract/index.ts'
import type { Asked, BriefReport, Part, Piece, Sentence, Told } from './brief.types.ts'
import { type DaySpan, dayWords } from './day.rules.ts'
import { groupReports, sentenceOf, spanOfGroup, textOf } from './sentence.rules.ts'
import { templateWords as words } from './template.texts.ts'

type Before = { readonly span: DaySpan | null; readonly subject: string }
export type Brief = { readonly part: Part; readonly leftOut: readonly BriefLeftOut[] }

/** One brief of one or several reports; those of the same act share a sentence. */
export function draftBrief(reports: readonly BriefReport[], asked: Asked): Brief {
  const groups = groupReports(reports)
  const sentences: Sentence[] = []
  let before = null as Before | null
  for (const group of groups) {
    const sentence = sentenceOf(group, asked)
    const span = spanOfGroup(group)
    const subject = textOf(sentence.subject)
    const day = dayWords(span, asked.year, before?.span ?? null)
    sentences.push({ ...sentence, day, subject: before?.subject === subject ? [] : sentence.subject })
    before = { span: span ?? before?.span ?? null, subject }
  }
  return cutToLength(sentences, asked.limit)
}

/** Figures go first, the last one before all; then partners, then places. */
function cutToLength(sentences: Sentence[], limit: number): Brief {
  const dropped: BriefLeftOut[] = []
  const whole = (): Part => partOf(sentences)
  const drop = (told: readonly Told[]) =>
    dropped.push(...told.map(one => ({ ...one, why: 'too-long' }) as const))
  while (textOf(whole()).length > limit) {
    const place = cutPlace(sentences)
    if (!place) break
    const { at, next, told } = place
    drop(told)
    sentences[at] = next
  }
  return { part: whole(), leftOut: [...sentences.flatMap(({ leftOut }) => leftOut), ...dropped] }
}

type Cut = { readonly at: number; readonly next: Sentence; readonly told: readonly Told[] }

/** The first number of a sentence is what most want to know: it goes last of all. */
function cutPlace(sentences: readonly Sentence[]): Cut | null {
  const last = (has: (sentence: Sentence) => boolean): number => sentences.findLastIndex(has)
  const further = last(({ figures }) => figures.length > 1)
  if (further >= 0) return cutFigure(sentences, further)
  for (const key of ['partners', 'place'] as const) {
    const at = last(sentence => sentence[key].length > 0)
    const sentence = sentences[at]
    if (sentence) return { at, next: { ...sentence, [key]: [] }, told: sentence.told[key] }
  }
  const only = last(({ figures }) => figures.length > 0)
  return only >= 0 ? cutFigure(sentences, only) : null
}

function cutFigure(sentences: readonly Sentence[], at: number): Cut {
  const sentence = sentences[at]!
  return {
    at,
    next: { ...sentence, figures: sentence.figures.slice(0, -1) },
    told: sentence.figures.at(-1)!.told,
  }
}

const word = (text: string): Piece => ({ from: 'word', text })

function partOf(sentences: readonly Sentence[]): Part {
  const all = sentences.flatMap((sentence, at): Piece[] => {
    const { day, subject, partners, place, act, figures } = sentence
    const each = subject.at(-1)
    // 分别 and 先后 belong to the act: what stands before it is where and with whom.
    const tied = each?.from === 'word' && (each.text === words.each || each.text === words.oneAfterAnother)
    const who = tied ? subject.slice(0, -1) : subject
    return [
      ...(at ? [word(words.semicolon)] : []),
      ...(day.length ? [...day, word(words.comma)] : []),
      ...who,
      ...partners,
      ...place,
      ...(tied ? [each] : []),
      ...act,
      ...figures.flatMap(({ part }) => [word(words.comma), ...part]),
    ]
  })
  return [...all, word(words.stop)]
}

/** A document of one paragraph, words that stand together in one node. */
export function docOfBrief({ part }: Pick<Brief, 'part'>): ArticleDoc {
  const content: Inline[] = []
  for (const piece of part) {
    const last = content.at(-1)
    if (piece.from === 'figure') content.push({ type: 'figure', attrs: piece.attrs })
    else if (piece.text === '') continue
    else if (last?.type === 'text')
      content[content.length - 1] = { type: 'text', text: last.text + piece.text }
    else content.push({ type: 'text', text: piece.text })
  }
  return { type: 'doc', content: [{ type: 'paragraph', content }] }
}
