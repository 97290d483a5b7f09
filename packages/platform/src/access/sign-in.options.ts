import type { Database } from '../db/index.ts'
import type { Post } from './person.ts'

/** The origin better-auth believes in. Ours is checked before a request reaches it, whatever address people use. */
export const innerOrigin = 'http://jianbao.invalid'
/** The longest password that is looked at; the shortest stands in the security policy. */
export const passwordMaxLength = 128
/** A session ends so long after its sign-in, however busy it was; the cookie lives as long. */
export const sessionHours = 12
/** A user name: letters, digits and `. _ -`, so that no two look alike. */
export const usernamePattern = '^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$'

const usernameRule = new RegExp(usernamePattern)
export function isUsername(text: string): boolean {
  return usernameRule.test(text)
}

/** A provider of OpenID Connect that people may sign in with. */
export type OidcOptions = {
  /** Its address; the discovery document lies below. */
  readonly issuer: string
  readonly clientId: string
  /** Null: a public client, PKCE alone. */
  readonly clientSecret: string | null
  /** What the button says. */
  readonly name: string
  /** The claim that holds the user name. */
  readonly usernameClaim: string
  /** Origin people use; the provider sends them back to it. */
  readonly publicUrl: string
}

/** What the app asks of the room that keeps people: the posts of one in units at work; null when they left. */
export type FindPosts = (db: Database, personId: string) => Promise<Post[] | null>

/** `secret` signs cookies; `secureCookies` when people come by https. */
export type SignInOptions = {
  readonly db: Database
  readonly secret: string
  readonly secureCookies: boolean
  readonly oidc?: OidcOptions | null
  /** How a password is held against its hash; slow on purpose where nothing else is given. */
  readonly verifyPassword?: ((given: { hash: string; password: string }) => Promise<boolean>) | undefined
  /** Who may come in by the provider; needed with `oidc`. */
  readonly findPosts?: FindPosts
}
