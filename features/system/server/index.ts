import { type Database, type Migration, readMigrations } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import { AuditChain, AuditDetail, AuditEntry, AuditPage, SecurityPolicy } from '../contract/index.ts'
import { auditRoutes } from './audit/audit.routes.ts'
import { type PolicyServices, policyRoutes } from './policy/policy.routes.ts'

export { systemWork } from './list-work.ts'

/** They stand after those of the trail and of the organisation, whose tables they bring together. */
export const systemMigrations = (): Promise<Migration[]> =>
  readMigrations('system', new URL('./migrations/', import.meta.url))

export type SystemServices = PolicyServices & {
  readonly db: Database
  /** The file in which the server keeps hashes of the audit trail. */
  readonly anchors: string
}

export const systemRoutes = (services: SystemServices): Route[] => [
  ...auditRoutes(services),
  ...policyRoutes(services),
]

/** Shapes that get a name in the API document. */
export const systemShapes = { AuditChain, AuditDetail, AuditEntry, AuditPage, SecurityPolicy }
