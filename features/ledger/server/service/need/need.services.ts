import type { Clock } from '@jianbao/platform/clock'
import type { Mailer } from '@jianbao/platform/mail'
import type { Sealer } from '@jianbao/platform/seal'

/** No database among them: what a caller asks for is read and changed through `read` and `act` of the route. */
export type NeedServices = {
  readonly clock: Clock
  readonly sealer: Sealer
  readonly mailer: Mailer
  /** Where people reach the site; without it letters carry no link. */
  readonly publicUrl: string | null
}
