import type { Path } from './pack.types.ts'

/** A place for a person: `tasks[3]（专题党课）.deadline.day`, entries counted from one and called by their names. */
export function placeWords(path: Path, value: unknown): string {
  let node = value
  let words = ''
  for (const step of path) {
    const next =
      typeof node === 'object' && node !== null ? (node as Record<string | number, unknown>)[step] : undefined
    if (typeof step === 'number') {
      const name =
        typeof next === 'object' && next !== null
          ? ((next as { name?: unknown }).name ?? (next as { id?: unknown }).id)
          : undefined
      words += `[${step + 1}]${typeof name === 'string' ? `（${name.slice(0, 30)}）` : ''}`
    } else words += `${words ? '.' : ''}${String(step).slice(0, 40)}`
    node = next
  }
  return words
}
