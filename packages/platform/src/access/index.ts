import { type Migration, readMigrations } from '../db/index.ts'

export {
  changePassword,
  createAccount,
  demonstrationAccount,
  ensureAdministrator,
  ensureDemonstrationAccount,
  installationSecret,
  type NewAccount,
} from './accounts.ts'
export { type Caller, findCaller } from './find-caller.ts'
export { countTry, forgetTries } from './lockout.ts'
export { type AccessRule, accessRules, mayCall, type Person, type Role, type Verdict } from './person.ts'
export { innerOrigin } from './sign-in.options.ts'
export { openSignIn, type SignIn } from './sign-in.ts'

export const accessMigrations = (): Promise<Migration[]> =>
  readMigrations('access', new URL('./migrations/', import.meta.url))
