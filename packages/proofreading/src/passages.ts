import type { Part } from './finding.contract.ts'
import type { ProofBlock, ProofColumn, ProofFigure, ProofIssue, ProofItem } from './issue.contract.ts'

/** One stretch of text of an issue with where it stands. */
export type Passage = {
  readonly item: ProofItem | null
  readonly column: ProofColumn | null
  readonly part: Part
  readonly block: number | null
  readonly cell: { row: number; column: number } | null
  readonly text: string
  readonly figures: readonly ProofFigure[]
  /** Type of the block for the body. */
  readonly type: ProofBlock['type'] | null
}

/** Every text of the issue in reading order; empty ones are left out. */
export function passagesOf(issue: ProofIssue): Passage[] {
  return issue.columns.flatMap(column =>
    column.items.flatMap(item =>
      [
        ...(['headline', 'subtitle', 'contributor'] as const).map(part => ({
          ...bare(column, item),
          part,
          text: item[part] ?? '',
        })),
        ...item.blocks.flatMap((block, index) => blockPassages(column, item, block, index)),
      ].filter(passage => passage.text !== ''),
    ),
  )
}

/** Where findings stand that belong to no text. */
export function placeOf(column: ProofColumn | null, item: ProofItem | null, block: number | null): Passage {
  return { ...bare(column, item), part: item ? 'body' : 'issue', block }
}

function bare(column: ProofColumn | null, item: ProofItem | null): Passage {
  return { item, column, part: 'issue', block: null, cell: null, text: '', figures: [], type: null }
}

function blockPassages(column: ProofColumn, item: ProofItem, block: ProofBlock, index: number): Passage[] {
  const here = { ...bare(column, item), block: index, type: block.type }
  if (block.type === 'picture') return [{ ...here, part: 'caption', text: block.caption ?? '' }]
  if (block.type !== 'table') return [{ ...here, part: 'body', text: block.text, figures: block.figures }]
  return tableRows(block).flatMap((row, rowIndex) =>
    row.map((text, column) => ({ ...here, part: 'cell' as const, cell: { row: rowIndex, column }, text })),
  )
}

/** Rows of a table, the header first. */
export function tableRows(block: Extract<ProofBlock, { type: 'table' }>): readonly (readonly string[])[] {
  return block.header ? [block.header, ...block.rows] : block.rows
}
