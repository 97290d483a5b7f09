import type { DrawRegister } from './draw.contract.ts'

/** By inspector the objects they must not inspect: those named, and their own unit. */
export function recusalsOf({ objects, inspectors }: DrawRegister): Map<string, Set<string>> {
  const codes = new Set(objects.map(({ code }) => code))
  return new Map(
    inspectors.map(({ code, unit, recused }) => {
      const all = new Set(recused)
      if (codes.has(unit)) all.add(unit)
      return [code, all]
    }),
  )
}
