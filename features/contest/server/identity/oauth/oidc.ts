import * as client from 'openid-client'
import { type OAuthProvider, type OAuthSettings, ProviderTrouble } from './oauth-provider.ts'

type Settings = Extract<OAuthSettings, { preset: 'oidc' }>

const timeoutSeconds = 10

/** Any provider of OpenID Connect: code flow with PKCE, state and nonce. Asks for nothing but who it is. */
export function openOidc(settings: Settings): OAuthProvider {
  const { key, name, issuer, clientId, clientSecret } = settings
  let found: Promise<client.Configuration> | null = null
  const discover = (): Promise<client.Configuration> => {
    const server = new URL(issuer)
    const looked = client.discovery(
      server,
      clientId,
      undefined,
      clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret),
      {
        timeout: timeoutSeconds,
        execute: server.protocol === 'http:' ? [client.allowInsecureRequests] : [],
      },
    )
    // One that could not be reached is looked for again the next time.
    looked.catch(() => {
      found = null
    })
    return looked
  }
  const configuration = async (): Promise<client.Configuration> => {
    found ??= discover()
    try {
      return await found
    } catch {
      throw new ProviderTrouble('unavailable', `${key} could not be asked`)
    }
  }
  return {
    key,
    name,
    begin: async ({ redirectUri, state, nonce, verifier }) => {
      const challenge = await client.calculatePKCECodeChallenge(verifier)
      return client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      })
    },
    finish: async ({ state, nonce, verifier }, back) => {
      if (back.searchParams.has('error'))
        throw new ProviderTrouble(
          back.searchParams.get('error') === 'access_denied' ? 'cancelled' : 'failed',
          `${key} sent the browser back without a code`,
        )
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier }
      try {
        const tokens = await client.authorizationCodeGrant(await configuration(), back, {
          ...checks,
          idTokenExpected: true,
        })
        return `${issuer}#${tokens.claims()!.sub}`
      } catch (error) {
        if (error instanceof ProviderTrouble) throw error
        // Its words may hold what the provider sent.
        throw new ProviderTrouble('failed', `${key} did not confirm who it is (${(error as Error).name})`)
      }
    },
  }
}
