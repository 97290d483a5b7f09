import { type Migration, readMigrations } from '../db/index.ts'

export {
  type AccountState,
  findAccount,
  forgetFailures,
  type NewAccount,
  recordAccounts,
  removeSecondFactor,
  renameAccount,
  takenUsernames,
} from './account-acts.ts'
export { deviceOf } from './device.rules.ts'
export { type Caller, type CallerServices, findCaller } from './find-caller.ts'
export { type Act, type Bearer, enterScope, type Read, readInScope } from './in-scope.ts'
export { installationSecret } from './installation-secret.ts'
export { countTry, forgetTries, lockoutKey } from './lockout.ts'
export {
  type Confirming,
  changeOwnPassword,
  confirmPassword,
} from './own-password.ts'
export { hashPassword, isPassword, type NewPassword, oneTimePassword, setPassword } from './passwords.ts'
export {
  type AccessRule,
  administers,
  isAccessRule,
  mayCall,
  type Person,
  type Post,
  type Verdict,
} from './person.ts'
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
export {
  backupCodesLeft,
  beginSecondFactor,
  claimCode,
  confirmSecondFactor,
  dropSecondFactor,
  renewBackupCodes,
  type SecondFactorEnrolment,
} from './second-factor.ts'
export {
  changeSecurityPolicy,
  findSecurityPolicy,
  readSecurityPolicy,
  type SecurityPolicy,
  type SecurityPolicyRow,
} from './security-policy.ts'
export {
  type AccountSession,
  endDeadSessions,
  endOtherSessions,
  endSessions,
  type LivingSession,
  listSessions,
  type SessionMethod,
} from './sessions.ts'
export {
  type FindPosts,
  innerOrigin,
  isUsername,
  type OidcOptions,
  sessionHours,
  usernamePattern,
} from './sign-in.options.ts'
export { openSignIn, type SignIn } from './sign-in.ts'

export const accessMigrations = (): Promise<Migration[]> =>
  readMigrations('access', new URL('./migrations/', import.meta.url))
