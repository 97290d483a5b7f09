import type { Bulletin, Conformity, LayoutProfile, PdfStandard } from '@jianbao/typesetting/contract'

/** Bytes of a picture, or the name of its content and how to read it: read once, as long as the engine holds it. */
export type PictureSource = Uint8Array | { id: string; read: () => Promise<Uint8Array | null> }

export type SettingOptions = {
  readonly profile?: Partial<LayoutProfile>
  /** By the keys the model names. */
  readonly images?: Readonly<Record<string, Uint8Array>>
}

export type PreviewOptions = {
  readonly profile?: Partial<LayoutProfile>
  readonly images?: Readonly<Record<string, PictureSource>>
  /** What stands in the pages in place of the pictures' bytes. */
  readonly imageAddresses?: Readonly<Record<string, string>>
  readonly known?: readonly string[]
  readonly supersede?: string
  /** Of one asker a few wait at most. */
  readonly asker?: string
}

export type PreviewPages = {
  readonly pages: readonly { readonly hash: string; readonly svg: string | null }[]
  readonly widthPt: number
  readonly heightPt: number
  readonly ms: number
  readonly missing: readonly string[]
  readonly conformity: Conformity
}

/** What the bulletin desk asks of typesetting; the app brings it, loaded when first needed. */
export type EditionTypesetting = {
  /** Changes when the same issue would be set differently. */
  readonly version: string
  text(bulletin: Bulletin): Promise<string>
  /** `images`: bytes, which go into the page. */
  html(
    bulletin: Bulletin,
    options: { standalone: boolean; images?: Readonly<Record<string, Uint8Array>> },
  ): Promise<string>
  docx(bulletin: Bulletin, options?: SettingOptions): Promise<Uint8Array>
  pdf(
    bulletin: Bulletin,
    options: SettingOptions & { standard: PdfStandard; red: 'screen' | 'press'; createdAt?: Date },
  ): Promise<Uint8Array>
  /** In a process of its own, so that no long PDF holds up who writes. */
  preview(bulletin: Bulletin, options: PreviewOptions): Promise<PreviewPages>
}
