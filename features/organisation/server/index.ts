import { type Migration, readMigrations } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import {
  Group,
  GroupPage,
  GroupSummary,
  Import,
  ImportPage,
  ImportSummary,
  OneTimePassword,
  Person,
  PersonPage,
  PersonSummary,
  Unit,
  UnitPage,
  UnitRow,
  UnitSummary,
  UnitTree,
} from '../contract/index.ts'
import { groupRoutes } from './group.routes.ts'
import type { OrganisationServices } from './organisation.services.ts'
import { accountRoutes } from './people/account.routes.ts'
import { peopleRoutes } from './people/people.routes.ts'
import type { PeopleServices } from './people/people.services.ts'
import { unitRoutes } from './unit.routes.ts'

export { importWork } from './import/import-work.ts'
export { type Imports, openImports } from './import/open-imports.ts'
export { openRowReader, type RowReader, short } from './import/row-reader.ts'
export { loadRegister } from './load-register.ts'
export { type Enrolment, enrolPerson } from './people/enrol-person.ts'
export { type Holder, listHolders, nameUnits, nearestOffice, type Office } from './people/find-holders.ts'
export { findPosts } from './people/find-posts.ts'
export { peopleWork } from './people/list-work.ts'
export { type PersonRecord, recordPeople } from './people/record-people.ts'
export { rootUnitId, wholeScope } from './root-unit.ts'
export { closest } from './sheet/closest.ts'
export { openSheets } from './sheet/open-sheets.ts'
export type { Sheets } from './sheet/sheet.port.ts'
export type { ReadSheet, RowResult, SheetForm, SheetRow } from './sheet/sheet.types.ts'
export { listRegisterEntries, readUnitNames, type UnitNameList } from './unit-names.ts'

export const organisationMigrations = (): Promise<Migration[]> =>
  readMigrations('organisation', new URL('./migrations/', import.meta.url))

export const organisationRoutes = (services: OrganisationServices): Route[] => [
  ...unitRoutes(services),
  ...groupRoutes(services),
]

/** People, their roles and their accounts. */
export const personRoutes = (services: PeopleServices): Route[] => [
  ...peopleRoutes(services),
  ...accountRoutes(services),
]

/** Shapes that get a name in the API document. */
export const organisationShapes = {
  Group,
  GroupPage,
  GroupSummary,
  Import,
  ImportPage,
  ImportSummary,
  OneTimePassword,
  Person,
  PersonPage,
  PersonSummary,
  Unit,
  UnitPage,
  UnitRow,
  UnitSummary,
  UnitTree,
}
