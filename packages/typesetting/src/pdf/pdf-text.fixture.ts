/** Reads a PDF back for tests: what its pages say and where the lines stand. */
import { getDocumentProxy } from 'unpdf'

export type PdfLine = {
  text: string /** Baseline above the foot of the page, in points. */
  y: number
  x: number
  right: number
}
export type PdfPage = {
  lines: PdfLine[]
  text: string /** As the file has them, columns apart. */
  pieces: PdfLine[]
}

/** Links inside the document: on which page each stands and to which it leads, from 1, in order. */
export async function readLinks(pdf: Uint8Array): Promise<{ on: number; to: number }[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const links: { on: number; to: number }[] = []
  for (let number = 1; number <= document.numPages; number++)
    for (const { subtype, dest } of await (await document.getPage(number)).getAnnotations()) {
      if (subtype !== 'Link' || !dest) continue
      const target = typeof dest === 'string' ? await document.getDestination(dest) : dest
      links.push({ on: number, to: (await document.getPageIndex(target[0])) + 1 })
    }
  return links
}

/** Titles of the bookmarks, outermost first, as deep as they go. */
export async function readBookmarks(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  type Bookmark = { title: string; items: Bookmark[] }
  const flat = (list: Bookmark[]): string[] => list.flatMap(one => [one.title, ...flat(one.items)])
  return flat((await document.getOutline()) ?? [])
}

/** Pages of a PDF; pieces on one baseline make a line, from left to right. */
export async function readPdf(pdf: Uint8Array): Promise<PdfPage[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent()
    const lines: PdfLine[] = []
    const pieces: PdfLine[] = []
    let text = ''
    for (const piece of content.items) {
      if (!('str' in piece) || piece.str === '') continue
      text += piece.str
      const [x, y] = [Number(piece.transform[4]), Number(piece.transform[5])]
      pieces.push({ text: piece.str, x, y, right: x + piece.width })
      const line = lines.find(known => Math.abs(known.y - y) < 2)
      if (!line) lines.push({ text: piece.str, x, y, right: x + piece.width })
      else
        Object.assign(line, {
          text: line.text + piece.str,
          x: Math.min(line.x, x),
          right: Math.max(line.right, x + piece.width),
        })
    }
    pages.push({ lines: lines.sort((a, b) => b.y - a.y), text, pieces })
  }
  return pages
}

export const pointsPerMm = 72 / 25.4
