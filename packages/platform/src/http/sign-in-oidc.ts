import { Problem } from '@jianbao/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { OidcOptions } from '../access/index.ts'
import { rowsOf, sql } from '../db/index.ts'
import { askBetterAuth, openedToken, passCookies } from './ask-better-auth.ts'
import type { RouteServices } from './mount-routes.ts'
import { noteRefused, noteSignedIn } from './sign-in-trail.ts'

export const OidcStart = Type.Object(
  { returnTo: Type.Optional(Type.String({ maxLength: 2000, pattern: '^/desk/[^\\\\\\u0000]*$' })) },
  { additionalProperties: false },
)

const startMs = 15_000

/** Begins the sign-in by the provider: where to send the browser. Throws `oidc-unavailable` when it cannot be reached. */
export async function startOidc(
  services: RouteServices,
  oidc: OidcOptions,
  request: FastifyRequest<{ Body: { returnTo?: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { publicUrl } = oidc
  const asked = (async () =>
    askBetterAuth(request, {
      auth: await services.signIn.loadOidc(),
      origin: publicUrl,
      path: '/api/auth/sign-in/social',
      body: {
        provider: 'oidc',
        callbackURL: `${publicUrl}${request.body.returnTo ?? '/desk/'}`,
        errorCallbackURL: `${publicUrl}/desk/`,
        disableRedirect: true,
      },
    }))()
  const response = await Promise.race([asked, afterwards(startMs)])
  if (!response?.ok) throw new Problem('oidc-unavailable')
  const { url } = (await response.json()) as { url: string }
  return passCookies(response, reply).send({ url })
}

/** The provider sends the browser back: into the desk, or to the sign-in with why not. */
export async function finishOidc(
  services: RouteServices,
  oidc: OidcOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const at = request.url.indexOf('?')
  const response = await askBetterAuth(request, {
    auth: await services.signIn.loadOidc(),
    origin: oidc.publicUrl,
    path: `/api/auth/callback/oidc${at < 0 ? '' : request.url.slice(at)}`,
  })
  const token = openedToken(response)
  const location = new URL(response.headers.get('location') ?? '/desk/', oidc.publicUrl)
  if (token) {
    const personId = await ownerOf(services, token)
    if (personId) await noteSignedIn(services, personId, { token, method: 'oidc' })
    // A path that begins with two slashes would be another site.
    return passCookies(response, reply).redirect(
      `/${location.pathname.replace(/^\/+/, '')}${location.search}`,
    )
  }
  const code = whyNot(location.searchParams.get('error'))
  await noteRefused(services, await known(services, location.searchParams.get('error_description')), code)
  return passCookies(response, reply).redirect(`/desk/?refused=${code}`)
}

type Refusal = 'oidc-unknown-person' | 'oidc-administrator' | 'oidc-cancelled' | 'oidc-failed'

/** better-auth's word, or the provider's, in ours: the page has a sentence for each. */
function whyNot(error: string | null): Refusal {
  if (error === 'oidc-administrator') return error
  if (error === 'oidc-unknown-person' || error === 'signup_disabled' || error === 'account_not_linked')
    return 'oidc-unknown-person'
  return error === 'access_denied' ? 'oidc-cancelled' : 'oidc-failed'
}

/** The person a refusal names; whatever else stands there came from the provider and is not written down. */
async function known({ db }: RouteServices, id: string | null): Promise<string | null> {
  if (!id || id.includes('\0')) return null
  const [row] = await rowsOf<{ id: string }>(db, sql`select id from account_user where id = ${id}`)
  return row?.id ?? null
}

async function ownerOf({ db }: RouteServices, token: string): Promise<string | null> {
  const [row] = await rowsOf<{ id: string }>(
    db,
    sql`select user_id as id from account_session where token = ${token}`,
  )
  return row?.id ?? null
}

function afterwards(ms: number): Promise<null> {
  return new Promise(resolve => setTimeout(resolve, ms, null).unref())
}
