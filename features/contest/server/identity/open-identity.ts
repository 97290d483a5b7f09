import { Problem } from '@jianbao/errors'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import type { Sealer } from '@jianbao/platform/seal'
import type { Contests } from '../play/open-contests.ts'
import { entryCodeRoutes } from './entry-code/entry-code.routes.ts'
import { erasePlayers, sweepLapsed } from './erase-players.ts'
import { identityRoutes } from './identity.routes.ts'
import type { IdentityServices } from './identity.services.ts'
import { joinRoutes } from './join.routes.ts'
import { openNetworkRates, type RatedDeed, type RateLimits } from './network-rates.ts'
import { oauthRoutes } from './oauth/oauth.routes.ts'
import type { OAuthProvider, OAuthSettings } from './oauth/oauth-provider.ts'
import { openOidc } from './oauth/oidc.ts'
import { openWeChat } from './oauth/wechat.ts'
import { openSmsGateway, type SmsSettings } from './phone/sms-gateway.ts'
import { type SmsSender, shownSms } from './phone/sms-sender.ts'
import { openPlayerDesk } from './player-desk.ts'

/** How this installation tells who plays. */
export type IdentitySettings = {
  /** `shown`: a demonstration, the page itself shows the code. Null: no phone can be asked for. */
  readonly sms: SmsSettings | 'shown' | null
  readonly providers: readonly OAuthSettings[]
  readonly publicUrl: string | null
  /** Words no nickname may hold. */
  readonly words: readonly string[]
  readonly perMinute: RateLimits
}

export type Identity = {
  readonly routes: readonly Route[]
  readonly services: IdentityServices
  /** For the lean server in front. Throws `too-many-requests` when a network asks too often. */
  admit(address: string | undefined, operationId: string): void
  /** Looks whose days of keeping are over. */
  look(): Promise<void>
  start(): void
  close(): Promise<void>
}

const lookAgainMs = 60 * 60_000

const ratedDeeds: Readonly<Record<string, RatedDeed>> = {
  joinContest: 'join',
  readStanding: 'join',
  readOwnPlace: 'join',
  shareContest: 'join',
  chooseTeam: 'join',
  forgetPlayer: 'join',
  visitAccount: 'join',
  returnFromAccount: 'join',
  sendPhoneCode: 'phone-code',
  startPaper: 'paper',
  handInPaper: 'hand-in',
}

/** Opens what tells who plays: joining, codes to phones, accounts elsewhere, entry codes, and the end of keeping. */
export function openIdentity(options: {
  readonly db: Database
  readonly clock: Clock
  readonly sealer: Sealer
  readonly secret: string
  readonly contests: Contests
  readonly settings: IdentitySettings
  readonly onError: (error: unknown) => void
  readonly onTrouble: (trouble: string) => void
}): Identity {
  const { db, clock, sealer, secret, contests, settings, onError, onTrouble } = options
  const { publicUrl, words } = settings
  const rates = openNetworkRates(settings.perMinute)
  const desk = openPlayerDesk({ db, sealer })
  const sms = openSms(settings.sms)
  const providers = new Map(settings.providers.map(its => [its.key, openProvider(its)]))
  const services: IdentityServices = {
    ...{ db, clock, sealer, secret, contests, rates, desk, sms, providers, publicUrl, words, onTrouble },
  }
  const stopping = new AbortController()
  const look = async (): Promise<void> => {
    await sweepLapsed(db, clock)
    await erasePlayers(db, clock, stopping.signal)
  }
  let looking: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const lookSoon = (): void => {
    looking = looking.then(look).catch(onError)
  }
  return {
    routes: [
      ...joinRoutes(services),
      ...oauthRoutes(services),
      ...identityRoutes(services),
      ...entryCodeRoutes(services),
    ],
    services,
    admit: (address, operationId) => {
      const deed = ratedDeeds[operationId]
      if (!deed) return
      const retryAfterSeconds = rates.take(address, deed)
      if (retryAfterSeconds > 0) throw new Problem('too-many-requests', { retryAfterSeconds })
    },
    look,
    start: () => {
      lookSoon()
      timer = setInterval(lookSoon, lookAgainMs).unref()
    },
    close: async () => {
      clearInterval(timer)
      stopping.abort()
      await looking
      await desk.settle()
    },
  }
}

function openSms(settings: IdentitySettings['sms']): SmsSender | null {
  if (settings === null) return null
  return settings === 'shown' ? shownSms : openSmsGateway(settings)
}

const openProvider = (settings: OAuthSettings): OAuthProvider =>
  settings.preset === 'wechat' ? openWeChat(settings) : openOidc(settings)
