/** Rows of commitments, one for each unit that has one. */
import { createHash } from 'node:crypto'
import { type Person, type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { Commitment, CommitmentFilter, CommitmentSummary } from '../../contract/index.ts'
import { isoDay, isoInstant } from '../campaign.store.ts'

/** What is signed: its name and its paragraphs, a line feed behind each. */
export function signedText({ name, paragraphs }: Pick<Commitment, 'name' | 'paragraphs'>): string {
  return [name, ...paragraphs].map(line => `${line}\n`).join('')
}

export function textHash(text: Pick<Commitment, 'name' | 'paragraphs'>): string {
  return createHash('sha256').update(signedText(text), 'utf8').digest('hex')
}

export type CommitmentRow = Omit<CommitmentSummary, 'actions'> &
  Pick<Commitment, 'paragraphs' | 'signedSha256'> & { readonly campaignState: string }

export function commitmentState(today: string): SQL {
  return sql`case when m.signed_at is not null then 'signed' when m.until_day < ${today} then 'overdue' else 'unsigned' end`
}

const columns = (today: string): SQL => sql`m.id, m.campaign_id as "campaignId", c.name as "campaignName",
  c.state as "campaignState", m.unit_id as "unitId", u.name as "unitName", m.name,
  ${commitmentState(today)} as state, ${isoDay(sql`m.until_day`)} as "untilDay",
  ${isoInstant(sql`m.issued_at`)} as "issuedAt", ${isoInstant(sql`m.signed_at`)} as "signedAt",
  m.signed_by_name as "signedByName", m.version, m.paragraphs, m.signed_sha256 as "signedSha256"`
const tables = sql`commitment m join campaign c on c.id = m.campaign_id join unit u on u.id = m.unit_id`

/** Locked, when it is about to be changed. */
export async function findCommitment(
  tx: Database,
  scope: Scope,
  id: string,
  today: string,
  lock = false,
): Promise<CommitmentRow | null> {
  const [row] = await rowsOf<CommitmentRow>(
    tx,
    sql`select ${columns(today)} from ${tables} where m.id = ${id} and ${within(scope, sql`m.scope_path`)}
      ${lock ? sql`for update of m` : sql``}`,
  )
  return row ?? null
}

export async function selectCommitments(
  tx: Database,
  scope: Scope,
  filter: CommitmentFilter & { readonly page?: number; readonly pageSize?: number },
  { today, person }: { readonly today: string; readonly person: Person | null },
): Promise<{ rows: CommitmentRow[]; total: number }> {
  const { page = 1, pageSize = 20 } = filter
  const where = conditions(scope, filter, today, person)
  const rows = await rowsOf<CommitmentRow>(
    tx,
    sql`select ${columns(today)} from ${tables} where ${where}
      order by ${orderOf(filter.sort)}, u.code, m.id limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from ${tables} where ${where}`,
  )
  return { rows, total: counted!.total }
}

function orderOf(sort: CommitmentFilter['sort']): SQL {
  switch (sort) {
    case 'unit':
      return sql`u.code`
    case '-unit':
      return sql`u.code desc`
    case 'until':
      return sql`m.until_day`
    case '-until':
      return sql`m.until_day desc`
    case 'signed':
      return sql`m.signed_at nulls last`
    case '-signed':
      return sql`m.signed_at desc nulls last`
    default:
      return sql`m.signed_at is not null, m.until_day`
  }
}

function conditions(
  scope: Scope,
  { campaign, key, state, under, q = '', own = false }: CommitmentFilter,
  today: string,
  person: Person | null,
): SQL {
  const words = storableText(q).trim()
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const states = {
    signed: sql`m.signed_at is not null`,
    unsigned: sql`m.signed_at is null`,
    overdue: sql`m.signed_at is null and m.until_day < ${today}`,
  }
  const led = (person?.posts ?? []).filter(post => post.role === 'unit-lead').map(post => post.unitId)
  const all = [
    within(scope, sql`m.scope_path`),
    ...(campaign ? [sql`m.campaign_id = ${campaign}`] : []),
    ...(key ? [sql`m.key = ${key}`] : []),
    ...(state ? [states[state]] : []),
    ...(under ? [sql`starts_with(u.path, (select a.path from unit a where a.id = ${under}))`] : []),
    ...(own
      ? [
          sql`m.signed_at is null and c.state = 'open'
            and m.unit_id in (select json_array_elements_text(${JSON.stringify(led)}::json)::uuid)`,
        ]
      : []),
    ...(words ? [sql`(u.search like ${pattern} or m.name ilike ${pattern})`] : []),
  ]
  return sql.join(all, sql` and `)
}

/** Whether they hold a lead's post in the very unit it was issued to. */
export function signs(person: Person | null | undefined, unitId: string): boolean {
  return person?.posts.some(post => post.role === 'unit-lead' && post.unitId === unitId) ?? false
}

export function summaryOf(
  { paragraphs: _, signedSha256: __, campaignState, ...row }: CommitmentRow,
  person: Person | null | undefined,
): CommitmentSummary {
  const open = row.state !== 'signed' && campaignState === 'open'
  return { ...row, actions: open && signs(person, row.unitId) ? ['sign'] : [] }
}
