import type { Scope } from '@jianbao/platform/access'

/** The unit at the top of the tree, there from the beginning. */
export const rootUnitId = '00000000-0000-4000-8000-000000000001'

/** Everything: what the program itself, the command line and the start act in. */
export const wholeScope: Scope = { roots: [{ unitId: rootUnitId, path: '' }], content: true }
