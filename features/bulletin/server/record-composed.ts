/** Records an issue that was made at the desk, once and for good. */
import { randomUUID } from 'node:crypto'
import { type Database, sql, storableText } from '@jianbao/platform/db'
import type { Bulletin } from '@jianbao/typesetting/contract'
import type { DownloadFormat } from '../contract/index.ts'
import { articleTable, columnTable, issueTable } from './issue.table.ts'
import { openingWords } from './opening-words.ts'

export type ComposedArticle = {
  /** Its permanent address within the issue. */
  readonly id: string
  readonly kind: 'article' | 'briefs' | 'essay' | 'speech'
  readonly headline: string | null
  readonly contributor: string | null
  readonly paragraphs: readonly string[]
  /** Held back from the public site. */
  readonly withheld: boolean
}
export type ComposedIssue = {
  readonly id: string
  readonly unitId: string
  readonly seriesId: string
  /** What it was set from; its pictures are named by `pictures`. */
  readonly model: Bulletin
  /** Content hash of each form. */
  readonly files: Partial<Record<DownloadFormat, string>>
  readonly pictures: readonly {
    readonly key: string
    readonly sha256: string
    readonly mediaType: string
    readonly width: number
    readonly height: number
  }[]
  readonly columns: readonly { readonly name: string; readonly articles: readonly ComposedArticle[] }[]
  readonly events: number
  readonly figures: number
  readonly publishedAt: Date | null
  /** Its series is never public. */
  readonly confined?: boolean
  readonly signed?: { readonly name: string; readonly at: Date }
  readonly at: Date
}

const headlineCount = 5

/** Writes the issue with its columns and articles inside the caller's transaction. An issue of this id is there once. */
export async function recordComposed(tx: Database, issue: ComposedIssue): Promise<void> {
  const { model, at } = issue
  const articles = issue.columns.flatMap(column => column.articles)
  // By what is held back the issue is neither known nor found.
  const headlines = articles
    .filter(({ withheld }) => !withheld)
    .flatMap(({ headline, paragraphs }) => headline ?? openingWords(paragraphs[0] ?? '') ?? [])
  await tx.insert(issueTable).values({
    id: issue.id,
    unitId: issue.unitId,
    origin: 'composed',
    series: model.series,
    issueNo: model.issueNo,
    special: model.special ?? false,
    runningNo: model.runningNo ?? null,
    printRun: model.printRun ?? null,
    publisher: model.publisher,
    date: model.date,
    articles: articles.length,
    events: issue.events,
    figures: issue.figures,
    headlines: headlines.slice(0, headlineCount),
    distribution: model.distribution,
    search: [model.series, model.publisher, ...headlines].filter(Boolean).join('\n'),
    layout: model.layout ?? 'bulletin',
    publishedAt: issue.publishedAt,
    confined: issue.confined ?? false,
    createdAt: at,
  })
  await tx.execute(sql`update issue set series_id = ${issue.seriesId}, model = ${JSON.stringify(model)}::jsonb,
    files = ${JSON.stringify(issue.files)}::jsonb, signed_name = ${issue.signed?.name ?? null},
    signed_at = ${issue.signed?.at.toISOString() ?? null} where id = ${issue.id}`)
  for (const [position, column] of issue.columns.entries()) {
    const columnId = randomUUID()
    await tx.insert(columnTable).values({ id: columnId, issueId: issue.id, position, name: column.name })
    if (column.articles.length)
      await tx.insert(articleTable).values(
        column.articles.map(({ paragraphs, ...article }, place) => ({
          ...article,
          columnId,
          position: place,
          paragraphs: paragraphs.map(storableText),
        })),
      )
  }
  for (const { key, sha256, mediaType, width, height } of issue.pictures)
    await tx.execute(sql`insert into issue_picture (issue_id, key, sha256, media_type, width, height)
      values (${issue.id}, ${key}, ${sha256}, ${mediaType}, ${width}, ${height})`)
}
