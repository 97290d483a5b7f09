import type { UnitRegister } from './facts.types.ts'

/** The full name of the publisher as printed in a masthead. */
export function resolvePublisher(surface: string, _series: string | null, _register: UnitRegister): string {
  return surface.replace(/\s+/gu, '')
}
