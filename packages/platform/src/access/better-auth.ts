/** Sign-in is better-auth's; this file only says how it is set up here. */
import type { BetterAuthOptions } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import * as tables from './account.table.ts'
import {
  innerOrigin,
  isUsername,
  passwordMaxLength,
  type SignInOptions,
  sessionHours,
} from './sign-in.options.ts'

/** What holds for sign-in whichever way people come; paths and shapes stay better-auth's. */
export function commonOptions(options: SignInOptions) {
  const { account, session, twoFactor: twoFactorTable, user, verification } = tables
  return {
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
      minPasswordLength: 1,
      maxPasswordLength: passwordMaxLength,
      ...(options.verifyPassword ? { password: { verify: options.verifyPassword } } : {}),
    },
    user: {
      additionalFields: {
        mustChangePassword: { type: 'boolean', required: false, input: false, defaultValue: false },
      },
    },
    // Cookie and row end together; that a session ends earlier when nothing is done is seen to by `keepSession`.
    session: { expiresIn: sessionHours * 3600, disableSessionRefresh: true },
    // Counted per address by the HTTP layer and per name by the lockout; addresses are not stored with sessions.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'jianbao',
      useSecureCookies: options.secureCookies,
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies BetterAuthOptions
}

/** Sets up better-auth on our tables. */
export function setUpBetterAuth(options: SignInOptions) {
  return betterAuth({
    ...commonOptions(options),
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 64, usernameValidator: isUsername }),
      twoFactor({ issuer: '简报台', accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 } }),
    ],
  })
}

export type BetterAuth = ReturnType<typeof setUpBetterAuth>
