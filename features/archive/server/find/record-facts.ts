import { randomUUID } from 'node:crypto'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, type SQL, sql, storableDay, storableText } from '@jianbao/platform/db'
import { idArray } from './find-scope.ts'
import { normaliseText } from './normalise-text.ts'
import type { RecordedArticle, RecordedEvent, RecordedIssue } from './recorded.types.ts'
import { articleMarks, textPairs } from './text-pairs.ts'
import { unitPath } from './unit-path.ts'

type EventPlace = {
  readonly issueId: string
  readonly articleId: string
  readonly issueDay: string | null
  readonly series: string | null
  readonly columnName: string | null
  readonly origin: 'imported' | 'composed'
}
type Rows = Record<'search' | 'events' | 'units' | 'places' | 'figures', Record<string, unknown>[]>
const rowsAtOnce = 500

/**
 * Writes events, figures and the search index of accepted issues inside the caller's transaction, in place of what
 * stood there. Path and publication are taken from the issue, whose row is held meanwhile.
 */
export async function recordFacts(
  tx: Database,
  scope: Scope,
  issues: readonly RecordedIssue[],
): Promise<void> {
  if (!issues.length) return
  const old = sql`any(${idArray(issues.map(issue => issue.issueId))})`
  const inScope = within(scope, sql`scope_path`)
  await tx.execute(sql`select 1 from issue where id = ${old} and ${inScope} for update`)
  await tx.execute(sql`delete from event where issue_id = ${old} and ${inScope}`)
  await tx.execute(sql`delete from article_search where issue_id = ${old} and ${inScope}`)
  const rows: Rows = { search: [], events: [], units: [], places: [], figures: [] }
  for (const issue of issues) collectIssue(rows, issue)
  await insertRows(
    tx,
    sql`article_search`,
    sql`article_id uuid, issue_id uuid, day date, series text, column_name text, kind text, headline_text text,
      whole_text text, headline_pairs integer[], pairs integer[], unit_paths text[], types text[]`,
    rows.search,
    ofIssue,
  )
  await insertRows(
    tx,
    sql`event`,
    sql`id uuid, issue_id uuid, article_id uuid, position integer, type text, modality text, act text, text text,
      start_day date, end_day date, day date, date_surface text, assumed boolean, origin text, column_name text,
      series text`,
    rows.events,
    ofIssue,
  )
  await insertRows(
    tx,
    sql`event_unit`,
    sql`event_id uuid, position integer, article_id uuid, name text, surface text, role text, generic boolean,
      unit_path text, day date`,
    rows.units,
    ofEvent,
  )
  await insertRows(
    tx,
    sql`event_place`,
    sql`event_id uuid, position integer, name text, surface text, kind text`,
    rows.places,
    ofEvent,
  )
  await insertRows(
    tx,
    sql`figure`,
    sql`id uuid, event_id uuid, position integer, measure text, value numeric, unit text, qualifier text,
      surface text, of text, sentence_start integer, sentence_end integer`,
    rows.figures,
    ofEvent,
  )
}

type Parent = { readonly whose: SQL; readonly from: SQL }
/** Where a row takes its path and its publication from. */
const ofIssue: Parent = {
  whose: sql`parent.scope_path, parent.published_at is not null`,
  from: sql`join issue parent on parent.id = given.issue_id`,
}
const ofEvent: Parent = {
  whose: sql`parent.scope_path, parent.published`,
  from: sql`join event parent on parent.id = given.event_id`,
}

/** Rows as one JSON value: a statement has the same few parameters whatever it writes. The columns are the table's own, in order. */
async function insertRows(
  tx: Database,
  table: SQL,
  shape: SQL,
  rows: readonly object[],
  { whose, from: parent }: Parent,
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const json = JSON.stringify(rows.slice(from, from + rowsAtOnce))
    await tx.execute(
      sql`insert into ${table} select given.*, ${whose}
        from jsonb_to_recordset(${json}::jsonb) as given(${shape}) ${parent}`,
    )
  }
}

