import type { RegisterEntry, UnitRegister } from './facts.types.ts'

/**
 * The register with names people taught, or of an office's own units: what they say of a name wins over what the
 * register says. The register itself stays as it was.
 */
export function learnNames(register: UnitRegister, learned: readonly RegisterEntry[]): UnitRegister {
  if (!learned.length) return register
  const bySurface = new Map(register.bySurface)
  let { longestSurface } = register
  for (const taught of learned) {
    const there = bySurface.get(taught.name)
    const entry = there?.name === taught.name ? there : taught
    for (const surface of [taught.name, ...taught.shortNames]) {
      bySurface.set(surface, entry)
      longestSurface = Math.max(longestSurface, surface.length)
    }
  }
  return { entries: [...register.entries, ...learned], bySurface, longestSurface }
}
