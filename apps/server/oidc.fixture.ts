/** A real provider of OpenID Connect on this machine, and somebody who signs in at it. */
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const oidcClient = { id: 'jianbao', secret: 'a-secret-of-the-client-that-is-long-enough' } as const

export type TestProvider = {
  readonly issuer: string
  /** What the provider says of who signs in there: by login, their user name. */
  readonly people: Map<string, string>
  /** Settings of an app that uses it. */
  readonly settings: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** Starts one whose client comes from `publicUrl`; at any free port unless told otherwise. */
export async function openProvider(publicUrl: string, port = 0): Promise<TestProvider> {
  const server = createServer().listen(port, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people = new Map<string, string>()
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: oidcClient.id,
        client_secret: oidcClient.secret,
        redirect_uris: [`${publicUrl}/api/auth/callback/oidc`, `${publicUrl}/play/-/oauth`],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    cookies: { keys: ['a-key-for-tests'] },
    findAccount: (_ctx: unknown, login: string) => ({
      accountId: login,
      claims: () => ({ sub: login, preferred_username: people.get(login) ?? login }),
    }),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] },
    pkce: { required: () => true },
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
  })
  server.on('request', provider.callback())
  return {
    issuer,
    people,
    settings: {
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: oidcClient.id,
      OIDC_CLIENT_SECRET: oidcClient.secret,
      OIDC_NAME: '省统一认证',
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/**
 * Goes through the provider's pages from `start` as `login`, null: turns back. Returns the address on our side the
 * browser is sent to, path and query.
 */
export async function walkProvider(start: string, login: string | null): Promise<string> {
  const cookies = new Map<string, string>()
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(pair => pair.join('=')).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      cookies.set(name!, value!)
    }
    return response
  }
  const { origin } = new URL(start)
  let [url, response] = [start, await ask(start)]
  for (let steps = 0; steps < 12; steps++) {
    const location = response.headers.get('location')
    if (location) {
      url = new URL(location, url).href
      if (!url.startsWith(origin)) return url.slice(new URL(url).origin.length)
      response = await ask(url)
      continue
    }
    const page = await response.text()
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]
    if (!action) throw new Error(`no form at ${url}: ${page.slice(0, 300)}`)
    if (login === null) response = await ask(`${url}/abort`)
    else if (page.includes('name="login"'))
      response = await ask(action, { prompt: 'login', login, password: 'x' })
    else response = await ask(action, { prompt: 'consent' })
  }
  throw new Error('the provider never sent the browser back')
}
