import type { Bulletin, PdfStandard } from '@jianbao/typesetting/contract'

/** What the room asks of typesetting; the app brings it, loaded when first needed. */
export type Typesetting = {
  /** Changes when the same bulletin would be set differently; part of the key of kept PDFs. */
  readonly version: string
  compose(document: unknown): Promise<Bulletin>
  text(bulletin: Bulletin): Promise<string>
  html(bulletin: Bulletin, options: { standalone: boolean }): Promise<string>
  docx(bulletin: Bulletin): Promise<Uint8Array>
  pdf(bulletin: Bulletin, options: { standard: PdfStandard; red: 'screen' | 'press' }): Promise<Uint8Array>
  close(): Promise<void>
}
