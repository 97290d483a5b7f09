import { Problem } from '@jianbao/errors'
import type { getDocumentProxy } from 'unpdf'

export type PDFDocumentProxy = Awaited<ReturnType<typeof getDocumentProxy>>
export type PDFPageProxy = Awaited<ReturnType<PDFDocumentProxy['getPage']>>

/** A year of weekly issues bound together is shorter. Measured: about 10 ms a page of text. */
export const maxPages = 1_000

/**
 * Opens a PDF: no script of it runs, nothing is fetched, its fonts are not handed to the system.
 * @throws Problem `file-locked`, `file-damaged` or `file-too-long`
 */
export async function openPdf(bytes: Uint8Array, file: string): Promise<PDFDocumentProxy> {
  // Loaded on first use: pdf.js takes a third of a second.
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
  }).catch((error: unknown) => {
    throw refusal(error, file)
  })
  if (pdf.numPages <= maxPages) return pdf
  const pages = pdf.numPages
  await pdf.destroy()
  throw new Problem('file-too-long', { file, pages, limit: maxPages })
}

function refusal(error: unknown, file: string): Problem {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return new Problem('file-locked', { file }, { cause: error })
  return new Problem('file-damaged', { file, reason: '不是完整的 PDF' }, { cause: error })
}
