import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import type { Contests } from '../play/open-contests.ts'
import type { NetworkRates } from './network-rates.ts'
import type { OAuthProvider } from './oauth/oauth-provider.ts'
import type { SmsSender } from './phone/sms-sender.ts'
import type { PlayerDesk } from './player-desk.ts'

/** What the routes of joining work with: the program's own database, since who plays is no user here. */
export type IdentityServices = {
  readonly db: Database
  readonly clock: Clock
  readonly sealer: Sealer
  readonly secret: string
  readonly contests: Contests
  readonly rates: NetworkRates
  /** Takes newcomers in, many at a time. */
  readonly desk: PlayerDesk
  /** Null: no phone can be asked for. */
  readonly sms: SmsSender | null
  readonly providers: ReadonlyMap<string, OAuthProvider>
  /** The address people use; accounts elsewhere come back to it. */
  readonly publicUrl: string | null
  /** Words no nickname may hold. */
  readonly words: readonly string[]
  /** What the office hears of services outside that fail; never a number, a code or a token. */
  readonly onTrouble: (trouble: string) => void
}
