/** Lines somebody typed or pasted: a unit, then how many people are expected of it. */
export type ExpectedLines = {
  readonly rows: readonly { readonly unit: string; readonly expected: number | null }[]
  readonly bad: readonly { readonly row: number; readonly text: string }[]
}

/** Two columns parted by a tab, a comma or blanks; `-` or nothing behind a tab takes a number away. */
export function readExpectedLines(text: string): ExpectedLines {
  const rows: { unit: string; expected: number | null }[] = []
  const bad: { row: number; text: string }[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim()) continue
    const plain = line.normalize('NFKC').trim()
    const found = /^(.+?)(?:\s*\t\s*|\s*,\s*|\s+)([\d, ]+|[-–—])\s*人?$/.exec(plain)
    const [unit, number] = [found?.[1]?.trim() ?? '', found?.[2]?.replace(/[, ]/g, '') ?? '']
    const cleared = /^[-–—]$/.test(number)
    if (!unit || !(cleared || /^\d{1,9}$/.test(number))) bad.push({ row: at + 1, text: plain.slice(0, 40) })
    else rows.push({ unit, expected: cleared ? null : Number(number) })
  }
  return { rows, bad }
}
