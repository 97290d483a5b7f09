import { type Migration, readMigrations } from '@jianbao/platform/db'

export { type Enrolment, enrolPerson } from './enrol-person.ts'
export { findPosts } from './find-posts.ts'
export { rootUnitId } from './root-unit.ts'

export const organisationMigrations = (): Promise<Migration[]> =>
  readMigrations('organisation', new URL('./migrations/', import.meta.url))
