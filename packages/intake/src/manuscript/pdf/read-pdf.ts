import { Problem } from '@jianbao/errors'
import type { IntakeWarning } from '../../contract.ts'
import type { Manuscript, ManuscriptOptions } from '../manuscript.types.ts'
import { bookmarkTitles } from './heading-titles.ts'
import { pageGlyphs } from './page-glyphs.ts'
import { pageLines } from './page-lines.ts'
import { openPdf, type PDFDocumentProxy } from './pdf-document.ts'
import type { PdfPage } from './pdf-page.types.ts'
import { pdfText } from './pdf-text.ts'
import { readingOrder } from './reading-order.ts'

/** Fewer characters than this on a page are a stamp or a page number, not its text. */
const leastCharacters = 12

/**
 * A PDF as text: columns and order by where its characters stand.
 * @throws Problem `file-locked`, `file-damaged`, `file-too-long` or `file-empty`
 */
export async function readPdf(bytes: Uint8Array, options: ManuscriptOptions): Promise<Manuscript> {
  const { file } = options
  const pdf = await openPdf(bytes, file)
  try {
    const { pages, repaired } = await readPages(pdf, options)
    const pictures = pages.filter(page => page.isPicture)
    const picturesOnly =
      pages.every(page => page.isPicture || page.blocks.length === 0) && pictures.length > 0
    if (!picturesOnly && pages.every(page => page.blocks.length === 0))
      throw new Problem('file-empty', { file })
    const { text, hints } = picturesOnly ? { text: '', hints: [] } : pdfText(pages, await bookmarkTitles(pdf))
    const warnings: IntakeWarning[] = []
    if (repaired > 0) warnings.push(say('characters-repaired', `${repaired} 处部首字形已换成对应的汉字。`))
    if (!picturesOnly && pictures.length > 0) warnings.push(say('pages-left-out', leftOut(pictures)))
    return { kind: 'pdf', encoding: null, pages: pdf.numPages, text, hints, warnings, picturesOnly }
  } finally {
    await pdf.destroy()
  }
}

async function readPages(
  pdf: PDFDocumentProxy,
  { file, signal, onProgress }: ManuscriptOptions,
): Promise<{ pages: PdfPage[]; repaired: number }> {
  const pages: PdfPage[] = []
  let repaired = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    signal?.throwIfAborted()
    const read = await readPage(pdf, number, file)
    pages.push(read.page)
    repaired += read.repaired
    onProgress?.(number, pdf.numPages)
  }
  return { pages, repaired }
}

async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  file: string,
): Promise<{ page: PdfPage; repaired: number }> {
  try {
    const page = await pdf.getPage(number)
    const { glyphs, width, height, repaired } = await pageGlyphs(page)
    const readable = glyphs.filter(({ artifact }) => !artifact).map(({ text }) => text)
    const isPicture = isUnreadable(readable.join(''))
    const blocks = isPicture ? [] : readingOrder(pageLines(glyphs))
    page.cleanup()
    return { page: { number, width, height, blocks, isPicture }, repaired }
  } catch (error) {
    throw new Problem('file-damaged', { file, reason: `第 ${number} 页读不出来` }, { cause: error })
  }
}

// Also where a font does not say which characters its glyphs are: the words can only be read off the picture.
function isUnreadable(text: string): boolean {
  const printed = text.replace(/\s/g, '')
  const silent = printed.match(/[\p{Co}\p{Cc}\p{Cn}\ufffd]/gu)?.length ?? 0
  return printed.length - silent < leastCharacters || silent > printed.length * 0.3
}

function leftOut(pages: readonly PdfPage[]): string {
  const numbers = pages.slice(0, 8).map(({ number }) => number)
  const more = pages.length > numbers.length ? '等' : ''
  return `第 ${numbers.join('、')} ${more}页是图片，没有读入；需要的话请识别文字。`
}

function say(code: IntakeWarning['code'], message: string): IntakeWarning {
  return { code, message, span: [0, 0] }
}
