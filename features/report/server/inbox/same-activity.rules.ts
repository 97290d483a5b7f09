/** Whether two reports of different units tell of one activity: about the same days, in much the same words. */
const dayMs = 24 * 60 * 60 * 1000

export type Told = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly title: string
  /** The first words of the text. */
  readonly excerpt: string
  readonly startDay: string | null
}

/** From here on two are taken for one activity. */
export const likeEnough = 0.45

/** Pairs of characters of the words that are not the unit's own name; each unit tells it in its own name. */
function pairs(text: string, { unitName }: Told): Set<string> {
  const place = unitName.replace(/(科协|科学技术协会|学会|协会)$/, '')
  const bare = [unitName, place].filter(Boolean).reduce((rest, name) => rest.replaceAll(name, ''), text)
  const letters = bare.replace(/[^\p{L}]/gu, '')
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  )
}

/** What two sets have in common, of both together: 0 to 1. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (!one.size || !other.size) return 0
  let common = 0
  for (const pair of one) if (other.has(pair)) common++
  return (2 * common) / (one.size + other.size)
}

/** Reads the pairs of each report once, and compares any two of those it was given. */
export function readLikeness(reports: readonly Told[]): (one: Told, other: Told) => number {
  const read = new Map(
    reports.map(told => [told.id, { title: pairs(told.title, told), text: pairs(told.excerpt, told) }]),
  )
  return (one, other) => {
    if (one.unitId === other.unitId || !near(one.startDay, other.startDay)) return 0
    const [a, b] = [read.get(one.id), read.get(other.id)]
    if (!a || !b) return 0
    return Math.max(shared(a.title, b.title), shared(a.text, b.text))
  }
}

function near(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  return Math.abs(Date.parse(one) - Date.parse(other)) <= dayMs
}
