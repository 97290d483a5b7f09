import { sql } from 'drizzle-orm'
import { type Database, rowsOf } from '../db/index.ts'

/** The rules of signing in, as the security administrator set them; bounds are kept by the table. */
export type SecurityPolicy = {
  /** Characters a password has at least. */
  readonly passwordLength: number
  /** So many passwords before may not come back. */
  readonly passwordHistory: number
  /** Days after which a password must be changed; 0: never. */
  readonly passwordDays: number
  /** Hours after which a one-time password lapses. */
  readonly oneTimeHours: number
  /** Wrong passwords in a row after which a name rests. */
  readonly failures: number
  readonly restMinutes: number
  /** Minutes without a deed after which a session ends. */
  readonly idleMinutes: number
}

/** The columns of the policy under its field names, for other queries to select. */
export const policyColumns = sql`p.password_length as "passwordLength", p.password_history as "passwordHistory",
  p.password_days as "passwordDays", p.one_time_hours as "oneTimeHours", p.failures,
  p.rest_minutes as "restMinutes", p.idle_minutes as "idleMinutes"`

/** The policy in force. */
export async function findSecurityPolicy(db: Database): Promise<SecurityPolicy> {
  const [policy] = await rowsOf<SecurityPolicy>(db, sql`select ${policyColumns} from security_policy p`)
  if (!policy) throw new Error('the security policy has no row')
  return policy
}

export type SecurityPolicyRow = SecurityPolicy & {
  readonly version: number
  readonly changedAt: string | null
  readonly changedBy: string | null
}

/** The policy with who changed it last and when. */
export async function readSecurityPolicy(tx: Database): Promise<SecurityPolicyRow> {
  const [row] = await rowsOf<SecurityPolicyRow & { changedAt: Date | string | null }>(
    tx,
    sql`select ${policyColumns}, p.version, p.changed_at as "changedAt", p.changed_by as "changedBy"
      from security_policy p`,
  )
  return { ...row!, changedAt: row!.changedAt && new Date(row!.changedAt).toISOString() }
}

/** Changes the policy if it still is the one of `version`. Returns false when it is not, or is not the caller's to change. */
export async function changeSecurityPolicy(
  tx: Database,
  policy: SecurityPolicy,
  change: { version: number; at: Date; by: string },
): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`update security_policy set password_length = ${policy.passwordLength},
        password_history = ${policy.passwordHistory}, password_days = ${policy.passwordDays},
        one_time_hours = ${policy.oneTimeHours}, failures = ${policy.failures},
        rest_minutes = ${policy.restMinutes}, idle_minutes = ${policy.idleMinutes},
        version = version + 1, changed_at = ${change.at.toISOString()}, changed_by = ${change.by}
      where version = ${change.version} returning 1`,
  )
  return rows.length > 0
}
