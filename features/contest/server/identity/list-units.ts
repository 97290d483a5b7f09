import { createHash } from 'node:crypto'
import type { UnitChoices } from '../../contract/index.ts'
import type { LiveContest, LiveUnit } from '../play/live-contest.ts'

type Choices = { readonly body: string; readonly tag: string }
type Made = { readonly run: number; readonly byCity: Map<number | null, Choices> }

/** Contests whose choices are kept ready. */
const mostContests = 200

/** Makes the choices of a contest once for each of its runs. Answers null for a city it has not. */
export function keepUnitChoices(): (contest: LiveContest, cityNo: number | null) => Choices | null {
  const kept = new Map<string, Made>()
  return (contest, cityNo) => {
    let made = kept.get(contest.id)
    if (made?.run !== contest.run) {
      if (kept.size >= mostContests) kept.clear()
      made = { run: contest.run, byCity: new Map() }
      kept.set(contest.id, made)
    }
    const there = made.byCity.get(cityNo)
    if (there) return there
    const units = unitChoices([...contest.units.values()], cityNo)
    if (!units) return null
    const choices: UnitChoices = { run: contest.run, units }
    const body = JSON.stringify(choices)
    const tag = `"${createHash('sha256').update(`${contest.id}\n${body}`).digest('base64url').slice(0, 22)}"`
    const its = { body, tag }
    made.byCity.set(cityNo, its)
    return its
  }
}

/** The first level: cities, and what lies in none; below a city what lies in it, itself first. */
export function unitChoices(units: readonly LiveUnit[], cityNo: number | null): UnitChoices['units'] | null {
  const isFirst = ({ no, cityNo: its }: LiveUnit): boolean => its === 0 || its === no
  if (cityNo === null) {
    const cities = new Set(units.filter(unit => !isFirst(unit)).map(unit => unit.cityNo))
    const first = units.filter(isFirst).map(({ no, name }) => ({ no, name, more: cities.has(no) }))
    // Most people look for their city: those come before what lies in none.
    return [...first.filter(({ more }) => more), ...first.filter(({ more }) => !more)]
  }
  const inside = units.filter(unit => unit.cityNo === cityNo)
  if (!inside.some(({ no }) => no === cityNo)) return null
  const itself = inside.filter(({ no }) => no === cityNo)
  return [...itself, ...inside.filter(({ no }) => no !== cityNo)].map(({ no, name }) => ({
    no,
    name,
    more: false,
  }))
}
