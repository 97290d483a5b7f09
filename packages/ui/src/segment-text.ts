/** Cuts a text at every boundary of every mark, so that nested, overlapping and many-part marks can be drawn in one pass. */
export type TextSpan = readonly [start: number, end: number]

export type Mark = {
  readonly spans: readonly TextSpan[]
  /** Which mark a click means where several lie on one another: the lowest. */
  readonly rank: number
}

/** A stretch of text under the same marks. `marks` are indexes into the list of marks, lowest rank and shortest first. */
export type Run = { readonly start: number; readonly end: number; readonly marks: readonly number[] }

/** Consecutive runs that begin and end at a line, drawn together. */
export type Chunk = { readonly start: number; readonly end: number; readonly runs: readonly Run[] }

/**
 * @param length of the text in UTF-16 code units; spans are clipped to it, empty ones are dropped.
 * @returns runs that follow one another without gap from 0 to `length`.
 */
export function segmentText(length: number, marks: readonly Mark[]): Run[] {
  const opens = new Map<number, number[]>()
  const closes = new Map<number, number[]>()
  const boundaries = new Set<number>([0, length])
  const sizes = marks.map((mark, index) => {
    let size = 0
    for (const [from, to] of mark.spans) {
      const start = Math.max(0, from)
      const end = Math.min(length, to)
      if (start >= end) continue
      size += end - start
      push(opens, start, index)
      push(closes, end, index)
      boundaries.add(start).add(end)
    }
    return size
  })
  const before = (one: number, other: number) =>
    marks[one]!.rank - marks[other]!.rank || sizes[one]! - sizes[other]! || one - other

  const runs: Run[] = []
  // A mark may cover a place twice when its own spans overlap, so the open ones are counted.
  const open = new Map<number, number>()
  let start = 0
  for (const at of [...boundaries].sort((a, b) => a - b)) {
    if (at > start) runs.push({ start, end: at, marks: [...open.keys()].sort(before) })
    start = at
    for (const index of opens.get(at) ?? []) open.set(index, (open.get(index) ?? 0) + 1)
    for (const index of closes.get(at) ?? []) {
      const left = (open.get(index) ?? 0) - 1
      if (left > 0) open.set(index, left)
      else open.delete(index)
    }
  }
  return runs
}

/**
 * Groups runs into chunks of about `lines` lines, cutting runs where a chunk ends.
 * A chunk ends after a line break, so that each can be a block of its own without changing what is seen.
 */
export function chunkRuns(text: string, runs: readonly Run[], lines: number): Chunk[] {
  const chunks: Chunk[] = []
  let start = 0
  let first = 0
  while (start < text.length) {
    const end = afterLines(text, start, lines)
    const inside: Run[] = []
    for (let at = first; at < runs.length && runs[at]!.start < end; at++) {
      const run = runs[at]!
      inside.push({ start: Math.max(start, run.start), end: Math.min(end, run.end), marks: run.marks })
      if (run.end <= end) first = at + 1
    }
    chunks.push({ start, end, runs: inside })
    start = end
  }
  return chunks
}

function afterLines(text: string, start: number, lines: number): number {
  let end = start
  for (let line = 0; line < lines; line++) {
    const next = text.indexOf('\n', end)
    if (next < 0) return text.length
    end = next + 1
  }
  return end
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
