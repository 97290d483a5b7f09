/** The year that most full years of a text name (2021年), null when it names none. Ties go to the later year. */
export function documentYear(raw: string, start: number, end: number): number | null {
  const counts = new Map<number, number>()
  for (const found of raw.slice(start, end).matchAll(/(?<!\d)((?:19|20)\d\d)\s?年/g)) {
    const year = Number(found[1])
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  let best: number | null = null
  for (const [year, count] of counts) {
    const most = best === null ? 0 : counts.get(best)!
    if (count > most || (count === most && year > best!)) best = year
  }
  return best
}
