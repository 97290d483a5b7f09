/** A name found in a text, with all that bear it. */
export type NameFound<T> = {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly holders: readonly T[]
}

export type NameIndex<T> = {
  get(name: string): readonly T[]
  /** The longest name that begins at a place; null when there is none. */
  longestAt(text: string, start: number): NameFound<T> | null
  /** Every name of the text from the left, the longest first, none overlapping another. */
  findIn(text: string): NameFound<T>[]
}

/** Names by their first character and length: a text is gone through once, however many names there are. */
export function indexNames<T>(entries: readonly (readonly [string, T])[]): NameIndex<T> {
  const holders = new Map<string, T[]>()
  const lengths = new Map<string, number[]>()
  for (const [name, holder] of entries) {
    if (name === '') continue
    const known = holders.get(name)
    if (known) {
      known.push(holder)
      continue
    }
    holders.set(name, [holder])
    const first = name.slice(0, 2)
    const list = lengths.get(first)
    if (!list) lengths.set(first, [name.length])
    else if (!list.includes(name.length)) list.push(name.length)
  }
  for (const list of lengths.values()) list.sort((a, b) => b - a)

  function longestAt(text: string, start: number): NameFound<T> | null {
    const candidates = [lengths.get(text.slice(start, start + 2)), lengths.get(text.charAt(start))]
    for (const list of candidates)
      for (const length of list ?? []) {
        const name = text.slice(start, start + length)
        const found = holders.get(name)
        if (found) return { start, end: start + length, name, holders: found }
      }
    return null
  }

  return {
    get: name => holders.get(name) ?? [],
    longestAt,
    findIn(text) {
      const found: NameFound<T>[] = []
      for (let start = 0; start < text.length; ) {
        const name = longestAt(text, start)
        if (name) found.push(name)
        start = name ? name.end : start + 1
      }
      return found
    },
  }
}
