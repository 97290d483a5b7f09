import { isAdministratorRole, type Role, roles } from './role.ts'

/** Who may call a route: anybody, whoever is signed in, or the holders of these roles, each inside their units. */
export type AccessRule = 'anyone' | 'signed-in' | readonly Role[]

/** A role held in a unit; it reaches everything below. */
export type Post = {
  readonly role: Role
  readonly unitId: string
  readonly unitName: string
  /** Place of the unit in the tree. */
  readonly path: string
}

/** The person a session belongs to. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly posts: readonly Post[]
  readonly mustChangePassword: boolean
  /** An administrator who has not set up the second factor yet. */
  readonly mustSetUpSecondFactor: boolean
}

/** `allowed`, or why not: the caller must sign in, must first make the account safe, or has no such right. */
export type Verdict =
  | 'allowed'
  | 'sign-in-required'
  | 'password-change-required'
  | 'second-factor-required'
  | 'not-found'

/**
 * Decides whether `person` (null: nobody signed in) may call a route of `rule`.
 * `duringSetUp` marks the few routes that a person needs who must still make the account safe.
 */
export function mayCall(rule: AccessRule, person: Person | null, duringSetUp = false): Verdict {
  if (rule === 'anyone') return 'allowed'
  if (!person) return 'sign-in-required'
  if (rule !== 'signed-in' && !person.posts.some(post => rule.includes(post.role))) return 'not-found'
  if (duringSetUp) return 'allowed'
  if (person.mustChangePassword) return 'password-change-required'
  return person.mustSetUpSecondFactor ? 'second-factor-required' : 'allowed'
}

/** Whether somebody with these posts is one of the three administrators. */
export function administers(posts: readonly Post[]): boolean {
  return posts.some(post => isAdministratorRole(post.role))
}

/** Whether a declaration says who may call: a rule with no role, or one nobody knows, is a hole. */
export function isAccessRule(rule: unknown): rule is AccessRule {
  if (rule === 'anyone' || rule === 'signed-in') return true
  return Array.isArray(rule) && rule.length > 0 && rule.every(role => roles.includes(role as Role))
}
