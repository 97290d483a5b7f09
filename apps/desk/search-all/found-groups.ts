/** What was found, group by group, and the walk through it with the arrow keys. */
import type { Finding } from '@jianbao/ui'

export type FoundGroup = {
  readonly label: string
  readonly rows: readonly Finding[]
  /** Address of all there is, behind the first few. */
  readonly all: string | null
  readonly problem: unknown
}

export type FoundOption =
  | { readonly kind: 'finding'; readonly finding: Finding; readonly link: string }
  | { readonly kind: 'all'; readonly link: string }

/** The options of a group, in the order the keys walk them. */
export function optionsOf({ rows, all }: FoundGroup): FoundOption[] {
  const findings = rows.map(finding => ({ kind: 'finding' as const, finding, link: finding.link }))
  return all !== null && rows.length > 0 ? [...findings, { kind: 'all', link: all }] : findings
}

/** @returns where an arrow key leads: round the ends, and through the field itself (-1). */
export function stepTo(current: number, step: 1 | -1, count: number): number {
  return ((current + 1 + step + count + 1) % (count + 1)) - 1
}

/** @returns the places of the menu that have the words in their name. */
export function findPlaces(
  places: readonly { readonly title: string; readonly link: string }[],
  words: string,
): Finding[] {
  const wanted = words.toLowerCase()
  return places.filter(({ title }) => title.toLowerCase().includes(wanted))
}
