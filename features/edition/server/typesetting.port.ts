import type { Bulletin, LayoutProfile, PdfStandard } from '@jianbao/typesetting/contract'

export type SettingOptions = {
  readonly profile?: Partial<LayoutProfile>
  /** By the keys the model names. */
  readonly images?: Readonly<Record<string, Uint8Array>>
}

/** What the bulletin desk asks of typesetting; the app brings it, loaded when first needed. */
export type EditionTypesetting = {
  /** Changes when the same issue would be set differently. */
  readonly version: string
  text(bulletin: Bulletin): Promise<string>
  html(bulletin: Bulletin, options: { standalone: boolean }): Promise<string>
  docx(bulletin: Bulletin, options?: SettingOptions): Promise<Uint8Array>
  pdf(
    bulletin: Bulletin,
    options: SettingOptions & { standard: PdfStandard; red: 'screen' | 'press'; createdAt?: Date },
  ): Promise<Uint8Array>
}
