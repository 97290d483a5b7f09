import type { IntakeDocument } from '@jianbao/intake/contract'
import { storableDay, storableInteger, storableText } from '@jianbao/platform/db'
import { countOpenDoubts } from './review/doubts.rules.ts'

/**
 * What the list of documents shows of a reading: number and date of the first bulletin, counts of all; doubts are those
 * that are not `settled`.
 */
export function readingFacts(readings: readonly IntakeDocument[], settled?: ReadonlySet<string>) {
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
    doubts: countOpenDoubts(readings, settled),
  }
}
