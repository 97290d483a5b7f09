import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { CellSide, SetTable } from '../model/set-table.ts'
import { faces, type Measures, typeWidth } from './measures.ts'

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

/** A table of a circular: its headings are repeated on every page, no row is parted by a page. */
export function circularTable({ columns, rows, repeatsHead, sizePt }: SetTable, m: Measures): Table {
  const widths = wholeTwips(columns.map(column => column.share))
  const size = Math.round((sizePt * m.bodySize) / 16)
  const air = Math.round(size * 10 * 0.35)
  const spacing = { line: Math.round(size * 10 * 1.3), lineRule: LineRuleType.EXACT }
  const cell = (text: string, at: number, side: CellSide, head: boolean) =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      margins: { left: air, right: air, top: 40, bottom: 40 },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          alignment: alignments[side],
          spacing,
          children: [new TextRun({ text, size, font: head ? faces.hei : faces.fangsong })],
        }),
      ],
    })
  const head = columns.map(({ name }, at) => cell(name, at, 'center', true))
  return new Table({
    width: { size: typeWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: repeatsHead, cantSplit: true, children: head }),
      ...rows.map(
        row =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, at) => cell(text, at, columns[at]!.side, false)),
          }),
      ),
    ],
  })
}

/** Parts of the line in whole twips that make up the line exactly. */
function wholeTwips(shares: readonly number[]): number[] {
  let end = 0
  let given = 0
  return shares.map(share => {
    end += share * typeWidth
    const width = Math.round(end) - given
    given += width
    return width
  })
}
