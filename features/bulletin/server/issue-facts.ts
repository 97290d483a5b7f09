import type { IntakeDocument } from '@jianbao/intake/contract'
import { storableDay, storableInteger, storableText } from '@jianbao/platform/db'

/** So many headlines are enough to know an issue by. */
const headlineCount = 5

/** The row of an issue as far as the reading decides it. */
export function issueFacts(reading: IntakeDocument) {
  const articles = reading.columns.flatMap(column => column.articles)
  const events = articles.flatMap(article => article.events)
  const headlines = articles.flatMap(article => (article.headline ? [storableText(article.headline)] : []))
  const series = storableText(reading.series?.name ?? null)
  const publisher = storableText(reading.publisher)
  return {
    series,
    issueNo: storableInteger(reading.issueNo),
    special: reading.special,
    runningNo: storableInteger(reading.runningNo),
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
