import type { PDFDocumentProxy } from './pdf-document.ts'

const pointsPerInch = 72
const dotsPerInch = 200
const maxPixels = 16_000_000

/** A page of a PDF as a PNG of 200 dpi, less where the paper is larger than A3. */
export async function renderPage(pdf: PDFDocumentProxy, number: number): Promise<Buffer> {
  const { renderPageAsImage } = await import('unpdf')
  const page = await pdf.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(dotsPerInch / pointsPerInch, Math.sqrt(maxPixels / (width * height)))
  const png = await renderPageAsImage(pdf, number, { canvasImport: () => import('@napi-rs/canvas'), scale })
  page.cleanup()
  return Buffer.from(png)
}
