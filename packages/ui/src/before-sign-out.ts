/** What pages still hold of somebody is put away before they leave; what could not be is told. */
type Settling = (personId: string) => Promise<string | null>

const settlings = new Set<Settling>()

/** @param settle called with who leaves; answers what stays behind in a sentence, or null. @returns what stops that. */
export function beforeSignOut(settle: Settling): () => void {
  settlings.add(settle)
  return () => settlings.delete(settle)
}

/** @returns sentences about what stays on this device; none when everything is put away. */
export async function settleBeforeSignOut(personId: string): Promise<string[]> {
  const left = await Promise.all([...settlings].map(settle => settle(personId)))
  return left.filter(sentence => sentence !== null)
}
