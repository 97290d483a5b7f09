import { type Migration, readMigrations } from '@jianbao/platform/db'
import {
  ItemMissives,
  Missive,
  MissiveDrafted,
  MissiveItemPage,
  MissivePage,
  MissivePlan,
  MissivePreview,
} from '../contract/index.ts'

export { draftMissives } from './draft/draft-missives.ts'
export { type Missives, openMissives } from './frozen/open-missives.ts'
export { missiveWork } from './list/list-work.ts'
export { issueMissive, submitMissive } from './sign/act-on-missive.ts'

export const circularMigrations = (): Promise<Migration[]> =>
  readMigrations('circular', new URL('./migrations/', import.meta.url))

/** Shapes that get a name in the API document. */
export const missiveShapes = {
  ItemMissives,
  Missive,
  MissiveDrafted,
  MissiveItemPage,
  MissivePage,
  MissivePlan,
  MissivePreview,
}
