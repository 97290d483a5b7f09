/** Kinds of units, in the order an office lists them. */
export const unitKinds = [
  'province',
  'city',
  'county',
  'society',
  'university',
  'hospital',
  'enterprise',
  'department',
  'affiliate',
  'branch',
] as const
export type UnitKind = (typeof unitKinds)[number]
