import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TabStopType, TextRun } from 'docx'
import type { Masthead } from '../model/masthead.ts'
import { faces, type Measures, red, twips, typeWidth } from './measures.ts'

/** 报头: marks, red name in two lines, number, publisher and date on one line, red rule. */
export function mastheadParagraphs(
  head: Masthead,
  ownerLines: readonly string[],
  m: Measures,
  isNamed: boolean,
  sizePt: number | null = null,
): Paragraph[] {
  if (head.name === null) return []
  // The style tells a reader of the file where the name of the series stands; 简报 for want of a name is none.
  const style = isNamed ? 'JianbaoMasthead' : 'JianbaoNameless'
  const paragraphs: Paragraph[] = []
  const twoSides = (left: string, right: string, inset: number) =>
    new Paragraph({
      spacing: { ...m.exact, after: twips(1) },
      indent: { left: inset, right: inset },
      tabStops: [{ type: TabStopType.RIGHT, position: typeWidth - inset }],
      children: [new TextRun(left), new TextRun({ text: `\t${right}` })],
    })
  if (head.secrecy || head.copyNo) paragraphs.push(twoSides(head.secrecy ?? '', head.copyNo ?? '', 0))
  const name = [...head.name]
  const large = name.length <= 4
  for (const line of ownerLines) paragraphs.push(redLine(style, line, fit(line, 56), twips(2)))
  paragraphs.push(redLine(style, large ? name.join('\u3000') : head.name, nameSize(name, sizePt), twips(3)))
  if (head.issue)
    paragraphs.push(
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { ...m.exact, after: twips(4) },
        children: [new TextRun(head.issue)],
      }),
    )
  if (head.publisher || head.date)
    paragraphs.push(twoSides(head.publisher ?? '', head.date ?? '', m.twoCharacters / 2))
  // The rule is a paragraph of its own: a border follows the indents of its paragraph.
  paragraphs.push(
    new Paragraph({
      spacing: { line: 120, lineRule: LineRuleType.EXACT, after: twips(3) },
      border: { top: { style: BorderStyle.SINGLE, size: 18, color: red, space: 0 } },
      children: [],
    }),
  )
  return paragraphs
}

/** In half-points: the size asked for, or by the length of the name. */
function nameSize(name: readonly string[], sizePt: number | null): number {
  const large = name.length <= 4
  const spaced = large ? name.join('\u3000') : name.join('')
  return fit(spaced, sizePt !== null ? sizePt * 2 : large ? 120 : 80)
}

/** The size in half-points at which a text takes one line, at most `wished`. */
function fit(text: string, wished: number): number {
  const halfPoints = (typeWidth / 20) * 2
  return Math.min(wished, Math.floor(halfPoints / [...text].length))
}

function redLine(style: string, text: string, size: number, after: number): Paragraph {
  return new Paragraph({
    style,
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after, line: Math.round(size * 10 * 1.35), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text, font: faces.biaosong, size, color: red })],
  })
}
