import type { Certificate } from '../certificate.contract.ts'
import type { PdfDocument } from '../contract.ts'

/** Whether it is set as a certificate, which has no other form than its page. */
export function isCertificate(document: PdfDocument): document is Certificate {
  return document.schema === 'jianbao-certificate/1'
}
