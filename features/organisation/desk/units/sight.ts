import type { Unit } from '../../contract/index.ts'

type Placed = Pick<Unit, 'id' | 'name' | 'line'>

/** Names of the units whose people no longer see `unit` when it goes below `target`, and of those who do from then on. */
export function sightOf(unit: Placed, target: Placed): { lose: string[]; gain: string[] } {
  const after = [...target.line, target]
  const missing = (from: readonly { id: string; name: string }[], among: readonly { id: string }[]) =>
    from.filter(one => !among.some(other => other.id === one.id)).map(one => one.name)
  return { lose: missing(unit.line, after), gain: missing(after, unit.line) }
}
