import type { BetterAuth } from './better-auth.ts'
import type { SignInOptions } from './sign-in.options.ts'

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
