/** Who has a document open for review: one page at a time, until it falls silent. */
import { Problem } from '@jianbao/errors'
import { type Person, type Scope, within } from '@jianbao/platform/access'
import { and, type Database, eq, gt, type SQL, sql, storableText } from '@jianbao/platform/db'
import { type ClaimRow, claimTable } from './review.table.ts'

/** The page says every minute that it is still there. */
const leaseMs = 3 * 60_000

export type Reviewer = {
  readonly person: Pick<Person, 'id' | 'name'>
  readonly page: string | undefined
  readonly now: Date
}

const untilOf = (now: Date): Date => new Date(now.getTime() + leaseMs)

/** The first lock: claims on documents of the scope. */
const inScope = (scope: Scope): SQL =>
  sql`exists (select 1 from document where document.id = ${claimTable.documentId}
    and ${within(scope, sql`document.scope_path`)})`

/** Null when nobody holds it, or its holder fell silent. */
export async function findClaim(
  tx: Database,
  scope: Scope,
  documentId: string,
  now: Date,
): Promise<ClaimRow | null> {
  const [row] = await tx
    .select()
    .from(claimTable)
    .where(and(eq(claimTable.documentId, documentId), inScope(scope)))
  return row && row.until > now ? row : null
}

export function isMine(claim: ClaimRow, { person, page }: Reviewer): boolean {
  return claim.page === page?.toLowerCase() && claim.byId === person.id
}

/** Throws `review-held` when another page holds the document; what one holds oneself is kept for longer. */
export async function refuseOthers(
  tx: Database,
  scope: Scope,
  documentId: string,
  reviewer: Reviewer,
): Promise<void> {
  const claim = await findClaim(tx, scope, documentId, reviewer.now)
  if (!claim) return
  if (!isMine(claim, reviewer)) throw new Problem('review-held', { by: claim.byName })
  await writeClaim(tx, documentId, claim.page, reviewer)
}

/** Throws `review-held` when another person has it open: reading it anew or removing it would take their work away. */
export async function refuseOtherPeople(
  tx: Database,
  scope: Scope,
  documentId: string,
  personId: string,
  now: Date,
): Promise<void> {
  const claim = await findClaim(tx, scope, documentId, now)
  if (claim && claim.byId !== personId) throw new Problem('review-held', { by: claim.byName })
}

/** Takes, keeps or takes over; the row of the document is held. Throws `review-held`. */
export async function takeClaim(
  tx: Database,
  scope: Scope,
  documentId: string,
  page: string,
  takeOver: boolean,
  reviewer: Reviewer,
): Promise<void> {
  if (!takeOver) await refuseOthers(tx, scope, documentId, { ...reviewer, page })
  await writeClaim(tx, documentId, page, reviewer)
}

/** Holds what the page holds for longer, when it shows the newest version; false when it holds or shows something else. */
export async function keepClaim(
  tx: Database,
  scope: Scope,
  documentId: string,
  version: number,
  reviewer: Reviewer & { readonly page: string },
): Promise<boolean> {
  const { person, page, now } = reviewer
  const kept = await tx
    .update(claimTable)
    .set({ until: untilOf(now) })
    .where(
      and(
        eq(claimTable.documentId, documentId),
        eq(claimTable.page, page.toLowerCase()),
        eq(claimTable.byId, person.id),
        gt(claimTable.until, now),
        inScope(scope),
        sql`exists (select 1 from document where id = ${documentId} and version = ${version})`,
      ),
    )
    .returning({ id: claimTable.documentId })
  return kept.length > 0
}

/** Nobody holds a document that is no longer under review. */
export async function endClaim(tx: Database, scope: Scope, documentId: string): Promise<void> {
  await tx.delete(claimTable).where(and(eq(claimTable.documentId, documentId), inScope(scope)))
}

/** Gives back what the page holds; what another has taken over meanwhile stays theirs. */
export async function releaseClaim(
  tx: Database,
  scope: Scope,
  documentId: string,
  reviewer: Reviewer,
): Promise<void> {
  const claim = await findClaim(tx, scope, documentId, reviewer.now)
  if (claim && isMine(claim, reviewer)) await endClaim(tx, scope, documentId)
}

async function writeClaim(tx: Database, documentId: string, page: string, { person, now }: Reviewer) {
  const values = {
    page: page.toLowerCase(),
    byId: person.id,
    byName: storableText(person.name),
    until: untilOf(now),
  }
  await tx
    .insert(claimTable)
    .values({ documentId, ...values })
    .onConflictDoUpdate({ target: claimTable.documentId, set: values })
}
