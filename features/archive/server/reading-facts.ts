import type { IntakeDocument } from '@jianbao/intake/contract'
import { storableDay, storableInteger, storableText } from '@jianbao/platform/db'

/** What the list of documents shows of a reading: number and date of the first bulletin, counts of all. */
export function readingFacts(readings: readonly IntakeDocument[]) {
  const articles = readings.flatMap(reading => reading.columns.flatMap(column => column.articles))
  const first = readings[0]
  return {
    series: storableText(first?.series?.name ?? null),
    issueNo: storableInteger(first?.issueNo ?? null),
    special: first?.special ?? false,
    date: storableDay(first?.date ?? null),
    articles: articles.length,
    events: articles.reduce((sum, article) => sum + article.events.length, 0),
    warnings: readings.reduce((sum, reading) => sum + reading.warnings.length, 0),
  }
}
