import { type Migration, readMigrations } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import {
  Group,
  GroupPage,
  GroupSummary,
  Unit,
  UnitPage,
  UnitRow,
  UnitSummary,
  UnitTree,
} from '../contract/index.ts'
import { groupRoutes } from './group.routes.ts'
import type { OrganisationServices } from './organisation.services.ts'
import { unitRoutes } from './unit.routes.ts'

export { type Enrolment, enrolPerson } from './people/enrol-person.ts'
export { findPosts } from './people/find-posts.ts'
export { type PersonRecord, recordPeople } from './people/record-people.ts'
export { rootUnitId, wholeScope } from './root-unit.ts'

export const organisationMigrations = (): Promise<Migration[]> =>
  readMigrations('organisation', new URL('./migrations/', import.meta.url))

export const organisationRoutes = (services: OrganisationServices): Route[] => [
  ...unitRoutes(services),
  ...groupRoutes(services),
]

/** Shapes that get a name in the API document. */
export const organisationShapes = {
  Group,
  GroupPage,
  GroupSummary,
  Unit,
  UnitPage,
  UnitRow,
  UnitSummary,
  UnitTree,
}
