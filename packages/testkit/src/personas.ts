import { type Role, roles } from '@jianbao/platform/access'

/** Units of the test federation: the root, a city below it with a county, and a sister of the city. */
export const testUnits = {
  root: '00000000-0000-4000-8000-000000000001',
  city: '00000000-0000-4000-8000-00000000c171',
  county: '00000000-0000-4000-8000-00000000c021',
  sister: '00000000-0000-4000-8000-000000005157',
} as const
export type TestUnit = keyof typeof testUnits

/**
 * Who a test calls as: nobody, a person without a role, one who left; `editor` holds the role at the root,
 * `editor@city` in the city.
 */
export type Persona = 'anonymous' | 'signed-in' | 'left' | Role | `${Role}@${Exclude<TestUnit, 'root'>}`

const places = ['root', 'city', 'county', 'sister'] as const

/** All personas that have an account. */
export const accountPersonas: readonly Exclude<Persona, 'anonymous'>[] = [
  'signed-in',
  'left',
  ...roles.flatMap(role => places.map(place => (place === 'root' ? role : (`${role}@${place}` as const)))),
]

/** The role and the unit of a persona; null for those without a post. */
export function postOf(persona: Persona): { role: Role; unit: TestUnit } | null {
  const [role, unit = 'root'] = persona.split('@') as [Role, TestUnit?]
  return roles.includes(role) ? { role, unit } : null
}
