/** Sign-in is better-auth's; this file only says how it is set up here. */
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { username } from 'better-auth/plugins/username'
import type { Database } from '../db/index.ts'
import * as tables from './account.table.ts'

/** The origin better-auth believes in. Ours is checked before a request reaches it, whatever address people use. */
export const innerOrigin = 'http://jianbao.invalid'
export const passwordLength = { min: 10, max: 128 } as const

/** Sets up better-auth on our tables. `secret` signs cookies; `secureCookies` when people come by https. */
export function openSignIn(options: { db: Database; secret: string; secureCookies: boolean }) {
  const { account, session, user, verification } = tables
  return betterAuth({
    appName: 'jianbao',
    baseURL: innerOrigin,
    basePath: '/api/auth',
    secret: options.secret,
    database: drizzleAdapter(options.db, {
      provider: 'pg',
      schema: { account, session, user, verification },
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
        role: { type: 'string', required: false, input: false },
        mustChangePassword: { type: 'boolean', required: false, input: false, defaultValue: false },
      },
    },
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 64 })],
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

export type SignIn = ReturnType<typeof openSignIn>
