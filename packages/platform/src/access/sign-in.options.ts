import type { Database } from '../db/index.ts'

/** The origin better-auth believes in. Ours is checked before a request reaches it, whatever address people use. */
export const innerOrigin = 'http://jianbao.invalid'
export const passwordLength = { min: 10, max: 128 } as const

/** `secret` signs cookies; `secureCookies` when people come by https. */
export type SignInOptions = { db: Database; secret: string; secureCookies: boolean }
