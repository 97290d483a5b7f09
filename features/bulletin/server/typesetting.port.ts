import type { Bulletin, BulletinArticle, PdfStandard } from '@jianbao/typesetting/contract'

/** Bytes of the pictures, by the keys the figures name. */
export type Pictures = Readonly<Record<string, Uint8Array>>

/** What the room asks of typesetting; the app brings it, loaded when first needed. */
export type Typesetting = {
  /** Changes when the same bulletin would be set differently; part of the key of kept PDFs. */
  readonly version: string
  compose(document: unknown): Promise<Bulletin>
  text(bulletin: Bulletin): Promise<string>
  /** `images`: addresses of the pictures, or bytes, which go into the page, by the keys the figures name. */
  html(
    bulletin: Bulletin,
    options: {
      standalone: boolean
      images?: Readonly<Record<string, string | Uint8Array>>
      topLevel?: 1 | 2
    },
  ): Promise<string>
  /** What stands below the headline of one article. */
  articleHtml(article: BulletinArticle, images: Readonly<Record<string, string>>): Promise<string>
  docx(bulletin: Bulletin, options?: { images?: Pictures }): Promise<Uint8Array>
  pdf(
    bulletin: Bulletin,
    options: { standard: PdfStandard; red: 'screen' | 'press'; images?: Pictures },
  ): Promise<Uint8Array>
  close(): Promise<void>
}
