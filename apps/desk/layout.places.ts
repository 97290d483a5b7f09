/** Which places of the menu somebody sees, and where they are. */
import { type DeskMenuItem, type DeskRole, holdsRole, type MenuGroup, menuGroups } from '@jianbao/ui'

export type PlaceGroup = { readonly group: MenuGroup; readonly items: readonly DeskMenuItem[] }

/** Besides these a phone's bar has a button for all the others. */
const barLength = 4
const unranked = 9

/** In the order of the groups; a group without a place for these roles is left out. */
export function groupPlaces(menu: readonly DeskMenuItem[], roles: readonly DeskRole[]): PlaceGroup[] {
  const seen = menu.filter(item => holdsRole(roles, item.roles))
  return menuGroups
    .map(group => ({ group, items: seen.filter(item => item.group === group) }))
    .filter(({ items }) => items.length > 0)
}

/** The few places at the foot of a phone. */
export function barPlaces(groups: readonly PlaceGroup[]): DeskMenuItem[] {
  return groups
    .flatMap(({ items }) => items)
    .filter(item => !item.deskOnly)
    .sort((one, other) => (one.bar ?? unranked) - (other.bar ?? unranked))
    .slice(0, barLength)
}

/** The place a path belongs to: that with the longest beginning in common. */
export function placeOf(groups: readonly PlaceGroup[], pathname: string): DeskMenuItem | null {
  let found: DeskMenuItem | null = null
  let length = 0
  for (const item of groups.flatMap(({ items }) => items))
    for (const beginning of [item.path, ...(item.holds ?? [])]) {
      if (!begins(pathname, beginning) || beginning.length <= length) continue
      found = item
      length = beginning.length
    }
  return found
}

function begins(pathname: string, beginning: string): boolean {
  if (pathname === beginning) return true
  if (beginning === '/') return false
  return pathname.startsWith(beginning.endsWith('/') ? beginning : `${beginning}/`)
}