function collectIssue(
  rows: Rows,
  { issueId, reading, articleIds, origin = 'imported' }: RecordedIssue,
): void {
  const day = storableDay(reading.date)
  for (const [column, { name, articles }] of reading.columns.entries())
    for (const [place, article] of articles.entries()) {
      const articleId = articleIds[column]?.[place]
      if (!articleId) throw new Error(`article ${column}/${place} of issue ${issueId} has no row`)
      const series = storableText(reading.series?.name ?? null)
      const columnName = storableText(name)
      const where = { issueId, articleId, issueDay: day, series, columnName, origin }
      for (const [position, event] of article.events.entries()) collectEvent(rows, where, event, position)
      const headline = normaliseText(storableText(article.headline ?? ''))
      const whole = [headline, ...article.paragraphs.map(text => normaliseText(storableText(text)))].join(
        '\n',
      )
      const unitPaths = pathsOf(article)
      const marks = articleMarks(day, unitPaths, columnName)
      rows.search.push({
        article_id: articleId,
        issue_id: issueId,
        day,
        series,
        column_name: columnName,
        kind: article.kind,
        headline_text: headline,
        whole_text: whole,
        headline_pairs: [...textPairs(headline), ...marks],
        pairs: [...textPairs(whole), ...marks],
        unit_paths: unitPaths,
        types: [...new Set(article.events.map(event => event.type))],
      })
    }
}

function pathsOf(article: RecordedArticle): string[] {
  const names = article.events.flatMap(event => event.units.map(unit => unit.name))
  return [...new Set(names)].map(name => unitPath(storableText(name)))
}

function collectEvent(
  rows: Rows,
  { issueId, articleId, issueDay, series, columnName, origin }: EventPlace,
  event: RecordedEvent,
  position: number,
): void {
  const id = randomUUID()
  const text = storableText(event.text)
  const when = event.dates.find(
    date => date.role === 'when' && (storableDay(date.start) ?? storableDay(date.end)) !== null,
  )
  const assumed = !when
  const start = when ? storableDay(when.start) : issueDay
  const end = when ? storableDay(when.end) : issueDay
  rows.events.push({
    id,
    issue_id: issueId,
    article_id: articleId,
    position,
    type: event.type,
    modality: event.modality,
    act: storableText(event.act),
    text,
    start_day: start,
    end_day: end,
    day: start ?? end,
    date_surface: storableText(when?.surface ?? null),
    assumed,
    origin,
    column_name: columnName,
    series,
  })
  for (const [place, unit] of event.units.entries()) {
    const name = storableText(unit.name)
    rows.units.push({
      event_id: id,
      position: place,
      article_id: articleId,
      name,
      surface: storableText(unit.surface),
      role: unit.role,
      generic: unit.generic,
      unit_path: unitPath(name),
      day: start ?? end,
    })
  }
  for (const [place, { name, surface, kind }] of event.places.entries())
    rows.places.push({
      event_id: id,
      position: place,
      name: storableText(name),
      surface: storableText(surface),
      kind,
    })
  let after = 0
  for (const [place, figure] of event.figures.entries()) {
    const surface = storableText(figure.surface)
    const inOrder = text.indexOf(surface, after)
    const at = inOrder < 0 ? text.indexOf(surface) : inOrder
    if (at >= 0) after = at + surface.length
    rows.figures.push({
      id: randomUUID(),
      event_id: id,
      position: place,
      measure: figure.measure,
      value: Number.isFinite(figure.value) ? figure.value : 0,
      unit: storableText(figure.unit),
      qualifier: figure.qualifier,
      surface,
      of: storableText(figure.of),
      sentence_start: at < 0 ? null : at,
      sentence_end: at < 0 ? null : at + surface.length,
    })
  }
}
