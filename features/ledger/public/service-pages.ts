import type { Clock } from '@jianbao/platform/clock'
import type { ShowPage } from '@jianbao/platform/html'
import type { Mailer } from '@jianbao/platform/mail'
import type { Sealer } from '@jianbao/platform/seal'
import type { FastifyReply } from 'fastify'

/** What the public pages of services work with. */
export type ServicePages = {
  readonly clock: Clock
  readonly sealer: Sealer
  readonly mailer: Pick<Mailer, 'on'>
  /** Signs the forms. */
  readonly secret: string
  readonly showPage: ShowPage<FastifyReply>
}
