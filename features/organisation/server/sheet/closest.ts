/** What was probably meant: the candidate with the fewest changes of a character, when they are few for its length. */
export function closest(text: string, candidates: Iterable<string>): string | null {
  // A code of three characters is near to every other one.
  if (text.length < 4 && /^[\x20-\x7e]*$/.test(text)) return null
  const most = text.length <= 2 ? 1 : text.length <= 6 ? 2 : 3
  let best: { candidate: string; changes: number } | null = null
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) > most) continue
    const changes = distance(text, candidate, most)
    if (
      changes <= most &&
      changes < Math.min(text.length, candidate.length) &&
      changes < (best?.changes ?? 99)
    )
      best = { candidate, changes }
  }
  return best?.candidate ?? null
}

/** Levenshtein's distance; anything above `most` when it is more. */
function distance(a: string, b: string, most: number): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(replaced, before[j]! + 1, row[j - 1]! + 1))
    }
    if (Math.min(...row) > most) return most + 1
    before = row
  }
  return before[b.length]!
}
