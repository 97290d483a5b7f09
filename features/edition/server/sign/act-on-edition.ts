/** What is done with an edition on its way to the signature: sent, called back, passed on, given back, dropped. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql, storableText } from '@jianbao/platform/db'
import type { ChainStep, EditionDeed, EditionState } from '../../contract/index.ts'
import { type EditionRow, noteStep, type Viewer } from '../edition.store.ts'
import { keepRound } from './keep-round.ts'
import { type DeedAsked, refuseUnready, takeForDeed } from './take-deed.ts'
import { senderOf, tell, tellRoles, tellStep } from './tell-of-edition.ts'

type Act = (tx: Database, viewer: Viewer, asked: DeedAsked, entry: EntryDraft) => Promise<void>

/** Deeds besides the signature; each throws what `takeForDeed` throws. */
export const actsOnEdition: Record<Exclude<EditionDeed, 'sign' | 'force'>, Act> = {
  /** 送审: under the chain its series has now. Throws `edition-empty`, `edition-being-edited`. */
  send: async (tx, viewer, asked, entry) => {
    const row = await takeForDeed(tx, viewer, 'send', asked, entry)
    await refuseUnready(tx, row, viewer, asked.now)
    const round = row.round + 1
    await tx.execute(
      sql`update edition e set chain = s.chain from series s where s.id = e.series_id and e.id = ${row.id}`,
    )
    await keepRound(tx, row, round, viewer.person, asked.now)
    await move(tx, row, { state: 'signing', step: 0, round }, asked.now)
    await note(tx, viewer, row, { action: 'send', state: 'signing', step: null, round }, asked)
    await tellStep(tx, row.chain[0]!, { row, by: viewer.person, now: asked.now })
  },
  /** 撤回送审 */
  recall: async (tx, viewer, asked, entry) => {
    const row = await takeForDeed(tx, viewer, 'recall', asked, entry)
    const here = row.chain[row.step]!
    await move(tx, row, { state: 'drafting', step: 0, round: row.round }, asked.now)
    await note(tx, viewer, row, { action: 'recall', state: 'drafting', step: null }, asked)
    await tellRoles(tx, [here.role], { kind: 'edition.recalled', row, by: viewer.person, now: asked.now })
  },
  /** 通过: to the next step. Throws `edition-empty`, `edition-being-edited`. */
  pass: async (tx, viewer, asked, entry) => {
    const row = await takeForDeed(tx, viewer, 'pass', asked, entry)
    await refuseUnready(tx, row, viewer, asked.now)
    await move(tx, row, { state: 'signing', step: row.step + 1, round: row.round }, asked.now)
    await note(tx, viewer, row, { action: 'pass', state: 'signing', step: row.chain[row.step]! }, asked)
    await tellStep(tx, row.chain[row.step + 1]!, { row, by: viewer.person, now: asked.now })
  },
  /** 退回修改. Throws `reason-missing`. */
  return: async (tx, viewer, asked, entry) => {
    const row = await takeForDeed(tx, viewer, 'return', asked, entry)
    const reason = reasonOf(asked)
    entry.after = { reason }
    await move(tx, row, { state: 'returned', step: 0, round: row.round }, asked.now)
    await note(
      tx,
      viewer,
      row,
      { action: 'return', state: 'returned', step: row.chain[row.step]!, reason },
      asked,
    )
    const told = { kind: 'edition.returned', row, by: viewer.person, now: asked.now, details: { reason } }
    await tell(tx, [await senderOf(tx, row)], told)
  },
  /** 作废. Throws `reason-missing`. */
  void: async (tx, viewer, asked, entry) => {
    const row = await takeForDeed(tx, viewer, 'void', asked, entry)
    const reason = reasonOf(asked)
    entry.after = { reason }
    await move(tx, row, { state: 'void', step: 0, round: row.round }, asked.now)
    await note(tx, viewer, row, { action: 'void', state: 'void', step: null, reason }, asked)
    const told = { kind: 'edition.void', row, by: viewer.person, now: asked.now, details: { reason } }
    await tell(tx, [row.createdBy, await senderOf(tx, row)], told)
  },
}

/** Throws `reason-missing`. */
export function reasonOf({ wish }: DeedAsked): string {
  const reason = storableText(wish.reason ?? '').trim()
  if (reason.length < 2) throw new Problem('reason-missing')
  return reason
}

type Where = { readonly state: EditionState; readonly step: number; readonly round: number }

/** Outside of signing it has no chain of its own: the next time it is sent under the one of its series. */
async function move(
  tx: Database,
  { id }: EditionRow,
  { state, step, round }: Where,
  now: Date,
): Promise<void> {
  const chain = state === 'signing' ? sql`chain` : sql`null`
  await tx.execute(sql`update edition set state = ${state}, step = ${step}, round = ${round}, chain = ${chain},
    version = version + 1, updated_at = ${now.toISOString()} where id = ${id}`)
}

type Noted = {
  readonly action: EditionDeed
  readonly state: EditionState
  readonly step: ChainStep | null
  readonly round?: number
  readonly reason?: string
}

function note(
  tx: Database,
  { person }: Viewer,
  row: EditionRow,
  { action, state, step, round = row.round, reason }: Noted,
  { now }: DeedAsked,
): Promise<void> {
  const stepName = step?.name ?? null
  return noteStep(tx, row.id, { action, state, stepName, round, reason: reason ?? null }, person, now)
}
