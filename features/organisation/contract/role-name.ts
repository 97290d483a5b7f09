/** Roles people hold in units, as the platform knows them; a test keeps both lists the same. */
export const roleNames = [
  'reporter',
  'unit-lead',
  'editor',
  'reviser',
  'signatory',
  'coordinator',
  'inspector',
  'system-administrator',
  'security-administrator',
  'auditor',
] as const
export type RoleName = (typeof roleNames)[number]
