import { AlignmentType, type FileChild, HeadingLevel, Paragraph, TextRun } from 'docx'
import type { CircularElement } from '../model/compose-circular.ts'
import { widthOf } from '../title/title-words.ts'
import { type Measures, typeWidth } from './measures.ts'
import { withBlanks } from './title-runs.ts'
import { tableChildren } from './word-table.ts'

const styles = {
  paragraph: 'JianbaoBody',
  remark: 'JianbaoBody',
  note: 'JianbaoNote',
  to: 'JianbaoTo',
}
const innerHeadings = {
  1: HeadingLevel.HEADING_2,
  2: HeadingLevel.HEADING_3,
  3: HeadingLevel.HEADING_4,
  4: HeadingLevel.HEADING_5,
}

/** The body of a circular as Word takes it. */
export function circularElements(elements: readonly CircularElement[], m: Measures): FileChild[] {
  return elements.flatMap(element => childrenOf(element, m))
}

function childrenOf(element: CircularElement, m: Measures): FileChild[] {
  switch (element.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: titleRuns(element) })]
    case 'heading':
      return [new Paragraph({ heading: innerHeadings[element.style], children: [new TextRun(element.text)] })]
    case 'table':
      return tableChildren(element.table, m)
    case 'attachments':
      return attachmentList(element, m)
    case 'signature':
      return signature(element, m)
    case 'label':
      return [
        new Paragraph({
          style: 'JianbaoLabel',
          pageBreakBefore: true,
          spacing: { ...m.exact, after: m.pitch },
          children: [new TextRun(element.text)],
        }),
      ]
    case 'new-page':
      // The label that follows begins the page.
      return []
    default:
      return [new Paragraph({ style: styles[element.kind], children: [new TextRun(element.text)] })]
  }
}

function titleRuns({ lines, text }: Extract<CircularElement, { kind: 'title' }>): TextRun[] {
  return withBlanks(lines, text).map(
    (line, at) => new TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}) }),
  )
}

function attachmentList(
  { label, rows }: Extract<CircularElement, { kind: 'attachments' }>,
  m: Measures,
): Paragraph[] {
  const character = m.twoCharacters / 2
  return rows.map(({ number, text }, at) => {
    const hanging = Math.round(character * widthOf(number))
    const left = character * 5 + hanging
    return new Paragraph({
      style: 'JianbaoAttachments',
      spacing: { ...m.exact, before: at === 0 ? m.pitch : 0 },
      indent: { left, hanging: at === 0 ? hanging + character * 3 : hanging },
      children: [new TextRun(`${at === 0 ? label : ''}${number}${text}`)],
    })
  })
}

/** The date four characters from the right, the unit in the middle above it: both centred in an indented strip. */
function signature(
  { units, date }: Extract<CircularElement, { kind: 'signature' }>,
  m: Measures,
): Paragraph[] {
  const character = m.twoCharacters / 2
  const lines = [...units, ...(date ? [date] : [])]
  const widest = Math.min(24, Math.max(...lines.map(widthOf))) + 1
  const dated = date ? widthOf(date) : widest
  const right = Math.round(character * Math.max(0, 4 - (widest - dated) / 2))
  const left = Math.max(0, Math.round(typeWidth - right - widest * character))
  return lines.map(
    (text, at) =>
      new Paragraph({
        style: 'JianbaoSignature',
        alignment: AlignmentType.CENTER,
        keepNext: at < lines.length - 1,
        spacing: { ...m.exact, before: at === 0 ? 2 * m.pitch : 0 },
        indent: { left, right },
        children: [new TextRun(text)],
      }),
  )
}
