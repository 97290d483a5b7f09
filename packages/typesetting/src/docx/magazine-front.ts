/** Cover, contents, running heads and page numbers of a magazine in Word. */
import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  LineRuleType,
  PageNumber,
  PageReference,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { imageSize } from '../model/image-size.ts'
import { imageType } from '../model/image-type.ts'
import type { MagazineCover } from '../model/magazine-page.ts'
import { magazineRed, magazineWidth } from './magazine-styles.ts'
import { faces, twips } from './measures.ts'

export type Entry = { id: string; kind: 'column' | 'article'; text: string }

const right = [{ type: TabStopType.RIGHT, position: magazineWidth }]
const rule = { style: BorderStyle.SINGLE, size: 18, color: magazineRed, space: 8 }
const grey = '6B6B6B'

/** Publisher, name, number and day, picture, and what the issue holds. */
export function coverParagraphs(
  cover: MagazineCover,
  images: Readonly<Record<string, Uint8Array>>,
): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const lines = cover.nameLines ?? []
  const longest = Math.max(1, ...lines.map(line => [...line].length))
  const size = Math.min(128, Math.floor(((magazineWidth / 20) * 2) / longest))
  for (const text of lines)
    paragraphs.push(
      new Paragraph({
        // The style tells a reader of the file where the name of the series stands.
        style: cover.isNamed ? 'JianbaoMasthead' : 'JianbaoNameless',
        spacing: {
          before: twips(4),
          after: twips(4),
          line: Math.round(size * 10 * 1.3),
          lineRule: LineRuleType.EXACT,
        },
        children: [new TextRun({ text, font: faces.biaosong, size, color: magazineRed })],
      }),
    )
  if (cover.issue)
    paragraphs.push(
      new Paragraph({
        spacing: tall,
        children: [new TextRun({ text: cover.issue, font: faces.hei, size: 30 })],
      }),
    )
  if (cover.publisher || cover.date)
    paragraphs.push(
      new Paragraph({
        spacing: tall,
        tabStops: right,
        border: { bottom: rule },
        children: [new TextRun(cover.publisher ?? ''), new TextRun(`\t${cover.date ?? ''}`)],
      }),
    )
  if (cover.image) paragraphs.push(...coverPicture(images[cover.image.src], cover.image.alt))
  if (cover.picks.length === 0) return paragraphs
  paragraphs.push(frontLine('本期要目', { before: twips(12) }, { font: faces.hei, color: grey }))
  for (const pick of cover.picks)
    paragraphs.push(
      new Paragraph({
        style: 'JianbaoContents',
        spacing: { before: twips(2), after: twips(2), line: 440, lineRule: LineRuleType.EXACT },
        tabStops: right,
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF', space: 4 } },
        children: [
          new TextRun({ text: pick.text, size: 28 }),
          ...(pick.column
            ? [new TextRun({ text: `\t${pick.column}`, font: faces.hei, size: 19, color: magazineRed })]
            : []),
        ],
      }),
    )
  return paragraphs
}

const tall = { before: twips(2), after: twips(2), line: 440, lineRule: LineRuleType.EXACT }

function coverPicture(bytes: Uint8Array | undefined, alt: string): Paragraph[] {
  const type = bytes && imageType(bytes)
  const size = bytes && imageSize(bytes)
  if (!bytes || !size || !type || type === 'webp') return []
  const scale = Math.min(((magazineWidth / 1440) * 96) / size.width, 400 / size.height)
  const transformation = { width: Math.round(size.width * scale), height: Math.round(size.height * scale) }
  const image = new ImageRun({
    type,
    data: bytes,
    transformation,
    altText: { title: '', description: alt, name: alt },
  })
  const spacing = { before: twips(6), after: 0, line: 240, lineRule: LineRuleType.AUTO }
  return [new Paragraph({ alignment: AlignmentType.CENTER, spacing, children: [image] })]
}

/** Columns and headlines with the page they stand on, which Word counts when the document is opened. */
export function contentsParagraphs(entries: readonly Entry[]): Paragraph[] {
  if (entries.length === 0) return []
  const heading = frontLine(
    '目　录',
    { after: twips(5), line: 640, lineRule: LineRuleType.EXACT },
    {
      font: faces.biaosong,
      size: 52,
      color: magazineRed,
    },
  )
  const lines = entries.map(({ id, kind, text }) => {
    const isColumn = kind === 'column'
    const look = isColumn ? { font: faces.hei, color: magazineRed, size: 24 } : {}
    return new Paragraph({
      style: 'JianbaoContents',
      ...(isColumn
        ? {
            keepNext: true,
            spacing: { before: twips(4), after: twips(1), line: 360, lineRule: LineRuleType.EXACT },
          }
        : {}),
      tabStops: [{ type: TabStopType.RIGHT, position: magazineWidth, leader: LeaderType.DOT }],
      children: [
        new InternalHyperlink({ anchor: id, children: [new TextRun({ text: clip(text), ...look })] }),
        new TextRun('\t'),
        new PageReference(id, { hyperlink: true }),
      ],
    })
  })
  return [heading, ...lines]
}

function clip(text: string): string {
  const characters = [...text]
  return characters.length <= 60 ? text : `${characters.slice(0, 59).join('')}…`
}

function frontLine(text: string, spacing: object, look: object): Paragraph {
  return new Paragraph({ style: 'JianbaoContents', spacing, children: [new TextRun({ text, ...look })] })
}

/** Series and issue outside, the column inside. */
export function runningHead(issue: string, column: string | null, side: 'odd' | 'even'): Header {
  const outer = new TextRun({ text: issue, font: faces.song, size: 17, color: grey })
  const inner = new TextRun({ text: column ?? '', font: faces.hei, size: 17, color: magazineRed })
  const tab = new TextRun({ text: '\t', size: 17 })
  return new Header({
    children: [
      new Paragraph({
        tabStops: right,
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'A5A5A5', space: 4 } },
        children: side === 'odd' ? [inner, tab, outer] : [outer, tab, inner],
      }),
    ],
  })
}

/** Odd pages right, even pages left. */
export function pageNumber(alignment: 'right' | 'left'): Footer {
  const run = new TextRun({ font: faces.song, size: 19, color: grey, children: [PageNumber.CURRENT] })
  return new Footer({ children: [new Paragraph({ alignment, children: [run] })] })
}
