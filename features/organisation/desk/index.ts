/** The pages of the organisation room; each group of pages brings its routes, its places in the menu and its texts. */
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { finders, finderTexts } from './finders.ts'
import { groupMenu, groupRoutes, groupTexts } from './groups/index.ts'
import { importMenu, importRoutes, importTexts } from './import/index.ts'
import { personMenu, personRoutes, personTexts } from './people/index.ts'
import { unitFilterTexts } from './unit-filter.texts.ts'
import { unitMenu, unitRoutes, unitTexts } from './units/index.ts'

export { UnitFilter } from './unit-filter.tsx'
export { type PickedUnit, UnitPicker } from './unit-picker.tsx'
export { finders }

export const texts = [finderTexts, unitFilterTexts, unitTexts, personTexts, groupTexts, importTexts]

export const routes: readonly DeskRoute[] = [...unitRoutes, ...personRoutes, ...groupRoutes, ...importRoutes]

export const menu: readonly DeskMenuItem[] = [...unitMenu, ...personMenu, ...groupMenu, ...importMenu]
