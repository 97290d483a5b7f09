/** Issued bulletins and other documents that came to units, as their people see them. */
import { Problem } from '@jianbao/errors'
import { businessRoles, type Person, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  acknowledgers,
  type Received,
  type ReceivedPage,
  type ReceivedQuery,
  type ReceivedSummary,
  receivedFormats,
} from '../../contract/index.ts'
import { rolesAt, type Viewer } from '../edition.store.ts'
import { instant, maybeInstant } from '../edition.view.ts'

type Instants = 'issuedAt' | 'openedAt' | 'acknowledgedAt' | 'repliedAt' | 'recalledAt'
type Row = Omit<ReceivedSummary, 'actions' | Instants> & { readonly issuedAt: string | Date } & Readonly<
    Record<Exclude<Instants, 'issuedAt'>, string | Date | null>
  > &
  Pick<Received, 'about' | 'reply' | 'repliedName' | 'recallReason'> & {
    readonly files: Record<string, string>
  }

/** Deliveries `d` to units of the scope. */
const toScope = ({ scope }: Viewer): SQL =>
  sql`d.recipient_id in (select u.id from unit u where ${within(scope, sql`u.path`)})`

function select(tx: Database, viewer: Viewer, where: SQL, rest: SQL): Promise<Row[]> {
  return rowsOf<Row>(
    tx,
    sql`select d.id, case when d.edition_id is null then 'missive' else 'issue' end as document,
        d.document_id as "documentId", d.issue_name as "issueName", d.title, d.issuer,
        d.issued_at as "issuedAt", d.recipient_id as "unitId", d.name as "unitName", d.kind as "to", d.files,
        exists (select from delivery_receipt r where r.delivery_id = d.id and r.kind = 'opened'
          and r.person_id = ${viewer.person.id}) as read,
        d.opened_at as "openedAt", d.acknowledged_at as "acknowledgedAt", d.acknowledged_name as "acknowledgedName",
        d.label, d.about, d.reply_due_day::text as "replyDueDay", d.reply, d.replied_at as "repliedAt",
        d.replied_name as "repliedName", d.recalled_at as "recalledAt", d.recall_reason as "recallReason",
        (select count(*)::int from erratum x where x.edition_id = d.edition_id and x.state = 'published') as errata
      from delivery d where ${toScope(viewer)} and ${where} ${rest}`,
  )
}

/** Units in which somebody holds any role at all. */
export const unitsOf = ({ posts }: Person): string[] => [
  ...new Set(
    posts.filter(({ role }) => (businessRoles as readonly string[]).includes(role)).map(post => post.unitId),
  ),
]

const tabs = {
  open: sql`(d.acknowledged_at is null and d.recalled_at is null)`,
  reply: sql`(d.reply_due_day is not null and d.replied_at is null and d.recalled_at is null)`,
  acknowledged: sql`d.acknowledged_at is not null`,
  all: sql`true`,
} as const

/** What came to the caller's own units; with `below` to those below too. */
export async function listReceived(
  tx: Database,
  viewer: Viewer,
  query: ReceivedQuery,
): Promise<ReceivedPage> {
  const { page = 1, pageSize = 30, tab = 'all' } = query
  const where = filter(viewer, query)
  const [counts] = await rowsOf<ReceivedPage['counts']>(
    tx,
    sql`select count(*)::int as "all", (count(*) filter (where ${tabs.open}))::int as open,
        (count(*) filter (where ${tabs.acknowledged}))::int as acknowledged,
        (count(*) filter (where ${tabs.reply}))::int as reply
      from delivery d where ${toScope(viewer)} and ${where}`,
  )
  const rows = await select(
    tx,
    viewer,
    sql`${where} and ${tabs[tab]}`,
    sql`order by d.issued_at desc, d.id limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  return {
    rows: rows.map(row => viewSummary(row, viewer.person)),
    total: counts![tab],
    page,
    pageSize,
    counts: counts!,
  }
}

function filter({ person }: Viewer, { q, below, edition, document }: ReceivedQuery): SQL {
  const all: SQL[] = [
    below ? sql`true` : sql`d.recipient_id = any (${`{${unitsOf(person).join(',')}}`}::uuid[])`,
  ]
  if (edition) all.push(sql`d.edition_id = ${edition}`)
  if (document) all.push(sql`d.document_id = ${document}`)
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(
      sql`(d.issue_name ilike ${like} or d.title ilike ${like} or d.issuer ilike ${like} or d.name ilike ${like})`,
    )
  }
  return sql.join(all, sql` and `)
}

function viewSummary(whole: Row, person: Person): ReceivedSummary {
  const { files: _, about: __, reply: ___, repliedName: ____, recallReason: _____, ...row } = whole
  const acknowledges = rolesAt(person, row.unitId).some(role =>
    (acknowledgers as readonly string[]).includes(role),
  )
  return {
    ...row,
    issuedAt: instant(row.issuedAt),
    openedAt: maybeInstant(row.openedAt),
    acknowledgedAt: maybeInstant(row.acknowledgedAt),
    repliedAt: maybeInstant(row.repliedAt),
    recalledAt: maybeInstant(row.recalledAt),
    actions: acknowledges && row.recalledAt === null ? whatIsOwed(row) : [],
  }
}

function whatIsOwed(
  row: Pick<Row, 'acknowledgedAt' | 'replyDueDay' | 'repliedAt'>,
): ReceivedSummary['actions'] {
  const owed: ReceivedSummary['actions'] = []
  if (row.acknowledgedAt === null) owed.push('acknowledge')
  if (row.replyDueDay !== null && row.repliedAt === null) owed.push('reply')
  return owed
}

async function getRow(tx: Database, viewer: Viewer, id: string): Promise<Row> {
  const [row] = await select(tx, viewer, sql`d.id = ${id}`, sql``)
  if (!row) throw new Problem('not-found')
  return row
}

/** One of them with its forms and what was corrected since. Throws `not-found`. */
export async function getReceived(tx: Database, viewer: Viewer, id: string): Promise<Received> {
  const row = await getRow(tx, viewer, id)
  const corrections = await rowsOf<{ words: string; publishedAt: string | Date }>(
    tx,
    sql`select words, published_at as "publishedAt" from erratum
      where edition_id = ${row.documentId} and state = 'published' order by published_at`,
  )
  const published = await rowsOf(
    tx,
    sql`select from issue where id = ${row.documentId} and published_at is not null`,
  )
  return {
    ...viewSummary(row, viewer.person),
    about: row.about,
    reply: row.reply,
    repliedName: row.repliedName,
    recallReason: row.recallReason,
    formats: receivedFormats.filter(format => row.files[format]),
    public: published.length > 0,
    corrections: corrections.map(each => ({ ...each, publishedAt: instant(each.publishedAt) })),
  }
}

/** The hash of a form and what people call it. Throws `not-found` where there is no such form. */
export async function getReceivedFile(
  tx: Database,
  viewer: Viewer,
  id: string,
  format: string,
): Promise<{ sha256: string; name: string }> {
  const { files, issueName } = await getRow(tx, viewer, id)
  const sha256 = files[format]
  if (!sha256) throw new Problem('not-found')
  return { sha256, name: `${issueName}.${format}` }
}
