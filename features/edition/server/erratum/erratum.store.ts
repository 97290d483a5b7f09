/** Rows of errata with the issue they are about. */
import { Problem } from '@jianbao/errors'
import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { actionsOfErratum, type ChainStep, type Erratum, type ErratumState } from '../../contract/index.ts'
import { issuedName, rolesAt, type Viewer } from '../edition.store.ts'
import { instant, maybeInstant } from '../edition.view.ts'

type Moment = string | Date
export type ErratumRow = Omit<Erratum, 'actions' | 'createdAt' | 'approvedAt' | 'publishedAt' | 'state'> & {
  readonly state: ErratumState
  readonly unitId: string
  readonly chain: ChainStep[]
  readonly createdAt: Moment
  readonly approvedAt: Moment | null
  readonly publishedAt: Moment | null
}

export const erratumJoined = sql`erratum x join edition e on e.id = x.edition_id join series s on s.id = e.series_id
  join unit u on u.id = e.unit_id left join edition_item i on i.id = x.item_id`
export const errataOf = ({ scope }: Viewer): SQL => within(scope, sql`e.scope_path`)

export function selectErrata(tx: Database, viewer: Viewer, where: SQL, rest: SQL): Promise<ErratumRow[]> {
  return rowsOf<ErratumRow>(
    tx,
    sql`select x.id, x.edition_id as "editionId", e.unit_id as "unitId", u.name as "unitName",
        ${issuedName} as "editionName",
        coalesce(e.chain, s.chain) as chain, x.change_id as "changeId", x.item_id as "itemId", x.place, x.was,
        x.is_now as "isNow", x.reason, x.words, i.headline, x.state, x.created_name as "createdName",
        x.created_at as "createdAt", x.approved_name as "approvedName", x.approved_at as "approvedAt",
        x.published_name as "publishedName", x.published_at as "publishedAt", x.note,
        (select count(*)::int from delivery d where d.edition_id = x.edition_id and d.way <> 'print') as recipients,
        x.reprinted_in as "reprintedIn", x.version
      from ${erratumJoined} where ${errataOf(viewer)} and ${where} ${rest}`,
  )
}

/** Throws `not-found`. */
export async function getErratum(tx: Database, viewer: Viewer, id: string): Promise<Erratum> {
  const [row] = await selectErrata(tx, viewer, sql`x.id = ${id}`, sql``)
  if (!row) throw new Problem('not-found')
  return viewErratum(row, viewer)
}

/** The same, held. Throws `changed-meanwhile` when it is another version. */
export async function holdErratum(
  tx: Database,
  viewer: Viewer,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<ErratumRow> {
  const [row] = await selectErrata(tx, viewer, sql`x.id = ${id}`, sql`for update of x`)
  if (!row) throw new Problem('not-found')
  if (row.version !== version) throw new Problem('changed-meanwhile', { name: `${row.editionName}勘误` })
  return row
}

export function standingOfErratum(row: ErratumRow, { person }: Viewer) {
  return {
    state: row.state,
    last: row.chain.at(-1)?.role ?? 'signatory',
    reprinted: row.reprintedIn !== null,
    roles: rolesAt(person, row.unitId),
  }
}

export function viewErratum({ unitId: _, chain: __, ...row }: ErratumRow, viewer: Viewer): Erratum {
  return {
    ...row,
    createdAt: instant(row.createdAt),
    approvedAt: maybeInstant(row.approvedAt),
    publishedAt: maybeInstant(row.publishedAt),
    actions: actionsOfErratum(standingOfErratum({ unitId: _, chain: __, ...row }, viewer)),
  }
}
