/** Who has a document open for review: one page at a time, until it falls silent. */
import { Problem } from '@jianbao/errors'
import type { Person } from '@jianbao/platform/access'
import { type Database, eq, storableText } from '@jianbao/platform/db'
import { type ClaimRow, claimTable } from './review.table.ts'

/** The page says every minute that it is still there. */
const leaseMs = 3 * 60_000

export type Reviewer = {
  readonly person: Pick<Person, 'id' | 'name'>
  readonly page: string | undefined
  readonly now: Date
}

/** Null when nobody holds it, or its holder fell silent. */
export async function findClaim(db: Database, documentId: string, now: Date): Promise<ClaimRow | null> {
  const [row] = await db.select().from(claimTable).where(eq(claimTable.documentId, documentId))
  return row && row.until > now ? row : null
}

export function isMine(claim: ClaimRow, { person, page }: Reviewer): boolean {
  return claim.page === page?.toLowerCase() && claim.byId === person.id
}

/** Throws `review-held` when another page holds the document; what one holds oneself is kept for longer. */
export async function refuseOthers(tx: Database, documentId: string, reviewer: Reviewer): Promise<void> {
  const claim = await findClaim(tx, documentId, reviewer.now)
  if (!claim) return
  if (!isMine(claim, reviewer)) throw new Problem('review-held', { by: claim.byName })
  await writeClaim(tx, documentId, claim.page, reviewer)
}

/** Throws `review-held` when another person has it open: reading it anew or removing it would take their work away. */
export async function refuseOtherPeople(
  tx: Database,
  documentId: string,
  personId: string,
  now: Date,
): Promise<void> {
  const claim = await findClaim(tx, documentId, now)
  if (claim && claim.byId !== personId) throw new Problem('review-held', { by: claim.byName })
}

/** Takes, keeps or takes over; the row of the document is held. Throws `review-held`. */
export async function takeClaim(
  tx: Database,
  documentId: string,
  page: string,
  takeOver: boolean,
  reviewer: Reviewer,
): Promise<void> {
  if (!takeOver) await refuseOthers(tx, documentId, { ...reviewer, page })
  await writeClaim(tx, documentId, page, reviewer)
}

/** Nobody holds a document that is no longer under review. */
export async function endClaim(tx: Database, documentId: string): Promise<void> {
  await tx.delete(claimTable).where(eq(claimTable.documentId, documentId))
}

/** Gives back what the page holds; what another has taken over meanwhile stays theirs. */
export async function releaseClaim(tx: Database, documentId: string, reviewer: Reviewer): Promise<void> {
  const claim = await findClaim(tx, documentId, reviewer.now)
  if (claim && isMine(claim, reviewer)) await endClaim(tx, documentId)
}

async function writeClaim(tx: Database, documentId: string, page: string, { person, now }: Reviewer) {
  const values = {
    page: page.toLowerCase(),
    byId: person.id,
    byName: storableText(person.name),
    until: new Date(now.getTime() + leaseMs),
  }
  await tx
    .insert(claimTable)
    .values({ documentId, ...values })
    .onConflictDoUpdate({ target: claimTable.documentId, set: values })
}
