/** A delivery as the link in its letter opens it: for whoever holds the token, by a policy of its own. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { tokenHash } from './receipt-token.ts'

export type ReceiptRow = {
  readonly id: string
  readonly unitId: string
  readonly name: string
  readonly issueName: string
  readonly title: string | null
  readonly issuer: string
  readonly issuedAt: string | Date
  readonly files: Record<string, string>
  readonly acknowledgedAt: string | Date | null
  readonly recallReason: string | null
  readonly errata: string[]
}

/** Null when the token opens nothing. */
export async function findByToken(tx: Database, token: string): Promise<ReceiptRow | null> {
  const hash = tokenHash(token)
  await tx.execute(sql`select set_config('app.receipt', ${hash}, true)`)
  const [row] = await rowsOf<ReceiptRow>(
    tx,
    sql`select d.id, d.unit_id as "unitId", d.name, d.issue_name as "issueName", d.title,
        d.issuer, d.issued_at as "issuedAt", d.files,
        d.acknowledged_at as "acknowledgedAt", d.recall_reason as "recallReason",
        coalesce((select json_agg(x.words order by x.published_at) from erratum x
          where x.edition_id = d.edition_id and x.state = 'published'), '[]') as errata
      from delivery d where d.token_hash = ${hash}`,
  )
  return row ?? null
}

/** Once; afterwards it changes nothing. */
export async function confirmReceipt(tx: Database, { id }: ReceiptRow, now: Date): Promise<void> {
  for (const kind of ['opened', 'acknowledged'])
    await tx.execute(sql`insert into delivery_receipt (delivery_id, kind, person_id, at)
      values (${id}, ${kind}, '', ${now.toISOString()}) on conflict do nothing`)
}
