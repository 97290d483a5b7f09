/** Whether two titles say the same, whoever they name and whenever it was. */

/** From here on two titles are taken for one. */
export const likeEnough = 0.6

/** Names of units and days say who and when, which is compared apart. */
const days = /(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号]|\d{4}年(?:度)?|\d{1,2}月份?|[上下中]旬|近日|日前/gu

/** What a title says, by letters and numbers alone. `names`: of the units it may speak of. */
export function plainTitle(title: string, names: readonly string[]): string {
  const longest = [...names].filter(name => name.length > 1).sort((a, b) => b.length - a.length)
  const without = longest.reduce(
    (rest, name) => rest.replaceAll(name, ''),
    title.normalize('NFKC').toLowerCase(),
  )
  return without.replace(days, '').replace(/[^\p{L}\p{N}]/gu, '')
}

/** Dice's measure over pairs of characters, each counted as often as it stands there: 0 to 1. */
export function likeness(one: string, other: string): number {
  if (one === other) return one ? 1 : 0
  const [a, b] = [[...one], [...other]]
  if (a.length < 2 || b.length < 2) return 0
  const counts = new Map<string, number>()
  for (let i = 1; i < a.length; i++) counts.set(a[i - 1]! + a[i]!, (counts.get(a[i - 1]! + a[i]!) ?? 0) + 1)
  let common = 0
  for (let i = 1; i < b.length; i++) {
    const left = counts.get(b[i - 1]! + b[i]!) ?? 0
    if (left === 0) continue
    counts.set(b[i - 1]! + b[i]!, left - 1)
    common++
  }
  return (2 * common) / (a.length - 1 + b.length - 1)
}

type Titled = { readonly title: string }

/** Those under nearly the same title, the likest first. */
export function nearTitles<T extends Titled>(
  title: string,
  others: readonly T[],
  names: readonly string[],
): (T & { likeness: number })[] {
  const asked = plainTitle(title, names)
  return others
    .map(other => ({ ...other, likeness: likeness(asked, plainTitle(other.title, names)) }))
    .filter(other => other.likeness >= likeEnough)
    .sort((a, b) => b.likeness - a.likeness)
}
