import { BorderStyle, Document, type FileChild, LineRuleType, Packer, Paragraph, TextRun } from 'docx'
import type { Circular } from '../circular.contract.ts'
import { type CircularPage, composeCircular } from '../model/compose-circular.ts'
import { circularElements } from './circular-elements.ts'
import { circularStyles } from './circular-styles.ts'
import type { DocxOptions } from './docx-options.ts'
import { faces, type Measures, measure, red, twips } from './measures.ts'
import { pageFooters, pageProperties } from './page.ts'

/** Builds the Word document of a circular and packs it; see typesetDocx. */
export async function packCircular(circular: Circular, options: DocxOptions): Promise<Buffer> {
  const m = measure(options.profile)
  const titleChars = Math.floor((m.bodySize * (options.profile?.charsPerLine ?? 28)) / m.titleSize)
  const page = composeCircular(circular, titleChars, options.glue)
  const document = new Document({
    title: page.title,
    ...(page.author ? { creator: page.author } : {}),
    evenAndOddHeaderAndFooters: true,
    styles: circularStyles(m),
    sections: [
      {
        properties: { page: pageProperties },
        ...pageFooters(m, options.profile),
        children: [...redHead(page, m), ...circularElements(page.body, m)],
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** 版头: the name of the issuing body, 35 mm below the head of the type area, the number, and the red rule. */
function redHead({ issuerLines, docNumber }: CircularPage, m: Measures): FileChild[] {
  if (issuerLines.length === 0 && docNumber === null) return []
  const wished = issuerLines.length === 1 ? 88 : 68
  const lines = issuerLines.map((text, at) => {
    const size = Math.min(wished, Math.floor(((156 / 25.4) * 72 * 2) / [...text].length))
    return new Paragraph({
      style: 'JianbaoIssuer',
      spacing: {
        before: at === 0 ? twips(20) : 0,
        after: twips(2),
        line: Math.round(size * 13),
        lineRule: LineRuleType.EXACT,
      },
      children: [new TextRun({ text, size, color: red, font: faces.biaosong })],
    })
  })
  if (docNumber)
    lines.push(
      new Paragraph({
        style: 'JianbaoNumber',
        spacing: { ...m.exact, before: m.pitch, after: twips(4) },
        children: [new TextRun(docNumber)],
      }),
    )
  // The rule is a paragraph of its own: a border follows the indents of its paragraph.
  const rule = new Paragraph({
    spacing: { line: 120, lineRule: LineRuleType.EXACT, after: m.pitch },
    border: { top: { style: BorderStyle.SINGLE, size: 18, color: red, space: 0 } },
    children: [],
  })
  return [...lines, rule]
}
