/** Facts of one laid out text, with a way from the reader's offsets to the title and the body of the report. */
import { type EventFact, type IntakeDocument, rereadArticle, rereadingContext } from '@jianbao/intake'
import type { ProposalSpan } from '../../contract/index.ts'
import type { Reporting } from './reporting.types.ts'

type RawSpan = readonly [number, number]

export type ReadArticle = {
  readonly title: string | null
  readonly body: string
  readonly events: readonly EventFact[]
  /** Spans in title and body of spans the reader gave. */
  readonly spans: (raw: readonly RawSpan[]) => ProposalSpan[]
  /** Where the body begins in what the reader was given. */
  readonly bodyAt: number
}

/** An empty document: what stands around the article is known from the form. */
const nothing = {
  schema: 'jianbao-document/1',
  docType: 'article',
  series: null,
  issueNo: null,
  special: false,
  runningNo: null,
  printRun: null,
  publisher: null,
  date: null,
  distribution: [],
  columns: [],
  marks: [],
  noise: [],
  warnings: [],
} as const satisfies IntakeDocument

/** `referenceDay`: what years that are not printed are taken from. Linear in the length of the text. */
export function readArticle(
  title: string | null,
  paragraphs: readonly string[],
  { unit, register }: Pick<Reporting, 'unit' | 'register'>,
  referenceDay: string,
): ReadArticle {
  const body = paragraphs.join('\n')
  const bodyAt = title === null ? 0 : title.length + 1
  const raw = title === null ? body : `${title}\n${body}`
  let at = bodyAt
  const paragraphSpans = paragraphs.map((words): [number, number][] => {
    const from = at
    at += words.length + 1
    return [[from, from + words.length]]
  })
  const context = {
    ...rereadingContext(
      raw,
      { ...nothing, columns: [], distribution: [], marks: [], noise: [], warnings: [] },
      register,
    ),
    issueDate: referenceDay,
    documentYear: Number(referenceDay.slice(0, 4)),
    // Their names tell which 省, 市 and 县 the text means.
    series: unit.name,
    publisher: unit.above[0]?.name ?? null,
  }
  const article = {
    kind: 'article' as const,
    headline: title,
    headlineSpans: title === null ? [] : [[0, title.length] as [number, number]],
    contributor: null,
    contributorSpans: [],
    paragraphs: [...paragraphs],
    paragraphSpans,
    spans: [[bodyAt, raw.length] as [number, number]],
    events: [],
  }
  const { events } = rereadArticle(article, null, context)
  const spans: ReadArticle['spans'] = found =>
    found.flatMap(([from, to]): ProposalSpan[] =>
      to <= from
        ? []
        : from < bodyAt
          ? [{ in: 'title', from, to: Math.min(to, bodyAt - 1) }]
          : [{ in: 'body', from: from - bodyAt, to: to - bodyAt }],
    )
  return { title, body, events, spans, bodyAt }
}

/** The activity the text is about: the first that has a day, else the first. */
export function mainEvent(events: readonly EventFact[]): EventFact | null {
  const dated = events.find(event => event.dates.some(date => date.role === 'when' && date.start !== null))
  return dated ?? events[0] ?? null
}
