import type { IntakeDocument } from '@jianbao/intake/contract'
import { storableDay, storableInteger, storableText } from '@jianbao/platform/db'
import { layoutOf } from '@jianbao/typesetting/contract'
import { openingWords } from './opening-words.ts'

/** So many headlines are enough to know an issue by. */
const headlineCount = 5
const openingCount = 2

/** The row of an issue as far as the reading decides it. */
export function issueFacts(reading: IntakeDocument) {
  const articles = reading.columns.flatMap(column => column.articles)
  const events = articles.flatMap(article => article.events)
  const headlines = knownBy(reading).map(storableText)
  const series = storableText(reading.series?.name ?? null)
  const publisher = storableText(reading.publisher)
  return {
    layout: layoutOf(reading.docType),
    series,
    issueNo: storableInteger(reading.issueNo),
    special: reading.special,
    runningNo: storableInteger(reading.runningNo),
    printRun: storableInteger(reading.printRun),
    publisher,
    date: storableDay(reading.date),
    articles: articles.length,
    events: events.length,
    figures: events.reduce((sum, event) => sum + event.figures.length, 0),
    headlines: headlines.slice(0, headlineCount),
    distribution: reading.distribution.map(list => ({
      to: storableText(list.to),
      entries: list.entries.map(storableText),
    })),
    search: [series, publisher, ...headlines].filter(Boolean).join('\n'),
  }
}

/** Its headlines; of an issue of briefs alone how the first ones begin, else the names of its columns. */
function knownBy({ columns }: IntakeDocument): string[] {
  const articles = columns.flatMap(column => column.articles)
  const headlines = articles.flatMap(article => article.headline ?? [])
  if (headlines.length) return headlines
  const items = articles.flatMap(({ kind, paragraphs }) =>
    kind === 'briefs' ? paragraphs : paragraphs.slice(0, 1),
  )
  const openings = items.slice(0, openingCount).map(openingWords).filter(Boolean)
  return openings.length ? openings : columns.flatMap(column => column.name ?? [])
}
