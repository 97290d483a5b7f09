import { type DrawRegister, drawSchema } from './draw.contract.ts'

/**
 * The one text a register has, whatever the order its parts stand in: lines of fields between tabs, sorted by code point
 * behind the first, each ended by a line feed (docs/draw.md spells it out). Texts must hold no control characters.
 */
export function canonicalText({ name, organiser, rules, objects, inspectors }: DrawRegister): string {
  const lines = [`draw\t${name}\t${organiser}`]
  lines.push(`rules\t${rules.count}\t${rules.inspectorsPerObject}\t${rules.objectsPerInspector}`)
  for (const each of rules.strata)
    lines.push(`stratum\t${each.name}\t${each.minimumCount}\t${each.minimumShare}`)
  for (const { code, name, stratum } of objects) lines.push(`object\t${code}\t${name}\t${stratum}`)
  for (const { code, name, unit, recused } of inspectors) {
    lines.push(`inspector\t${code}\t${name}\t${unit}`)
    for (const object of recused) lines.push(`recusal\t${code}\t${object}`)
  }
  return `${drawSchema}\n${sortByCodePoint(lines).join('\n')}\n`
}

/** By code point, which is the order of the UTF-8 bytes. */
export function sortByCodePoint(lines: readonly string[]): string[] {
  // JavaScript's own order is that of UTF-16 units: another one only where surrogates stand.
  if (!lines.some(line => /[\ud800-\udfff]/.test(line))) return [...lines].sort()
  return [...lines].sort(compareCodePoints)
}

function compareCodePoints(one: string, other: string): number {
  const [ones, others] = [[...one], [...other]]
  for (const [at, letter] of ones.entries()) {
    if (at >= others.length) return 1
    const apart = letter.codePointAt(0)! - others[at]!.codePointAt(0)!
    if (apart !== 0) return apart
  }
  return ones.length - others.length
}
