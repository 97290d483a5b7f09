import { AlignmentType, HeadingLevel, ImageRun, LineRuleType, Paragraph, type Table, TextRun } from 'docx'
import type { Element } from '../model/compose-page.ts'
import { imageSize } from '../model/image-size.ts'
import { imageType } from '../model/image-type.ts'
import type { Measures } from './measures.ts'
import { withBlanks } from './title-runs.ts'
import { tableChildren } from './word-table.ts'

export type Images = Readonly<Record<string, Uint8Array>>
const styles = {
  paragraph: 'JianbaoBody',
  quote: 'JianbaoQuote',
  contributor: 'JianbaoContributor',
  label: 'JianbaoLabel',
}
const innerHeadings = { 1: HeadingLevel.HEADING_3, 2: HeadingLevel.HEADING_4, 3: HeadingLevel.HEADING_5 }
/** Pixels at 96 a inch that a photo may be high: two thirds of the type area. */
const tallest = (150 / 25.4) * 96

/** The body of a bulletin as Word paragraphs. */
export function bodyParagraphs(
  elements: readonly Element[],
  images: Images,
  m: Measures,
  tableWidth?: number,
): (Paragraph | Table)[] {
  let newPage = false
  return elements.flatMap(element => {
    if (element.kind === 'new-page') {
      newPage = true
      return []
    }
    if (element.kind === 'table') return tableChildren(element.table, m, tableWidth)
    const paragraphs = paragraphsOf(element, images, m, newPage)
    newPage = false
    return paragraphs
  })
}

function paragraphsOf(
  element: Exclude<Element, { kind: 'table' }>,
  images: Images,
  m: Measures,
  pageBreakBefore: boolean,
): Paragraph[] {
  switch (element.kind) {
    case 'column':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(element.text)] })]
    case 'title':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          children: withBlanks(element.lines, element.text).map(
            (text, index) => new TextRun({ text, ...(index > 0 ? { break: 1 } : {}) }),
          ),
        }),
      ]
    case 'heading':
      return [new Paragraph({ heading: innerHeadings[element.style], children: [new TextRun(element.text)] })]
    case 'items':
      return element.items.map(
        item => new Paragraph({ style: 'JianbaoBody', children: [new TextRun(`● ${item}`)] }),
      )
    case 'figure':
      return figureParagraphs(element, images, m)
    case 'blank':
    case 'blank-page':
    case 'spacer':
    case 'new-page':
      return [new Paragraph({ spacing: m.exact, children: [] })]
    default:
      return [
        new Paragraph({
          style: styles[element.kind],
          pageBreakBefore,
          children: [new TextRun(element.text)],
        }),
      ]
  }
}

function figureParagraphs(
  element: Extract<Element, { kind: 'figure' }>,
  images: Images,
  m: Measures,
): Paragraph[] {
  const bytes = element.src === null ? undefined : images[element.src]
  const type = bytes && imageType(bytes)
  const size = bytes && imageSize(bytes)
  const caption = element.caption
    ? [new Paragraph({ style: 'JianbaoCaption', children: [new TextRun(element.caption)] })]
    : []
  if (!bytes || !size || !type || type === 'webp')
    return [
      new Paragraph({ style: 'JianbaoCaption', children: [new TextRun(`［图片：${element.alt}］`)] }),
      ...caption,
    ]
  const widest = (m.pictureWidthMm / 25.4) * 96
  const scale = Math.min((widest * element.width) / 100 / size.width, tallest / size.height)
  const image = new ImageRun({
    type,
    data: bytes,
    transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
    altText: { title: element.caption ?? '', description: element.alt, name: element.alt },
  })
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: caption.length > 0,
      spacing: { before: 120, after: 60, line: 240, lineRule: LineRuleType.AUTO },
      children: [image],
    }),
    ...caption,
  ]
}
