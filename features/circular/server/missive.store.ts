/** Rows of documents. They belong to the unit that issues them; the scope is the first lock. */
import { Problem } from '@jianbao/errors'
import { type Person, type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { Circular } from '@jianbao/typesetting/contract'
import type {
  MissiveCopy,
  MissiveFigures,
  MissiveItem,
  MissiveKind,
  MissiveSource,
  MissiveState,
} from '../contract/index.ts'

export type Viewer = { readonly scope: Scope; readonly person: Person }
type Moment = string | Date

export type MissiveLine = {
  readonly id: string
  readonly kind: MissiveKind
  readonly state: MissiveState
  readonly unitId: string
  readonly unitName: string
  readonly addresseeId: string
  readonly addresseeName: string
  readonly batchId: string
  readonly numberWord: string
  readonly year: number | null
  readonly no: number | null
  readonly title: string
  readonly items: number
  readonly createdBy: string
  readonly createdName: string
  readonly updatedAt: Moment
  readonly issuedAt: Moment | null
  readonly replyDueDay: string | null
  readonly deliveredAt: Moment | null
  readonly problem: string | null
  readonly recipients: number
  readonly version: number
  /** The unit has a signatory of its own. */
  readonly hasSignatory: boolean
}
export type MissiveRow = MissiveLine & {
  readonly ledgerId: string | null
  readonly source: MissiveSource
  readonly basis: string
  readonly salutation: string
  readonly opening: string
  readonly closing: string
  readonly remark: string
  readonly signedBy: string
  readonly seal: boolean
  readonly tablePlace: 'text' | 'attachment'
  readonly copies: MissiveCopy[]
  readonly figures: MissiveFigures | null
  readonly day: string
  readonly date: string | null
  readonly document: Circular | null
  readonly files: Record<string, string> | null
  readonly submittedBy: string | null
  readonly submittedName: string | null
  readonly submittedAt: Moment | null
  readonly returnedName: string | null
  readonly returnReason: string | null
  readonly issuedBy: string | null
  readonly issuedName: string | null
  readonly recalledName: string | null
  readonly recalledAt: Moment | null
  readonly recallReason: string | null
}

// Names of units pass no scope: the addressee may have moved out of it.
const lineColumns = sql`m.id, m.kind, m.state, m.unit_id as "unitId", u.name as "unitName",
  m.addressee_id as "addresseeId", coalesce(a.name, m.salutation) as "addresseeName", m.batch_id as "batchId",
  m.number_word as "numberWord", m.year, m.no, m.title, m.item_count as items, m.created_by as "createdBy",
  m.created_name as "createdName", m.updated_at as "updatedAt", m.issued_at as "issuedAt",
  m.reply_due_day::text as "replyDueDay", m.delivered_at as "deliveredAt", m.problem, m.recipients, m.version,
  exists (select from office_holders(m.unit_id, '{signatory}')) as "hasSignatory"`
const rowColumns = sql`${lineColumns}, m.ledger_id as "ledgerId", m.source, m.basis, m.salutation, m.opening, m.closing, m.remark,
  m.signed_by as "signedBy", m.seal, m.table_place as "tablePlace", m.copies, m.figures, m.day::text as day,
  m.date::text as date, m.document, m.files, m.submitted_by as "submittedBy", m.submitted_name as "submittedName",
  m.submitted_at as "submittedAt", m.returned_name as "returnedName", m.return_reason as "returnReason",
  m.issued_by as "issuedBy", m.issued_name as "issuedName", m.recalled_name as "recalledName",
  m.recalled_at as "recalledAt", m.recall_reason as "recallReason"`
const joined = sql`missive m join unit u on u.id = m.unit_id left join unit a on a.id = m.addressee_id`

/** Documents of the scope; while they are in the making those of the very units in which somebody has a post. */
export function ofScope({ scope, person }: Viewer): SQL {
  const own = `{${[...new Set(person.posts.map(({ unitId }) => unitId))].join(',')}}`
  return sql`(${within(scope, sql`m.scope_path`)} and (m.no is not null or m.unit_id = any (${own}::uuid[])))`
}

export function selectLines(tx: Database, where: SQL, rest: SQL): Promise<MissiveLine[]> {
  return rowsOf<MissiveLine>(tx, sql`select ${lineColumns} from ${joined} where ${where} ${rest}`)
}

/** Throws Problem `not-found` for what is not there or not the caller's to see. */
export async function getMissiveRow(tx: Database, viewer: Viewer, id: string): Promise<MissiveRow> {
  const [row] = await rowsOf<MissiveRow>(
    tx,
    sql`select ${rowColumns} from ${joined} where ${ofScope(viewer)} and m.id = ${id}`,
  )
  if (!row) throw new Problem('not-found')
  return row
}

/** Some of them, held against other changes to the end of the transaction, in one order for all who hold several. */
export function holdMissives(tx: Database, viewer: Viewer, where: SQL): Promise<MissiveRow[]> {
  return rowsOf<MissiveRow>(
    tx,
    sql`select ${rowColumns} from ${joined} where ${ofScope(viewer)} and ${where} order by m.id for update of m`,
  )
}

/** One, held. Throws `not-found`, `changed-meanwhile`. */
export async function holdMissive(
  tx: Database,
  viewer: Viewer,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<MissiveRow> {
  const [row] = await holdMissives(tx, viewer, sql`m.id = ${id}`)
  if (!row) throw new Problem('not-found')
  if (row.version !== version) throw new Problem('changed-meanwhile', { name: row.title })
  return row
}

/** The items of documents as they stand in them, by document. */
export async function readItems(tx: Database, ids: readonly string[]): Promise<Map<string, MissiveItem[]>> {
  const rows = await rowsOf<{ id: string; facts: MissiveItem }>(
    tx,
    sql`select missive_id as id, facts from missive_item where missive_id = any (${`{${ids.join(',')}}`}::uuid[])
      order by missive_id, position`,
  )
  const by = new Map<string, MissiveItem[]>(ids.map(id => [id, []]))
  for (const { id, facts } of rows) by.get(id)?.push(facts)
  return by
}

/** Roles somebody holds in the very unit of a document. */
export function rolesAt({ posts }: Person, unitId: string): string[] {
  return posts.filter(post => post.unitId === unitId).map(post => post.role)
}
