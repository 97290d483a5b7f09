/** Documents about a ledger item: for who issues them those of the scope, for who received them their deliveries. */
import { getItemRow } from '@jianbao/ledger/server'
import { scopeOf, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ItemMissives, MissiveKind } from '../../contract/index.ts'
import { missiveKinds, missiveReaders } from '../../contract/index.ts'
import { kindWords } from '../frozen/kind-words.ts'
import { ofScope, type Viewer } from '../missive.store.ts'
import { instant, numberOf } from '../missive.view.ts'

type Row = {
  readonly id: string
  readonly kind: MissiveKind
  readonly numberWord: string
  readonly year: number
  readonly no: number
  readonly title: string
  readonly issuer: string
  readonly issuedAt: string | Date
  readonly recalled: boolean
}
type Delivered = Omit<Row, 'numberWord' | 'year' | 'no' | 'kind'> & {
  readonly number: string
  readonly deliveryId: string
  readonly label: string | null
}

/** Throws `not-found` for an item the caller does not see. */
export async function listItemMissives(tx: Database, viewer: Viewer, itemId: string): Promise<ItemMissives> {
  await getItemRow(tx, viewer.scope, itemId)
  const { scope, person } = viewer
  const reader = { person, scope: scopeOf(person, missiveReaders) }
  const issued = reader.scope.roots.length
    ? await rowsOf<Row>(
        tx,
        sql`select m.id, m.kind, m.number_word as "numberWord", m.year, m.no, m.title, u.name as issuer,
            m.issued_at as "issuedAt", m.state = 'recalled' as recalled
          from missive m join unit u on u.id = m.unit_id
          where ${ofScope(reader)} and m.no is not null
            and m.id in (select missive_id from missive_item where item_id = ${itemId})
          order by m.issued_at desc, m.id limit 100`,
      )
    : []
  const known = new Set(issued.map(({ id }) => id))
  const received = await rowsOf<Delivered>(
    tx,
    sql`select d.missive_id as id, d.id as "deliveryId", d.issue_name as number, coalesce(d.title, '') as title, d.issuer,
        d.issued_at as "issuedAt", d.recalled_at is not null as recalled,
        d.label
      from delivery d where d.missive_id is not null and d.about @> ${JSON.stringify([{ id: itemId }])}::jsonb
        and (${within(scope, sql`d.scope_path`)}
          or d.recipient_id in (select u.id from unit u where ${within(scope, sql`u.path`)}))
      order by d.issued_at desc, d.id limit 100`,
  )
  const rows = [
    ...issued.map(row => ({ ...row, number: numberOf(row) ?? '', link: `/missives/${row.id}` })),
    ...received
      .filter(({ id }) => !known.has(id))
      .map(row => ({ ...row, kind: kindOf(row.label), link: `/received/${row.deliveryId}` })),
  ]
  return {
    rows: rows
      .map(({ id, kind, number, title, issuer, issuedAt, recalled, link }) => ({
        ...{ id, kind, number, title, issuer, recalled, link },
        at: instant(issuedAt),
      }))
      .sort((a, b) => (a.at < b.at ? 1 : -1)),
  }
}

const kindOf = (label: string | null): MissiveKind =>
  missiveKinds.find(kind => kindWords[kind] === label) ?? 'circular'
