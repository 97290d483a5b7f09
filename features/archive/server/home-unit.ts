import { homeOf, type Scope } from '@jianbao/platform/access'

/** The unit that what somebody sends belongs to. */
export function homeUnit(scope: Scope): string {
  const home = homeOf(scope)
  if (!home) throw new Error('whoever sends documents holds a post')
  return home.unitId
}
