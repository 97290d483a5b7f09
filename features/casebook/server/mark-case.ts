import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { homeOf, type Person, type Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type { CaseDraft } from '../contract/index.ts'
import { cleanWords, indexOf, textArray } from './case.words.ts'
import { findSource, isOfArticle, keeperOf } from './case-source.ts'
import { noteStep } from './note-step.ts'

export type Keeper = { readonly person: Pick<Person, 'id' | 'name'>; readonly now: Date }

/** Marks an article or a report as a case, a draft of the caller's unit. Throws `case-source-unknown`, `case-exists`. */
export async function markCase(
  tx: Database,
  scope: Scope,
  draft: CaseDraft,
  { person, now }: Keeper,
  entry: EntryDraft,
): Promise<string> {
  const source = await findSource(tx, { scope, kept: scope }, { kind: draft.sourceKind, id: draft.sourceId })
  if (!source) throw new Problem('case-source-unknown')
  const unitId = keeperOf(scope, source.path, homeOf(scope)!.unitId)
  const words = cleanWords(draft)
  const link = source.kind === 'article' ? sql`article_id` : sql`report_id`
  const [sourceTitle, sourceUnit] = [storableText(source.title), storableText(source.unit)]
  const isSame =
    source.kind === 'article'
      ? isOfArticle(sql`${source.id}`, sql`${source.issueId}`, sql`${sourceTitle}`)
      : sql`c.report_id = ${source.id}`
  await refuseSecond(tx, unitId, isSame)
  const { search, openSearch, pairs } = indexOf({ ...words, sourceTitle, sourceUnit })
  const [id, at] = [randomUUID(), now.toISOString()]
  await tx.execute(sql`insert into casebook_case (id, unit_id, scope_path, source_kind, ${link}, issue_id, source_title,
      source_unit, source_day, title, why, how, tags, search, open_search, pairs, marked_by, marked_name, marked_at,
      updated_at)
    values (${id}, ${unitId}, '', ${source.kind}, ${source.id}, ${source.issueId}, ${sourceTitle}, ${sourceUnit},
      ${source.day}, ${words.title}, ${words.why}, ${words.how}, ${textArray(words.tags)}, ${search},
      ${openSearch}, ${pairs}::integer[], ${person.id}, ${person.name}, ${at}, ${at})`)
  await noteStep(tx, { caseId: id, action: 'mark', person, now })
  entry.words = words.title
  entry.unitId = unitId
  entry.after = { source: source.title, tags: words.tags }
  return id
}

/** Held first: of two who mark it at once one finds the other's. */
async function refuseSecond(tx: Database, unitId: string, isSame: ReturnType<typeof sql>): Promise<void> {
  await tx.execute(sql`select from unit where id = ${unitId} for no key update`)
  const [other] = await rowsOf<{ title: string }>(
    tx,
    sql`select c.title from casebook_case c where c.unit_id = ${unitId} and ${isSame}`,
  )
  if (other) throw new Problem('case-exists', { title: other.title })
}
