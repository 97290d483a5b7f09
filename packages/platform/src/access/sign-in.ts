import type { BetterAuth } from './better-auth.ts'
import type { OidcOptions, SignInOptions } from './sign-in.options.ts'

/** Sign-in is better-auth's. It is the heaviest thing to load, so it is loaded when the first person is there. */
export type SignIn = {
  /** Signs cookies, and hides the names nobody has. */
  readonly secret: string
  readonly oidc: OidcOptions | null
  load(): Promise<BetterAuth>
  /** The same with the provider of OpenID Connect. Apart, so that one that hangs holds up nobody's password. */
  loadOidc(): Promise<Pick<BetterAuth, 'handler'>>
}

/** Opens sign-in; nothing is loaded before `load` is called, and then once. */
export function openSignIn(options: SignInOptions): SignIn {
  const { secret, oidc = null } = options
  return {
    secret,
    oidc,
    load: once(async () => (await import('./better-auth.ts')).setUpBetterAuth(options)),
    loadOidc: once(async (): Promise<Pick<BetterAuth, 'handler'>> => {
      if (!oidc) throw new Error('no provider of OpenID Connect is set')
      return (await import('./better-auth-oidc.ts')).setUpOidc(options, oidc)
    }),
  }
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null
  return () => {
    loading ??= load()
    return loading
  }
}
