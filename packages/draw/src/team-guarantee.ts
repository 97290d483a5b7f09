/** Whether every possible selection can be given its teams. */
import type { DrawInspector, DrawRules } from './draw.contract.ts'

/**
 * Hall's condition, for the worst selection: any s of the drawn objects need s × k places, and find in each inspector as
 * many as they may take, less those they are recused from. True only when it holds for every selection; may be false
 * for registers that would just do.
 */
export function guaranteesTeams(
  { count, inspectorsPerObject, objectsPerInspector: most }: DrawRules,
  inspectors: readonly Pick<DrawInspector, 'code'>[],
  recused: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const perObject = new Map<string, number>()
  for (const objects of recused.values())
    for (const object of objects) perObject.set(object, (perObject.get(object) ?? 0) + 1)
  const weights = [...perObject.values()].sort((a, b) => b - a)
  const reaches = [...recused.values()].map(({ size }) => size).sort((a, b) => b - a)
  const places = inspectors.length * most
  let budget = 0
  for (let s = 1; s <= count; s++) {
    budget += weights[s - 1] ?? 0
    if (s <= most) continue
    if (places - worstLoss(reaches, budget, s, most) < s * inspectorsPerObject) return false
  }
  return true
}

/**
 * The most places that s objects with `budget` recusals among them can lose: of an inspector recused from m of them
 * m - (s - most). Shared out to the costliest first, parts of an inspector too, so never less than what can happen.
 */
function worstLoss(reaches: readonly number[], budget: number, s: number, most: number): number {
  let [left, loss] = [budget, 0]
  for (const reach of reaches) {
    const taken = Math.min(reach, s)
    const lost = taken - (s - most)
    if (lost <= 0 || left <= 0) break
    loss += left >= taken ? lost : (left * lost) / taken
    left -= taken
  }
  return loss
}
