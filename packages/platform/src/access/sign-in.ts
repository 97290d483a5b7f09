import type { Database } from '../db/index.ts'
import type { BetterAuth } from './better-auth.ts'

/** The origin better-auth believes in. Ours is checked before a request reaches it, whatever address people use. */
export const innerOrigin = 'http://jianbao.invalid'
export const passwordLength = { min: 10, max: 128 } as const

/** `secret` signs cookies; `secureCookies` when people come by https. */
export type SignInOptions = { db: Database; secret: string; secureCookies: boolean }

/** Sign-in is better-auth's. It is the heaviest thing to load, so it is loaded when the first person is there. */
export type SignIn = { load(): Promise<BetterAuth> }

/** Opens sign-in; nothing is loaded before `load` is called, and then once. */
export function openSignIn(options: SignInOptions): SignIn {
  let loading: Promise<BetterAuth> | null = null
  return {
    load: () => {
      loading ??= import('./better-auth.ts').then(({ setUpBetterAuth }) => setUpBetterAuth(options))
      return loading
    },
  }
}
