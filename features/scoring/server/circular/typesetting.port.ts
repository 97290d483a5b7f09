import type { Circular } from '@jianbao/typesetting/contract'

/** What circulars ask of typesetting; the app brings it, loaded when first needed. */
export type CircularTypesetting = {
  /** Changes when the same circular would be set differently; part of the key of kept PDFs. */
  readonly version: string
  text(circular: Circular): Promise<string>
  html(circular: Circular, options: { standalone: boolean }): Promise<string>
  docx(circular: Circular): Promise<Uint8Array>
  pdf(circular: Circular, options: { standard: 'ua-1'; red: 'screen' }): Promise<Uint8Array>
}
