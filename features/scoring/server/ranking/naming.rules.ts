/** Units that are named: nothing adopted, nothing reported in a month, a quarter or a year. */
import {
  daysOf,
  monthsOf,
  type Naming,
  periodOf,
  type ScoreFlag,
  type ScoringVersion,
} from '../../contract/index.ts'
import { versionOn } from '../match.rules.ts'

type Month = { readonly month: string; readonly adoptions: number; readonly reported: number }
export type NamingOf = {
  readonly versions: readonly ScoringVersion[]
  readonly from: string
  readonly to: string
  readonly today: string
}

/**
 * What a unit of a class is named for in a period: of the period itself, or of those inside it that are over. The rules
 * are those of the last day of each; a period before any rules names nobody.
 */
export function namingsOf(
  { versions, from, to, today }: NamingOf,
  unitClass: string,
  period: string,
  months: readonly Month[],
): Naming[] {
  const found: Naming[] = []
  for (const part of partsOf(period)) {
    const days = daysOf(part)
    if (days.from > today || days.from > to || days.to < from) continue
    const open = days.to >= today
    if (open && part !== period) continue
    const version = versionOn({ versions: [...versions] }, days.to)
    for (const flag of version?.flags ?? []) {
      if (perOf(part) !== flag.per || (flag.classes && !flag.classes.includes(unitClass))) continue
      if (happened(flag, part, months)) continue
      found.push({ name: flag.name, on: flag.on, period: part, open })
    }
  }
  return found
}

function happened(flag: ScoreFlag, part: string, months: readonly Month[]): boolean {
  const inside = new Set(monthsOf(part))
  const key = flag.on === 'no-adoption' ? 'adoptions' : 'reported'
  return months.some(month => inside.has(month.month) && month[key] > 0)
}

/** The period with all shorter ones inside it. */
function partsOf(period: string): string[] {
  const months = monthsOf(period)
  const quarters =
    perOf(period) === 'month' ? [] : [...new Set(months.map(month => periodOf(`${month}-01`, 'quarter')))]
  return [...new Set([period, ...quarters, ...(perOf(period) === 'month' ? [] : months)])]
}

function perOf(period: string): 'month' | 'quarter' | 'year' {
  return period.length === 4 ? 'year' : period[5] === 'Q' ? 'quarter' : 'month'
}
