/** New items of an edition: of adopted reports, or empty. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import { docOf, type ItemDraft, itemLimit, type SeriesColumn } from '../../contract/index.ts'
import { type EditionRow, editionName, type Viewer } from '../edition.store.ts'
import { resolveFigures } from '../figure/resolve-figures.ts'
import { checkPictures } from '../picture/picture.store.ts'
import { takeForEditing } from '../take-for-editing.ts'
import { type ItemWords, insertItem, refuseLong } from './item.words.ts'
import { placeItems } from './place-items.ts'

type Adopted = {
  readonly id: string
  readonly reportId: string
  readonly title: string
  readonly body: string
  readonly unitName: string
  readonly reportTitle: string
  readonly compositeId: string | null
}
type Asked = { readonly id: string; readonly draft: ItemDraft; readonly now: Date; readonly today: string }

/** Answers the new items' ids. Throws `not-found`, `edition-settled`, `column-unknown`, `adoption-unknown`, `adoption-placed`, `edition-full`, `article-too-long`. */
export async function addItems(
  tx: Database,
  viewer: Viewer,
  { id, draft, now, today }: Asked,
  entry: EntryDraft,
): Promise<string[]> {
  const edition = await takeForEditing(tx, viewer, { id, today }, entry)
  const column = edition.columns.find(({ key }) => key === draft.columnKey)
  if (!column) throw new Problem('column-unknown', { column: draft.columnKey })
  const adopted = await takeAdopted(tx, viewer, edition, draft.adoptionIds)
  const groups = draft.apart && adopted.length > 0 ? piecesOf(adopted) : [adopted]
  await refuseFull(tx, edition, groups.length)
  const ids: string[] = []
  for (const group of groups) {
    const item = randomUUID()
    const words = draft.text ?? wordsOf(group, column)
    refuseLong(words)
    await insertItem(tx, edition.id, { id: item, columnKey: column.key, words, by: viewer.person, now })
    for (const [position, { id: adoptionId, reportId, unitName, reportTitle }] of group.entries())
      await tx.execute(sql`insert into edition_source (edition_id, item_id, report_id, adoption_id, position, unit_name,
          title, taken_at)
        values (${edition.id}, ${item}, ${reportId}, ${adoptionId}, ${position}, ${unitName}, ${reportTitle},
          ${now.toISOString()}) on conflict do nothing`)
    await checkPictures(tx, edition.id, words.doc)
    await resolveFigures(tx, viewer, { editionId: edition.id, itemId: item, doc: words.doc })
    ids.push(item)
  }
  await placeItems(tx, edition.id, { columnKey: column.key, before: draft.before, ids })
  entry.after = { column: column.name, items: ids.length, reports: adopted.length }
  return ids
}

/** An issue is read and set whole. Throws `edition-full`. */
async function refuseFull(tx: Database, edition: EditionRow, more: number): Promise<void> {
  const [there] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from edition_item where edition_id = ${edition.id}`,
  )
  if (there!.count + more > itemLimit)
    throw new Problem('edition-full', { name: editionName(edition), limit: itemLimit })
}

/** The adoptions of the edition's own desk, held; each runs in one edition only. */
async function takeAdopted(
  tx: Database,
  { scope }: Viewer,
  { unitId }: EditionRow,
  ids: readonly string[],
): Promise<Adopted[]> {
  if (ids.length === 0) return []
  const wanted = `{${ids.join(',')}}`
  const found = await rowsOf<Adopted>(
    tx,
    sql`select a.id, a.report_id as "reportId", a.title, a.body, u.name as "unitName", r.title as "reportTitle",
        a.composite_id as "compositeId"
      from adoption a join report r on r.id = a.report_id join unit u on u.id = r.unit_id
      where (a.id = any (${wanted}::uuid[]) or a.composite_id in
          (select b.composite_id from adoption b where b.id = any (${wanted}::uuid[]) and b.composite_id is not null))
        and a.unit_id = ${unitId} and a.revoked_at is null and ${within(scope, sql`r.scope_path`)}
      order by array_position(${wanted}::uuid[], a.id), a.at, a.id for update of a`,
  )
  if (ids.some(id => !found.some(each => each.id === id.toLowerCase()))) throw new Problem('adoption-unknown')
  const [placed] = await rowsOf<{ title: string }>(
    tx,
    sql`select x.title from edition_source x join edition e on e.id = x.edition_id
      where x.adoption_id = any (${`{${found.map(({ id }) => id).join(',')}}`}::uuid[]) and e.state <> 'void' limit 1`,
  )
  if (placed) throw new Problem('adoption-placed', { title: placed.title || '（无标题）' })
  return found
}

/** What was adopted as one piece stays one. */
function piecesOf(adopted: readonly Adopted[]): Adopted[][] {
  return [...Map.groupBy(adopted, ({ id, compositeId }) => compositeId ?? id).values()]
}

const inOneLine = (body: string): string =>
  body
    .split('\n')
    .map(line => line.trim())
    .join('')

/** A brief is one paragraph without a headline; several reports in one piece stand below one another until edited. */
function wordsOf(adopted: readonly Adopted[], column: SeriesColumn): ItemWords {
  const bodies = [...new Set(adopted.map(({ body }) => body.trim()))].filter(Boolean)
  const brief = column.rule === 'briefs'
  const text = brief ? bodies.map(inOneLine).join('\n') : bodies.join('\n')
  return {
    kind: 'article',
    headline: brief ? '' : storableText(adopted[0]?.title ?? ''),
    subtitle: '',
    contributor: brief ? '' : [...new Set(adopted.map(({ unitName }) => unitName))].join('、').slice(0, 120),
    doc: docOf(storableText(text)),
  }
}
