import { type SQL, sql } from 'drizzle-orm'
import type { AccessRule, Person } from './person.ts'
import { isAdministratorRole } from './role.ts'

/** A unit with everything below it; `path` is its place in the tree, `1/27/`. */
export type ScopeRoot = { readonly unitId: string; readonly path: string }

/** The part of the federation somebody acts in: subtrees, none inside another, by path. */
export type Scope = {
  readonly roots: readonly ScopeRoot[]
  /** Also what bulletins are made of, not only units, people and accounts. */
  readonly content: boolean
}

export const noScope: Scope = { roots: [], content: false }

/** The first string behind all paths that begin with `path`. */
export function behind(path: string): string {
  return `${path}~`
}

/** What `rule` opens to a person: the units in which they hold one of its roles, with all below. */
export function scopeOf(person: Person | null, rule: AccessRule): Scope {
  if (!person || typeof rule === 'string') return noScope
  const posts = person.posts.filter(post => rule.includes(post.role))
  const sorted = [...posts].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const roots: ScopeRoot[] = []
  for (const { unitId, path } of sorted)
    if (!roots.some(root => path.startsWith(root.path))) roots.push({ unitId, path })
  return { roots, content: posts.some(post => !isAdministratorRole(post.role)) }
}

/** The unit that what somebody makes belongs to, when they do not say: the topmost of their scope. */
export function homeOf({ roots }: Scope): ScopeRoot | null {
  return roots.reduce<ScopeRoot | null>(
    (home, root) => (home && depth(home.path) <= depth(root.path) ? home : root),
    null,
  )
}

function depth(path: string): number {
  return path.split('/').length
}

export function holds(scope: Scope, path: string): boolean {
  return scope.roots.some(root => path.startsWith(root.path))
}

/** The first lock: the rows whose path in `column` lies in the scope; one index range for each of its roots. */
export function within({ roots }: Scope, column: SQL): SQL {
  if (!roots.length) return sql`false`
  const ranges = roots.map(({ path }) => sql`(${column} >= ${path} and ${column} < ${behind(path)})`)
  return ranges.length === 1 ? ranges[0]! : sql`(${sql.join(ranges, sql` or `)})`
}
