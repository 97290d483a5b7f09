/** What is done with a case that is there: worded, approved, opened to everybody, taken back, removed. */
import { Problem } from '@jianbao/errors'
import type { Person, Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql } from '@jianbao/platform/db'
import {
  actionsOfCase,
  type CaseAction,
  type CaseChange,
  type CaseDeed,
  caseAfter,
  caseFlow,
} from '../contract/index.ts'
import { type CaseRow, holdCase } from './case.store.ts'
import { rolesAt } from './case.view.ts'
import { type CaseWords, cleanWords, writeWords } from './case.words.ts'
import { noteStep } from './note-step.ts'

export type CaseActor = { readonly person: Person; readonly now: Date }
type Asked = { readonly id: string; readonly version: number }

/** The case, held, when one of the actions is the caller's to do now. Throws `not-found`, `case-settled`. */
async function take(
  tx: Database,
  scope: Scope,
  asked: Asked,
  wanted: readonly CaseAction[],
  { person }: CaseActor,
  entry: EntryDraft,
): Promise<{ row: CaseRow; action: CaseAction }> {
  const row = await holdCase(tx, scope, asked)
  entry.words = row.title
  entry.unitId = row.unitId
  const fitting = wanted.find(each => caseAfter(each, row.state) !== null)
  if (!fitting) throw new Problem('case-settled', { title: row.title })
  const action = wanted.find(each => actionsOfCase(row.state, rolesAt(person, row.path)).includes(each))
  if (!action) throw new Problem('not-found')
  return { row, action }
}

const fields = ['title', 'why', 'how', 'tags'] as const

/** Changes the words that are named: of a draft, or of what was approved by who may approve. */
export async function editCase(
  tx: Database,
  scope: Scope,
  { id, version, ...change }: CaseChange & { id: string },
  actor: CaseActor,
  entry: EntryDraft,
): Promise<void> {
  const { row, action } = await take(tx, scope, { id, version }, ['edit', 'amend'], actor, entry)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const words = cleanWords({ ...row, ...given } as CaseWords)
  const changed = fields.filter(field => JSON.stringify(words[field]) !== JSON.stringify(row[field]))
  if (row.state !== 'draft') requireWhole(words)
  await writeWords(tx, id, { ...row, ...words }, actor.now.toISOString())
  await noteStep(tx, { caseId: id, action: action as 'edit' | 'amend', ...actor, changed })
  entry.after = { changed }
}

/** 认定, 退回草稿, 公开, 撤下. Throws `case-unfinished` for one that says too little to be approved. */
export async function moveCase(
  tx: Database,
  scope: Scope,
  asked: Asked,
  deed: CaseDeed,
  actor: CaseActor,
  entry: EntryDraft,
): Promise<void> {
  const { row } = await take(tx, scope, asked, [deed], actor, entry)
  if (deed === 'approve') requireWhole(row)
  const [next, at] = [caseFlow[deed].to, actor.now.toISOString()]
  await tx.execute(sql`update casebook_case set state = ${next}, published_at = ${next === 'public' ? at : null},
    updated_at = ${at}, version = version + 1 where id = ${row.id}`)
  await noteStep(tx, { caseId: row.id, action: deed, ...actor })
  entry.before = { state: row.state }
  entry.after = { state: next }
}

function requireWhole({ title, why, how }: Pick<CaseWords, 'title' | 'why' | 'how'>): void {
  if (!why.trim() || !how.trim()) throw new Problem('case-unfinished', { title })
}

/** Removes a draft. */
export async function removeCase(
  tx: Database,
  scope: Scope,
  asked: Asked,
  actor: CaseActor,
  entry: EntryDraft,
): Promise<void> {
  const { row } = await take(tx, scope, asked, ['remove'], actor, entry)
  await tx.execute(sql`delete from casebook_case where id = ${row.id}`)
}
