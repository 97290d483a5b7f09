import type { SetTable } from '../model/set-table.ts'

/** A row of a table is a line, its cells apart by tabs; the caption stands above. */
export function tableText({ caption, head, rows }: SetTable): string {
  const lines = [...head, ...rows].map(cells => cells.join('\t').trimEnd())
  return [caption ?? '', ...lines].filter(Boolean).join('\n')
}
