/** Reads a PDF back for tests: what its pages say and where the lines stand. */
import { getDocumentProxy } from 'unpdf'

export type PdfLine = {
  text: string /** Baseline above the foot of the page, in points. */
  y: number
  x: number
  right: number
}
export type PdfPage = { lines: PdfLine[]; text: string }

/** Pages of a PDF; pieces on one baseline make a line, from left to right. */
export async function readPdf(pdf: Uint8Array): Promise<PdfPage[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent()
    const lines: PdfLine[] = []
    let text = ''
    for (const piece of content.items) {
      if (!('str' in piece) || piece.str === '') continue
      text += piece.str
      const [x, y] = [Number(piece.transform[4]), Number(piece.transform[5])]
      const line = lines.find(known => Math.abs(known.y - y) < 2)
      if (!line) lines.push({ text: piece.str, x, y, right: x + piece.width })
      else
        Object.assign(line, {
          text: line.text + piece.str,
          x: Math.min(line.x, x),
          right: Math.max(line.right, x + piece.width),
        })
    }
    pages.push({ lines: lines.sort((a, b) => b.y - a.y), text })
  }
  return pages
}

export const pointsPerMm = 72 / 25.4
