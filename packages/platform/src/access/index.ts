import { type Migration, readMigrations } from '../db/index.ts'

export {
  type AccountSession,
  type AccountState,
  endSessions,
  findAccount,
  forgetFailures,
  listSessions,
  type NewAccount,
  recordAccounts,
  removeSecondFactor,
  renameAccount,
  takenUsernames,
} from './account-acts.ts'
export { changePassword, installationSecret } from './accounts.ts'
export { type Caller, type CallerServices, type FindPosts, findCaller } from './find-caller.ts'
export { type Act, type Bearer, enterScope, type Read, readInScope } from './in-scope.ts'
export { countTry, forgetTries } from './lockout.ts'
export { hashPassword, type NewPassword, oneTimePassword, setPassword } from './passwords.ts'
export { type AccessRule, isAccessRule, mayCall, type Person, type Post, type Verdict } from './person.ts'
export {
  type AdministratorRole,
  administratorRoles,
  type BusinessRole,
  businessRoles,
  isAdministratorRole,
  mayHoldTogether,
  type Role,
  roles,
} from './role.ts'
export { holds, homeOf, noScope, type Scope, type ScopeRoot, scopeOf, within } from './scope.ts'
export { innerOrigin } from './sign-in.options.ts'
export { openSignIn, type SignIn } from './sign-in.ts'

export const accessMigrations = (): Promise<Migration[]> =>
  readMigrations('access', new URL('./migrations/', import.meta.url))
