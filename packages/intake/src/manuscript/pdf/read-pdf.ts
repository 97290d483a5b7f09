import { Problem } from '@jianbao/errors'
import type { IntakeWarning } from '../../contract.ts'
import { pageLines } from '../layout/page-lines.ts'
import { pageText } from '../layout/page-text.ts'
import type { PrintedPage } from '../layout/printed-page.types.ts'
import { readingOrder } from '../layout/reading-order.ts'
import type { Manuscript, ManuscriptOptions } from '../manuscript.types.ts'
import { preparePicture } from '../picture/prepare-picture.ts'
import { recognisePages } from '../picture/recognise-pages.ts'
import { bookmarkTitles } from './bookmark-titles.ts'
import { pageGlyphs } from './page-glyphs.ts'
import { openPdf, type PDFDocumentProxy, type PDFPageProxy } from './pdf-document.ts'
import { renderPage } from './render-page.ts'

/** Fewer characters than this on a page are a stamp or a page number, not its text. */
const leastCharacters = 12
/** A page of a newspaper has a twentieth of this. */
const mostGlyphs = 50_000
/** So many shapes on a page without text are letters drawn as outlines. */
const leastOutlines = 40

/**
 * A PDF as text: columns and order by where its characters stand. Pages that are pictures are recognised on request.
 * @throws Problem `file-locked`, `file-damaged`, `file-too-long`, `file-empty` or `recognition-failed`
 */
export async function readPdf(bytes: Uint8Array, options: ManuscriptOptions): Promise<Manuscript> {
  const { file, recognise = false } = options
  const pdf = await openPdf(bytes, file)
  try {
    const { pages, repaired } = await readPages(pdf, options)
    if (pages.every(page => page.blocks.length === 0 && !page.isPicture))
      throw new Problem('file-empty', { file })
    const pictures = pages.filter(page => page.isPicture)
    const warnings: IntakeWarning[] = []
    if (repaired > 0) warnings.push(say('characters-repaired', `${repaired} 处部首字形已换成对应的汉字。`))
    const facts = { kind: 'pdf', encoding: null, pages: pdf.numPages } as const
    if (!recognise && pages.every(page => page.blocks.length === 0))
      return { ...facts, text: '', hints: [], warnings, picturesOnly: true }
    if (!recognise && pictures.length > 0) warnings.push(say('pages-left-out', leftOut(pictures)))
    if (recognise && pictures.length > 0) {
      const recognised = await recogniseIn(pdf, pictures, options)
      for (const page of recognised.pages) pages[page.number - 1] = page
      warnings.push(...recognised.warnings)
    }
    const { text, hints } = pageText(pages, await bookmarkTitles(pdf))
    return { ...facts, text, hints, warnings, picturesOnly: false }
  } finally {
    await pdf.destroy()
  }
}

function recogniseIn(pdf: PDFDocumentProxy, pages: readonly PrintedPage[], options: ManuscriptOptions) {
  const pictures = pages.map(({ number }) => ({
    number,
    picture: async () => {
      const png = await renderPage(pdf, number).catch((error: unknown) => {
        throw new Problem(
          'file-damaged',
          { file: options.file, reason: `第 ${number} 页画不出来` },
          { cause: error },
        )
      })
      return preparePicture(png, 0, options.file)
    },
  }))
  return recognisePages(pictures, options)
}

async function readPages(
  pdf: PDFDocumentProxy,
  { file, signal, onProgress, recognise = false }: ManuscriptOptions,
): Promise<{ pages: PrintedPage[]; repaired: number }> {
  const pages: PrintedPage[] = []
  let repaired = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    signal?.throwIfAborted()
    const read = await readPage(pdf, number, file)
    pages.push(read.page)
    repaired += read.repaired
    // Of a scan the progress that counts is that of recognition.
    if (!recognise) onProgress?.(number, pdf.numPages)
  }
  return { pages, repaired }
}

async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  file: string,
): Promise<{ page: PrintedPage; repaired: number }> {
  try {
    const page = await pdf.getPage(number)
    const { glyphs, width, height, repaired } = await pageGlyphs(page)
    if (glyphs.length > mostGlyphs) throw new RangeError(`${glyphs.length} stretches of text`)
    const text = glyphs.filter(({ artifact }) => !artifact).map(({ text: part }) => part)
    const isPicture = await mustBeSeen(page, text.join('').replace(/\s/g, ''))
    const blocks = isPicture ? [] : readingOrder(pageLines(glyphs))
    page.cleanup()
    return { page: { number, width, height, blocks, isPicture }, repaired }
  } catch (error) {
    throw new Problem('file-damaged', { file, reason: `第 ${number} 页读不出来` }, { cause: error })
  }
}

// A page without text that prints something; also where a font does not say which characters its glyphs are.
async function mustBeSeen(page: PDFPageProxy, text: string): Promise<boolean> {
  const silent = text.match(/[\p{Co}\p{Cc}\p{Cn}\ufffd]/gu)?.length ?? 0
  if (silent > text.length * 0.3) return true
  if (text.length >= leastCharacters) return false
  const { getResolvedPDFJS } = await import('unpdf')
  const { OPS } = await getResolvedPDFJS()
  const { fnArray } = await page.getOperatorList()
  const images = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
  const outlines = fnArray.filter(each => each === OPS.constructPath).length
  return fnArray.some(each => images.has(each)) || (text === '' && outlines >= leastOutlines)
}

function leftOut(pages: readonly PrintedPage[]): string {
  const numbers = pages.slice(0, 8).map(({ number }) => number)
  const more = pages.length > numbers.length ? '等' : ''
  return `第 ${numbers.join('、')} ${more}页是图片，没有读入；需要的话请识别文字。`
}

function say(code: IntakeWarning['code'], message: string): IntakeWarning {
  return { code, message, span: [0, 0] }
}
