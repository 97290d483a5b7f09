import { Problem } from '@jianbao/errors'
import { type Mixed, rankOf } from './digest.ts'
import type { DrawRegister } from './draw.contract.ts'
import { recusalsOf } from './recusals.ts'

/**
 * The inspectors of each object, by rank. One that is full is freed, where that helps, by moving one of their objects on
 * to somebody else (augmenting paths), so that it ends without a team only when there is none.
 * Throws Problem `draw-recusals-many`.
 */
export function assignInspectors(
  register: Pick<DrawRegister, 'rules' | 'objects' | 'inspectors'>,
  drawn: readonly string[],
  mixed: Mixed,
): Map<string, string[]> {
  const { inspectorsPerObject, objectsPerInspector } = register.rules
  const recused = recusalsOf(register as DrawRegister)
  const codes = register.inspectors.map(({ code }) => code)
  const held = new Map<string, string[]>(codes.map(code => [code, []]))
  const teams = new Map<string, Set<string>>(drawn.map(object => [object, new Set()]))
  const orders = new Map<string, string[]>()
  const orderOf = (object: string): string[] => {
    const known = orders.get(object)
    if (known) return known
    const order = codes
      .filter(code => !recused.get(code)!.has(object))
      .map(code => ({ code, rank: rankOf('inspector', mixed, object, code) }))
      .sort((one, other) => (one.rank < other.rank ? -1 : 1))
      .map(({ code }) => code)
    orders.set(object, order)
    return order
  }
  const seat = (object: string, tried: Set<string>): boolean => {
    for (const code of orderOf(object)) {
      if (tried.has(code) || teams.get(object)!.has(code)) continue
      tried.add(code)
      const theirs = held.get(code)!
      const given = theirs.length < objectsPerInspector ? null : theirs.find(other => seat(other, tried))
      if (given === undefined) continue
      if (given !== null) {
        theirs.splice(theirs.indexOf(given), 1)
        teams.get(given)!.delete(code)
      }
      theirs.push(object)
      teams.get(object)!.add(code)
      return true
    }
    return false
  }
  for (const object of drawn)
    for (let place = 0; place < inspectorsPerObject; place++)
      if (!seat(object, new Set())) throw new Problem('draw-recusals-many')
  return new Map(drawn.map(object => [object, orderOf(object).filter(code => teams.get(object)!.has(code))]))
}
