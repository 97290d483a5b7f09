/** Which items a filter means: lists, exports and every figure ask here, so that a number and its list are the same. */
import { Problem } from '@jianbao/errors'
import { type Person, type Scope, scopeOf, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type ItemFilter, type ItemGroup, type ItemRange, partRoles } from '../../../contract/index.ts'
import { readItemCode } from '../../../contract/item-code.ts'
import { partedItems, readableItems } from '../item.store.ts'
import { hasLight, isOpen } from './light-of.ts'

export type Viewer = { readonly scope: Scope; readonly person: Person }

/** Items elsewhere: those of the scope itself are in the other list. */
const elsewhere = (scope: Scope): SQL =>
  sql`${partedItems(scope)} and not (${within(scope, sql`i.scope_path`)})`

/** Of units of the caller's posts, by the same roles as the deeds themselves; a part is also its unit lead's. */
function standingAs(range: 'unit' | 'keeper' | 'checker', person: Person): SQL {
  if (range === 'unit') {
    const roles: readonly string[] = partRoles.unit
    const units = person.posts.filter(({ role }) => roles.includes(role)).map(({ unitId }) => unitId)
    return sql`i.unit_id = any (${`{${units.join(',')}}`}::uuid[])`
  }
  const keeps = scopeOf(person, range === 'keeper' ? ['coordinator'] : ['coordinator', 'inspector'])
  const leads = scopeOf(person, ['coordinator', 'unit-lead'])
  const both = (scope: Scope) => sql`(${within(scope, sql`k.path`)} and ${within(scope, sql`i.scope_path`)})`
  return sql`exists (select from unit k where k.id = i.keeper_id
    and (${both(keeps)} or (i.parent_id is not null and ${both(leads)})))`
}

function inRange(range: ItemRange, { scope, person }: Viewer): SQL {
  if (range === 'part') return elsewhere(scope)
  if (range === 'own') return readableItems(scope)
  return sql`${readableItems(scope)} and ${standingAs(range, person)}`
}

/**
 * The condition on `i`, rows of ledger_item, with the first lock in it. Throws Problem `not-found` when `under` is no
 * unit of the caller's.
 */
export async function itemsWhere(
  tx: Database,
  viewer: Viewer,
  filter: ItemFilter,
  today: string,
): Promise<SQL> {
  const { scope, person } = viewer
  const { ledger, kind, campaign, matter, task, under, unit, unitKind, lead, state, light, group } = filter
  const all: SQL[] = [inRange(filter.as ?? 'own', viewer)]
  if (under) all.push(await below(tx, scope, under))
  if (unit) all.push(sql`i.unit_id = ${unit}`)
  if (ledger) all.push(sql`i.ledger_id = ${ledger}`)
  if (kind) all.push(sql`i.kind = ${kind}`)
  if (campaign) all.push(sql`i.ledger_id in (select l.id from ledger l where l.campaign_id = ${campaign})`)
  if (matter) all.push(sql`i.matter_id = ${matter}`)
  if (task) all.push(sql`i.task_id = ${task}`)
  if (unitKind) all.push(sql`i.unit_id in (select k.id from unit k where k.kind = ${unitKind})`)
  if (lead)
    all.push(
      sql`i.id in (select p.item_id from ledger_party p where p.unit_id = ${lead} and p.part = 'lead')`,
    )
  if (state) all.push(sql`i.state = ${state}`)
  if (light) all.push(hasLight(light, today))
  if (group) all.push(inGroup(group, person.id, today))
  if (filter.dueFrom) all.push(sql`i.due_day >= ${filter.dueFrom}::date`)
  if (filter.dueTo) all.push(sql`i.due_day <= ${filter.dueTo}::date`)
  if (filter.milestoneDay) all.push(sql`${isOpen} and i.milestone_day = ${filter.milestoneDay}::date`)
  if (filter.recheckDay) all.push(sql`i.state = 'closed' and i.recheck_day = ${filter.recheckDay}::date`)
  all.push(...wordsIn(filter.q ?? ''))
  return sql.join(all, sql` and `)
}

/** In the subtree of a unit; outside the scope there is none the caller could ask for. */
async function below(tx: Database, scope: Scope, id: string): Promise<SQL> {
  const [unit] = await rowsOf<{ path: string }>(
    tx,
    sql`select path from unit where id = ${id} and ${within(scope, sql`path`)}`,
  )
  if (!unit) throw new Problem('not-found')
  return sql`i.scope_path >= ${unit.path} and i.scope_path < ${`${unit.path}~`}`
}

const ownerIsGone = sql`i.owner_id in (select p.id from person p where p.state = 'left')`

export function inGroup(group: ItemGroup, personId: string, today: string): SQL {
  switch (group) {
    case 'open':
      return isOpen
    case 'done':
      return sql`i.state in ('closed', 'settled')`
    case 'overdue':
      return hasLight('red', today)
    case 'late':
      return sql`i.state in ('closed', 'settled') and least(i.fed_back_day, i.closed_day) > i.due_day`
    case 'reopened':
      return sql`i.reopened > 0`
    case 'flagged':
      return sql`i.flag is not null`
    case 'ownerless':
      return sql`${isOpen} and ${ownerIsGone}`
    case 'to-verify':
      return sql`i.state = 'feedback'`
    case 'asked':
      return sql`${isOpen} and i.id in (select x.item_id from ledger_extension x where x.decision is null)`
    case 'to-recheck':
      return sql`i.state = 'closed' and i.recheck_day <= ${today}::date`
    case 'mine':
      return sql`${isOpen} and i.owner_id = ${personId}`
  }
}

/** Each word stands in the title, the measure or the owner's name; a code is the number of a matter. */
function wordsIn(q: string): SQL[] {
  const code = readItemCode(q)
  if (code)
    return [
      sql`i.kind = ${code.kind} and i.matter_id in (select m.id from ledger_matter m where m.no = ${code.no})`,
    ]
  return q
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 5)
    .map(word => {
      const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      return sql`(i.title ilike ${like} or i.measure ilike ${like} or i.owner_name ilike ${like})`
    })
}
