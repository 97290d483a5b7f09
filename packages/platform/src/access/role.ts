/** The posts a person can hold; the words are those of the glossary. */
export const businessRoles = [
  'reporter',
  'unit-lead',
  'editor',
  'reviser',
  'signatory',
  'coordinator',
  'inspector',
] as const
/** 三员: whoever holds one of them holds nothing else, and reads nothing of what bulletins are made of. */
export const administratorRoles = ['system-administrator', 'security-administrator', 'auditor'] as const
export const roles = [...businessRoles, ...administratorRoles] as const

export type BusinessRole = (typeof businessRoles)[number]
export type AdministratorRole = (typeof administratorRoles)[number]
export type Role = (typeof roles)[number]

export function isAdministratorRole(role: Role): role is AdministratorRole {
  return (administratorRoles as readonly Role[]).includes(role)
}

/** Whether one person may hold all of these: one of the three administrators' roles, or any number of others. */
export function mayHoldTogether(held: Iterable<Role>): boolean {
  const different = new Set(held)
  return different.size <= 1 || ![...different].some(isAdministratorRole)
}
