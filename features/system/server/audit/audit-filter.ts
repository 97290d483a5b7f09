/** Which entries are meant, as conditions on `audit_entry e` under the policies of a request. */
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { AuditFilters } from '../../contract/index.ts'

/** So many people of one name are enough. */
const mostPeople = 500

/** The first lock and the filters, all of which must hold. */
export async function auditConditions(tx: Database, scope: Scope, filters: AuditFilters): Promise<SQL> {
  const conditions = [await unitsOf(tx, scope)]
  const { unit, action, object, outcome, from, to } = filters
  const person = asked(filters.person)
  const words = asked(filters.words)?.toLowerCase()
  if (person) conditions.push(sql`e.actor_id = any(${await peopleCalled(tx, person)})`)
  if (unit) conditions.push(sql`e.unit_id = any(${await unitsBelow(tx, unit)})`)
  if (action?.includes('.')) conditions.push(sql`e.action = ${action}`)
  else if (action) conditions.push(sql`e.action >= ${`${action}.`} and e.action < ${`${action}/`}`)
  if (object) conditions.push(sql`e.object = ${storableText(object)}`)
  if (outcome) conditions.push(outcome === 'done' ? sql`e.outcome = 'done'` : sql`e.outcome <> 'done'`)
  if (from) conditions.push(sql`e.at >= ${dayBegins(from)}`)
  if (to) conditions.push(sql`e.at < ${dayBegins(to)}::timestamptz + interval '1 day'`)
  if (words) conditions.push(called(words))
  return sql.join(conditions, sql` and `)
}

function asked(text: string | undefined): string | undefined {
  return text && (storableText(text).trim() || undefined)
}

/** An office's day begins at midnight in China, wherever the server stands. */
function dayBegins(day: string): string {
  return `${day}T00:00:00+08:00`
}

/** Whether one of the names holds the words; letters in whatever case. No index helps: it looks through what is left. */
function called(words: string): SQL {
  const names = [sql`e.words`, sql`e.actor_name`, sql`e.unit_name`]
  const folded = /[a-z]/.test(words) ? names.map(name => sql`lower(${name})`) : names
  return sql`(${sql.join(
    folded.map(name => sql`strpos(${name}, ${words}) > 0`),
    sql` or `,
  )})`
}

/** An auditor at the top reads all entries, also those of nobody's unit; others those of their units. */
async function unitsOf(tx: Database, scope: Scope): Promise<SQL> {
  const inScope = within(scope, sql`path`)
  const [top] = await rowsOf(tx, sql`select 1 from unit where parent_id is null and ${inScope}`)
  if (top) return sql`true`
  // Told one by one, so that the database knows how many of the entries are theirs and goes the shorter way.
  const units = await rowsOf<{ id: string }>(tx, sql`select id from unit where ${inScope}`)
  return sql`e.unit_id = any(${listOf(units)}::uuid[])`
}

async function unitsBelow(tx: Database, unit: string): Promise<SQL> {
  const units = await rowsOf<{ id: string }>(
    tx,
    sql`select below.id from unit above join unit below
      on below.path >= above.path and below.path < above.path || '~' where above.id = ${unit}`,
  )
  return sql`${listOf(units)}::uuid[]`
}

const listOf = (rows: readonly { id: string }[]): string => `{${rows.map(({ id }) => id).join(',')}}`

/** Ids of people by part of a name, its initials or the user name; whatever was typed may be an id itself. */
async function peopleCalled(tx: Database, person: string): Promise<string> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select id from person where strpos(search, ${person.toLowerCase()}) > 0 limit ${mostPeople}`,
  )
  const ids = [person, ...rows.map(row => row.id)]
  return `{${ids.map(id => JSON.stringify(id)).join(',')}}`
}
