/** Who may call a route; each rule includes the ones before it. */
export const accessRules = ['anyone', 'signed-in', 'administrator'] as const
export type AccessRule = (typeof accessRules)[number]

export type Role = 'administrator'

/** The person a session belongs to. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly username: string
  /** null: signed in, but given no role yet. */
  readonly role: Role | null
  readonly mustChangePassword: boolean
}

/** `allowed`, or why not: the caller must sign in, must change a one-time password first, or has no such right. */
export type Verdict = 'allowed' | 'sign-in-required' | 'password-change-required' | 'not-found'

/**
 * Decides whether `person` (null: nobody signed in) may call a route of `rule`.
 * `duringPasswordChange` marks the few routes a person with a one-time password needs.
 */
export function mayCall(rule: AccessRule, person: Person | null, duringPasswordChange = false): Verdict {
  if (rule === 'anyone') return 'allowed'
  if (!person) return 'sign-in-required'
  if (rule === 'administrator' && person.role !== 'administrator') return 'not-found'
  return person.mustChangePassword && !duringPasswordChange ? 'password-change-required' : 'allowed'
}
