import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { Person, Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type CircularDraft, periodWords } from '../../contract/index.ts'
import { getSubject } from './circular.subject.ts'
import { circularTitle, composeCircular, usualClosing, usualOpening } from './compose-circular.ts'
import { countFigures } from './count-figures.ts'

export type Maker = { readonly person: Person; readonly now: Date }

/** Counts and words a circular for a unit and a period, and gives back its id. Throws `circular-exists`. */
export async function makeCircular(
  tx: Database,
  scope: Scope,
  draft: CircularDraft,
  { person, now }: Maker,
  entry: EntryDraft,
): Promise<string> {
  const today = localDay(now)
  const subject = await getSubject(tx, scope, draft, today)
  await refuseSecond(tx, draft)
  const figures = await countFigures(tx, subject)
  const words = { docNumber: '', opening: usualOpening(figures), closing: usualClosing(figures), date: today }
  const [id, title] = [randomUUID(), circularTitle(figures)]
  await tx.execute(sql`insert into circular (id, unit_id, scope_path, campaign_id, period, state, title, opening, closing,
      figures, document, created_by, created_name, created_at, updated_at)
    values (${id}, ${draft.unitId}, '', ${draft.campaignId}, ${draft.period}, 'draft', ${title}, ${words.opening},
      ${words.closing}, ${JSON.stringify(figures)}::jsonb, ${JSON.stringify(composeCircular(figures, words))}::jsonb,
      ${person.id}, ${person.name}, ${now.toISOString()}, ${now.toISOString()})`)
  entry.words = title
  entry.unitId = draft.unitId
  return id
}

/** Held first: of two who make it at once one finds the other's. */
async function refuseSecond(tx: Database, { unitId, campaignId, period }: CircularDraft): Promise<void> {
  await tx.execute(sql`select from unit where id = ${unitId} for no key update`)
  const [other] = await rowsOf<{ state: string }>(
    tx,
    sql`select state from circular where unit_id = ${unitId} and campaign_id = ${campaignId} and period = ${period}
      and state <> 'revoked'`,
  )
  if (other) throw new Problem('circular-exists', { period: periodWords(period) })
}
