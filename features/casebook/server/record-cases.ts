import { randomUUID } from 'node:crypto'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { CaseState } from '../contract/index.ts'
import { type CaseWords, cleanWords, indexOf, textArray } from './case.words.ts'
import { bareContributor } from './case-source.ts'
import { noteStep } from './note-step.ts'

/** A case that is known already, of the article with this headline. */
export type CaseRecordDraft = CaseWords & {
  readonly headline: string
  readonly unitId: string
  readonly state: CaseState
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** Records cases of issues, as a loaded demonstration has them. Returns how many headlines were found. */
export async function recordCases(
  tx: Database,
  scope: Scope,
  drafts: readonly CaseRecordDraft[],
): Promise<number> {
  let recorded = 0
  for (const draft of drafts) {
    const [source] = await rowsOf<{ id: string; issueId: string; unit: string | null; day: string | null }>(
      tx,
      sql`select a.id, i.id as "issueId", a.contributor as unit, i.date::text as day
        from article a join issue_column k on k.id = a.column_id join issue i on i.id = k.issue_id
        where a.headline = ${draft.headline} and ${within(scope, sql`i.scope_path`)} order by i.date, a.id limit 1`,
    )
    if (!source) continue
    const words = cleanWords(draft)
    const sourceUnit = bareContributor(source.unit ?? '')
    const { search, openSearch, pairs } = indexOf({ ...words, sourceTitle: draft.headline, sourceUnit })
    const [id, at] = [randomUUID(), draft.at.toISOString()]
    await tx.execute(sql`insert into casebook_case (id, unit_id, scope_path, source_kind, article_id, issue_id,
        source_title, source_unit, source_day, title, why, how, tags, state, search, open_search, pairs, marked_by,
        marked_name, marked_at, updated_at, published_at)
      values (${id}, ${draft.unitId}, '', 'article', ${source.id}, ${source.issueId}, ${draft.headline}, ${sourceUnit},
        ${source.day}, ${words.title}, ${words.why}, ${words.how}, ${textArray(words.tags)}, ${draft.state}, ${search},
        ${openSearch}, ${pairs}::integer[], ${draft.by.id}, ${draft.by.name}, ${at}, ${at}, ${draft.state === 'public' ? at : null})`)
    await noteStep(tx, { caseId: id, action: 'mark', person: draft.by, now: draft.at })
    recorded++
  }
  return recorded
}
