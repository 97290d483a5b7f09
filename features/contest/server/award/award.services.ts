import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { ShowPage } from '@jianbao/platform/html'
import type { Sealer } from '@jianbao/platform/seal'
import type { FastifyReply } from 'fastify'
import type { CertificatePress } from './certificate/certificate-press.ts'

/** What awards are made with. `db` is for players, who are no users here; the office reads and acts by its routes. */
export type AwardServices = {
  readonly db: Database
  readonly clock: Clock
  readonly sealer: Sealer
  readonly press: CertificatePress
  /** Where people reach the site, when a proxy stands in front. */
  readonly publicUrl: string | null
  readonly showPage: ShowPage<FastifyReply>
}
