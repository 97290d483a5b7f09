/**
 * Sign-in by a provider of OpenID Connect: better-auth's code flow with PKCE, state and nonce. Nobody is made by it: it
 * lets in who has an account here and is at work, at first by user name, from then on by the provider's subject.
 */
import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth/minimal'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { type Database, rowsOf, sql } from '../db/index.ts'
import { commonOptions } from './better-auth.ts'
import { administers } from './person.ts'
import type { OidcOptions, SignInOptions } from './sign-in.options.ts'

/** The provider's name in better-auth's paths and in our tables. */
export const oidcProvider = 'oidc'
const askMs = 10_000

type Claims = Readonly<Record<string, unknown>>

/** Sets up better-auth with the provider; its discovery document is fetched at once, or when it can be reached. */
export function setUpOidc(options: SignInOptions, oidc: OidcOptions) {
  const common = commonOptions(options)
  const { findPosts } = options
  if (!findPosts) throw new Error('sign-in by a provider needs to know who is at work')
  const discoveryUrl = `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const subjectOf = (claims: Claims): string => `${oidc.issuer}#${String(claims['sub'])}`
  return betterAuth({
    ...common,
    baseURL: oidc.publicUrl,
    onAPIError: { errorURL: `${oidc.publicUrl}/desk/` },
    user: {
      ...common.user,
      // Asked before anything is linked and at every sign-in. The description says who it was, for the trail.
      validateUserInfo: async ({ user: { id } }: { user: { id?: unknown } }) => {
        const posts = typeof id === 'string' ? await findPosts(options.db, id) : null
        if (!posts) return { error: 'oidc-unknown-person', errorDescription: String(id) }
        if (administers(posts)) return { error: 'oidc-administrator', errorDescription: String(id) }
      },
    },
    account: {
      accountLinking: { enabled: true, trustedProviders: [oidcProvider] },
      updateAccountOnSignIn: false,
    },
    databaseHooks: {
      // What the provider would let us do on the person's behalf is nothing we want to hold.
      account: {
        create: {
          before: async account => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null, scope: null },
          }),
        },
      },
    },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: oidcProvider,
            discoveryUrl,
            clientId: oidc.clientId,
            ...(oidc.clientSecret ? { clientSecret: oidc.clientSecret } : {}),
            scopes: ['openid', 'profile'],
            pkce: true,
            requireIdTokenVerification: true,
            disableSignUp: true,
            accountSubject: ({ profile }) => subjectOf(profile),
            getUserInfo: tokens => readClaims(tokens, discoveryUrl, oidc.usernameClaim) as never,
            mapProfileToUser: async claims => ({
              name: '',
              email: await findAddress(options.db, claims[oidc.usernameClaim], subjectOf(claims)),
              emailVerified: true,
            }),
          },
        ],
      }),
    ],
  })
}

/** Claims of the ID token, which is verified by then; the user name from the userinfo endpoint where it lacks it. */
async function readClaims(
  tokens: { idToken?: string | undefined; accessToken?: string | undefined },
  discoveryUrl: string,
  usernameClaim: string,
): Promise<Claims | null> {
  const payload = tokens.idToken?.split('.')[1]
  if (!payload) return null
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims
  if (claims[usernameClaim] !== undefined || !tokens.accessToken) return claims
  const { userinfo_endpoint: url } = (await fetchJson(discoveryUrl, {})) as { userinfo_endpoint?: string }
  if (!url) return claims
  const told = (await fetchJson(url, { authorization: `Bearer ${tokens.accessToken}` })) as Claims
  return told['sub'] === claims['sub'] ? { ...told, ...claims } : null
}

async function fetchJson(url: string, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(askMs) })
  if (!response.ok) throw new Error(`the provider answered ${response.status}`)
  return response.json()
}

/**
 * better-auth finds people by address: the inner one of the account with this user name, or one that nobody has when
 * there is none or the account belongs to another subject of the provider already.
 */
async function findAddress(db: Database, username: unknown, subject: string): Promise<string> {
  const [row] = await rowsOf<{ email: string }>(
    db,
    sql`select u.email from account_user u where u.username = ${storable(username)} and not exists (
      select from account_credential c where c.user_id = u.id and c.provider_id = ${oidcProvider}
        and c.account_id <> ${subject})`,
  )
  return row?.email ?? `${randomUUID()}@nobody.invalid`
}

function storable(username: unknown): string {
  return typeof username === 'string' ? username.toLowerCase().replaceAll('\0', '').slice(0, 64) : ''
}
