/** Roles as the API names them; pages know no other list. */
import type { components } from '@jianbao/client'

type User = NonNullable<components['schemas']['Session']['user']>
/** A role somebody holds in a unit. */
export type DeskRole = User['posts'][number]['role']

/** Everybody who works on what bulletins are made of: not the three administrators. */
export const businessRoles: readonly DeskRole[] = [
  'reporter',
  'unit-lead',
  'editor',
  'reviser',
  'signatory',
  'coordinator',
  'inspector',
]

/** 三员: each holds this role alone. */
export const administratorRoles: readonly DeskRole[] = [
  'system-administrator',
  'security-administrator',
  'auditor',
]

export const roles: readonly DeskRole[] = [...businessRoles, ...administratorRoles]

/** Whether somebody with these roles may see what is for `wanted`; what names no roles is for everybody. */
export function holdsRole(held: readonly DeskRole[], wanted?: readonly DeskRole[]): boolean {
  return wanted === undefined || held.some(role => wanted.includes(role))
}
