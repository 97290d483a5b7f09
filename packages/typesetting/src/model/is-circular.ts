import type { Circular, PdfDocument } from '../contract.ts'

/** Whether it is set as an official document rather than as a bulletin. */
export function isCircular(document: PdfDocument): document is Circular {
  return document.schema === 'jianbao-circular/1'
}
