/** @returns offsets where a sentence of the paragraph begins, without the first: where it may be parted. */
export function sentenceStarts(paragraph: string): number[] {
  const starts: number[] = []
  for (const end of paragraph.matchAll(/[。！？!?；;…]+[”’」』）)]*\s*/g)) {
    const start = end.index + end[0].length
    if (start < paragraph.length) starts.push(start)
  }
  return starts
}

/** @returns where the paragraph would be parted: at the cursor, else before the sentence nearest to its middle. */
export function likelySplit(paragraph: string, cursor: number | null): number | null {
  if (cursor !== null && cursor > 0 && cursor < paragraph.length) return cursor
  const middle = paragraph.length / 2
  return sentenceStarts(paragraph).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? null
}
