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

/** A table with its caption between two paragraphs: Word joins tables that touch. */
export function tableChildren(table: SetTable, m: Measures, width = typeWidth): (Paragraph | Table)[] {
  const caption = table.caption
    ? [new Paragraph({ style: 'JianbaoTableTitle', children: [new TextRun(table.caption)] })]
    : []
  const gap = new Paragraph({ spacing: { ...m.exact, line: Math.round(m.pitch / 3) }, children: [] })
  return [...caption, wordTable(table, m, width), gap]
}

/** A table as Word takes it: its headings are repeated on every page, only a very tall row is parted by a page. */
function wordTable(
  { columns, head, rows, whole, repeatsHead, sizePt }: SetTable,
  m: Measures,
  width: number,
): Table {
  const widths = wholeTwips(
    columns.map(column => column.share),
    width,
  )
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
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      ...head.map(
        row =>
          new TableRow({
            tableHeader: repeatsHead,
            cantSplit: true,
            children: row.map((text, at) => cell(text, at, 'center', true)),
          }),
      ),
      ...rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: whole[index]!,
            children: row.map((text, at) => cell(text, at, columns[at]!.side, false)),
          }),
      ),
    ],
  })
}

/** Parts of the line in whole twips that make up the line exactly. */
function wholeTwips(shares: readonly number[], width: number): number[] {
  let end = 0
  let given = 0
  return shares.map(share => {
    end += share * width
    const own = Math.round(end) - given
    given += own
    return own
  })
}
