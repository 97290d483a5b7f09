import type { CircularChanges, CircularFigures, CircularUnit } from '../../contract/index.ts'

/** What is otherwise now than in the figures of a circular. */
export function listChanges(then: CircularFigures, now: CircularFigures): CircularChanges {
  const totals = (['units', 'reported', 'adopted'] as const)
    .map(what => ({ what, was: then.totals[what], is: now.totals[what] }))
    .filter(({ was, is }) => was !== is)
  const [before, after] = [signatures(then), signatures(now)]
  const ids = new Set([...before.keys(), ...after.keys()])
  return { totals, units: [...ids].filter(id => before.get(id) !== after.get(id)).length }
}

function signatures({ classes }: CircularFigures): Map<string, string> {
  const sign = ({ rank, points, reported, adopted }: CircularUnit, of: string) =>
    [of, rank, points, reported, adopted].join(' ')
  return new Map(classes.flatMap(({ id, units }) => units.map(unit => [unit.unitId, sign(unit, id)])))
}
