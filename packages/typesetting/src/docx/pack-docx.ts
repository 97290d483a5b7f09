import { AlignmentType, Document, LineRuleType, Packer, Paragraph, TextRun } from 'docx'
import type { Bulletin } from '../contract.ts'
import { composePage, type Page } from '../model/compose-page.ts'
import { bodyParagraphs } from './body.ts'
import type { DocxOptions } from './docx-options.ts'
import { imprintTable } from './imprint-table.ts'
import { mastheadParagraphs } from './masthead.ts'
import { faces, type Measures, measure } from './measures.ts'
import { pageFooters, pageProperties } from './page.ts'
import { documentStyles } from './styles.ts'

/** Builds the document and packs it; see typesetDocx. */
export async function packDocx(bulletin: Bulletin, options: DocxOptions): Promise<Buffer> {
  const m = measure(options.profile)
  const images = options.images ?? {}
  const imagePaths = Object.fromEntries(Object.keys(images).map(key => [key, key]))
  const titleChars = Math.floor((m.bodySize * (options.profile?.charsPerLine ?? 28)) / m.titleSize)
  const page = composePage(bulletin, { ...options.profile, imagePaths, titleChars, glue: options.glue ?? [] })
  const document = new Document({
    title: page.title,
    ...(page.author ? { creator: page.author } : {}),
    evenAndOddHeaderAndFooters: true,
    styles: documentStyles(m),
    sections: [
      {
        properties: { page: pageProperties },
        ...pageFooters(m, options.profile),
        children: [
          ...mastheadParagraphs(
            page.masthead,
            page.ownerLines,
            m,
            isNamed(bulletin),
            options.profile?.mastheadSizePt,
          ),
          ...(page.contents ? contents(page, m) : []),
          ...bodyParagraphs(page.body, images, m),
          ...(page.imprint ? [imprintTable(page.imprint, m), lastParagraph()] : []),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function isNamed({ series }: Bulletin): boolean {
  return series !== null && series.trim() !== ''
}

/** Headings of the issue in order; page numbers are Word's to count, so none are printed that would go stale. */
function contents(page: Page, m: Measures): Paragraph[] {
  const heading = new Paragraph({
    style: 'JianbaoContents',
    alignment: AlignmentType.CENTER,
    spacing: m.exact,
    children: [new TextRun({ text: '本 期 目 录', font: faces.hei })],
  })
  const entries = page.body.flatMap(element => {
    if (element.kind === 'column')
      return [
        new Paragraph({
          style: 'JianbaoContents',
          children: [new TextRun({ text: element.text, font: faces.hei })],
        }),
      ]
    return element.kind === 'title'
      ? [new Paragraph({ style: 'JianbaoContents', children: [new TextRun(`· ${element.text}`)] })]
      : []
  })
  return [heading, ...entries]
}

/** Word wants a paragraph after a table; this one takes a point. */
function lastParagraph(): Paragraph {
  return new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] })
}
