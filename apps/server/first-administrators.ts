import { enrolPerson } from '@jianbao/organisation/server'
import { type AdministratorRole, oneTimePassword, type SignIn } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'

const firstAdministrators: readonly { username: string; name: string; role: AdministratorRole }[] = [
  { username: 'sysadmin', name: '系统管理员', role: 'system-administrator' },
  { username: 'secadmin', name: '安全管理员', role: 'security-administrator' },
  { username: 'auditor', name: '审计员', role: 'auditor' },
]

export type FirstSignIn = { readonly username: string; readonly name: string; readonly password: string }

/**
 * Enrols the first of each of the three administrators where there is none. Returns their one-time passwords, which
 * are stored nowhere else and must be changed at the first sign-in.
 */
export async function ensureAdministrators(services: {
  db: Database
  clock: Clock
  signIn: SignIn
}): Promise<FirstSignIn[]> {
  const rows = await rowsOf<{ role: string }>(services.db, sql`select distinct role from membership`)
  const made: FirstSignIn[] = []
  for (const { username, name, role } of firstAdministrators) {
    if (rows.some(row => row.role === role)) continue
    const password = oneTimePassword()
    await enrolPerson(services, { username, name, password, mustChangePassword: true, posts: [{ role }] })
    made.push({ username, name, password })
  }
  return made
}
