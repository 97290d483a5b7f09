import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  OverlapType,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { Imprint } from '../model/imprint.ts'
import { faces, type Measures, typeWidth } from './measures.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
// Eighths of a point: 1 pt is 0.35 mm, 0.75 pt is 0.25 mm.
const outer = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const inner = { style: BorderStyle.SINGLE, size: 6, color: '000000' }

/** 版记: a table that floats to the foot of the type area on the last page. */
export function imprintTable(imprint: Imprint, m: Measures): Table {
  const small = m.smallSize * 10
  const spacing = { line: Math.round(small * 1.57), lineRule: LineRuleType.EXACT }
  const run = (text: string) => new TextRun({ text, size: m.smallSize })
  const lines = imprint.rows.map(
    row =>
      new Paragraph({
        keepNext: true,
        spacing,
        indent: { left: small * ([...row.label].length + 1), hanging: small * ([...row.label].length + 1) },
        children: [run(`${row.label}：${row.text}`)],
      }),
  )
  if (imprint.printed)
    lines.push(
      new Paragraph({
        spacing,
        tabStops: [{ type: TabStopType.RIGHT, position: typeWidth - 2 * small }],
        children: [run(imprint.printed.by), run(`\t${imprint.printed.copies}`)],
      }),
    )
  const ruled = lines.length
  if (imprint.seal)
    lines.push(
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: { line: 200, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text: imprint.seal, size: 15, color: '6E6E6E', font: faces.song })],
      }),
    )
  const rows = lines.map((line, index) => {
    const borders = {
      left: none,
      right: none,
      top: index >= ruled ? (ruled > 0 ? outer : none) : index === 0 ? outer : inner,
      bottom: index >= ruled ? none : index === ruled - 1 ? outer : inner,
    }
    const margins = { left: small, right: small, top: 40, bottom: 40 }
    return new TableRow({
      cantSplit: true,
      children: [new TableCell({ margins, borders, children: [line] })],
    })
  })
  return new Table({
    rows,
    width: { size: typeWidth, type: WidthType.DXA },
    columnWidths: [typeWidth],
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
    },
  })
}
