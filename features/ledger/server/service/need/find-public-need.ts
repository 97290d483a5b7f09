/** What whoever holds the number of a need may see of it: what became of it, and no word that was typed. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { NeedKind, NeedState } from '../../../contract/index.ts'

export type PublicNeed = {
  readonly number: string
  readonly unitName: string
  readonly kind: NeedKind
  readonly day: string
  readonly state: NeedState
  readonly reason: string | null
  readonly tells: boolean
  /** The published service that does it. */
  readonly service: { readonly id: string; readonly title: string } | null
}

/** Null when there is no such number. */
export async function findPublicNeed(tx: Database, number: string): Promise<PublicNeed | null> {
  await tx.execute(sql`select set_config('app.need', ${number}, true)`)
  const [row] = await rowsOf<PublicNeed>(
    tx,
    sql`select n.number, (select o.name from offices_by_id(array[n.unit_id]) o) as "unitName", n.kind, n.day::text as day,
        n.state, n.reason, n.contact_sealed is not null as tells,
        (select jsonb_build_object('id', p.item_id, 'title', p.title) from service_publication p
          where p.item_id = n.item_id and p.published_at is not null) as service
      from need n where n.number = ${number}`,
  )
  return row ?? null
}
