import type { Finding } from './finding.contract.ts'

/**
 * Puts the mend of a finding into the text it was found in.
 *
 * Returns null when there is no mend, or when the text at that place is no longer what was found.
 */
export function applyMend(text: string, finding: Pick<Finding, 'place' | 'quote' | 'mend'>): string | null {
  const { start, end } = finding.place
  if (finding.mend === null || text.slice(start, end) !== finding.quote) return null
  return text.slice(0, start) + finding.mend + text.slice(end)
}
