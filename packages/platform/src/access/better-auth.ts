/** Sign-in is better-auth's; this file only says how it is set up here. */
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import * as tables from './account.table.ts'
import { innerOrigin, passwordLength, type SignInOptions } from './sign-in.options.ts'

/** Sets up better-auth on our tables. */
export function setUpBetterAuth(options: SignInOptions) {
  const { account, session, twoFactor: twoFactorTable, user, verification } = tables
  return betterAuth({
    appName: 'jianbao',
    baseURL: innerOrigin,
    basePath: '/api/auth',
    secret: options.secret,
    database: drizzleAdapter(options.db, {
      provider: 'pg',
      schema: { account, session, twoFactor: twoFactorTable, user, verification },
      transaction: true,
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: {
      additionalFields: {
        mustChangePassword: { type: 'boolean', required: false, input: false, defaultValue: false },
      },
    },
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 64 }), twoFactor({ issuer: '简报台' })],
    // Counted per address by the HTTP layer and per name by the lockout; addresses are not stored with sessions.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'jianbao',
      useSecureCookies: options.secureCookies,
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

export type BetterAuth = ReturnType<typeof setUpBetterAuth>
