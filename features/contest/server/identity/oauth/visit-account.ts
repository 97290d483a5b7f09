import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { LiveContest } from '../../play/live-contest.ts'
import type { IdentityServices } from '../identity.services.ts'
import { keyedHash } from '../identity-of.ts'
import { writeGrant } from './grant.ts'
import { type OAuthProvider, ProviderTrouble, type Visit } from './oauth-provider.ts'

type Services = Pick<
  IdentityServices,
  'sealer' | 'clock' | 'secret' | 'contests' | 'providers' | 'publicUrl' | 'onTrouble'
>

/** Kept by the browser while it is away, sealed: binds what comes back to where it began. */
type Kept = {
  readonly slug: string
  readonly provider: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly inWeChat: boolean
  readonly until: number
}

export const visitForMs = 10 * 60_000
const owner = 'oauth visit'
export const backPath = '/play/-/oauth'

/** Where the browser is sent, and what it keeps; null: the contest is not joined in this way. */
export async function beginVisit(
  services: Services,
  contest: LiveContest,
  userAgent: string,
): Promise<{ to: string; cookie: string } | null> {
  const provider = providerOf(services, contest)
  if (!provider) return null
  const chance = (): string => randomBytes(32).toString('base64url')
  const kept: Kept = {
    slug: contest.slug,
    provider: provider.key,
    state: chance(),
    nonce: chance(),
    verifier: chance(),
    inWeChat: /MicroMessenger/i.test(userAgent),
    until: services.clock.now().getTime() + visitForMs,
  }
  try {
    const to = await provider.begin({ ...kept, redirectUri: services.publicUrl + backPath })
    return { to: to.href, cookie: services.sealer.seal(JSON.stringify(kept), owner) }
  } catch (error) {
    return { to: refused(services, contest.slug, error), cookie: '' }
  }
}

/** Where the browser goes on: the contest's page, with a grant or with why not. Null: nobody knows this visit. */
export async function finishVisit(
  services: Services,
  search: string,
  cookie: string | null,
): Promise<string | null> {
  const kept = readKept(services, cookie)
  if (!kept || cookie === null) return null
  const back = new URL(`${services.publicUrl}${backPath}${search}`)
  const page = `/play/${kept.slug}`
  const contest = await services.contests.find(kept.slug)
  const provider = contest && providerOf(services, contest)
  if (!contest || provider?.key !== kept.provider) return `${page}#refused=failed`
  if (!sameText(back.searchParams.get('state') ?? '', kept.state)) return `${page}#refused=failed`
  const visit: Visit = { ...kept, redirectUri: services.publicUrl + backPath }
  try {
    const subject = await provider.finish(visit, back)
    const identity = keyedHash(services.secret, contest.id, 'oauth', subject)
    return `${page}#grant=${writeGrant(services, contest, identity, cookie)}`
  } catch (error) {
    return refused(services, kept.slug, error)
  }
}

function providerOf({ providers, publicUrl }: Services, { rules }: LiveContest): OAuthProvider | null {
  const { kind, provider } = rules.identity
  if (kind !== 'oauth' || provider === null || publicUrl === null) return null
  return providers.get(provider) ?? null
}

function refused({ onTrouble }: Services, slug: string, error: unknown): string {
  if (!(error instanceof ProviderTrouble)) throw error
  if (error.kind === 'failed' || error.kind === 'unavailable') onTrouble(error.message)
  return `/play/${slug}#refused=${error.kind}`
}

function readKept({ sealer, clock }: Services, cookie: string | null): Kept | null {
  if (cookie === null) return null
  try {
    const kept = JSON.parse(sealer.unseal(cookie, owner)) as Kept
    return clock.now().getTime() < kept.until ? kept : null
  } catch {
    return null
  }
}

const sameText = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())
