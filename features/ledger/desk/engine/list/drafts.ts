/** Changes typed into the table: kept until they are saved or taken back, whatever else happens to the rows. */
import type { LedgerItemRow } from '../../../contract/index.ts'

export type DraftFacts = {
  readonly dueDay?: string
  readonly owner?: { readonly id: string; readonly name: string } | null
  readonly percent?: number
}
export type Draft = {
  /** The row as it was when it was last looked at: a save goes by its version. */
  readonly row: LedgerItemRow
  readonly facts: DraftFacts
  /** Why the last attempt came to nothing. */
  readonly problem: string | null
}
export type Field = keyof DraftFacts
export type Call = {
  readonly method: 'POST' | 'PATCH'
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/** What of a row may be changed in the table by this caller. */
export function editable(row: LedgerItemRow): readonly Field[] {
  const may = (action: LedgerItemRow['actions'][number]) => row.actions.includes(action)
  const facts = may('edit') || may('amend')
  return [
    ...(facts ? (['dueDay'] as const) : []),
    ...(facts || may('hand') ? (['owner'] as const) : []),
    ...(may('progress') ? (['percent'] as const) : []),
  ]
}

/** The draft with one more fact in it; one that is as it was before is no change; null: nothing is left of it. */
export function drafted(draft: Draft | undefined, row: LedgerItemRow, change: DraftFacts): Draft | null {
  const facts = { ...draft?.facts, ...change }
  const base = draft?.row ?? row
  const kept: DraftFacts = {
    ...(facts.dueDay !== undefined && facts.dueDay !== base.dueDay ? { dueDay: facts.dueDay } : {}),
    ...(facts.owner !== undefined && (facts.owner?.id ?? null) !== base.ownerId
      ? { owner: facts.owner }
      : {}),
    ...(facts.percent !== undefined && facts.percent !== base.percent ? { percent: facts.percent } : {}),
  }
  return Object.keys(kept).length > 0 ? { row: base, facts: kept, problem: null } : null
}

/** Whether a reason is needed: what was not dispatched yet is simply edited, a hand-over says itself. */
export function wantsWords(draft: Draft): boolean {
  return callsOf(draft, '').some(({ body }) => 'words' in body)
}

/** What is sent for a draft, one after the other; the version is put in when the one before has answered. */
export function callsOf({ row, facts }: Draft, words: string): Call[] {
  const { dueDay, owner, percent } = facts
  const edits = row.actions.includes('edit')
  const amends = edits || row.actions.includes('amend')
  const ownerId = owner === undefined ? {} : { ownerId: owner?.id ?? null }
  const changed = { ...(dueDay === undefined ? {} : { dueDay }), ...(amends ? ownerId : {}) }
  const base = `/api/ledger-items/${row.id}`
  return [
    ...(Object.keys(changed).length === 0
      ? []
      : edits
        ? [{ method: 'PATCH' as const, path: base, body: { facts: changed } }]
        : [{ method: 'POST' as const, path: `${base}/amend`, body: { facts: changed, words } }]),
    ...(!amends && owner !== undefined
      ? [{ method: 'POST' as const, path: `${base}/hand`, body: ownerId }]
      : []),
    ...(percent === undefined
      ? []
      : [{ method: 'POST' as const, path: `${base}/progress`, body: { percent, words } }]),
  ]
}
