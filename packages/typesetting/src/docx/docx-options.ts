import type { LayoutProfile } from '../contract.ts'

export type DocxOptions = {
  /** JPEG, PNG or GIF by the keys the figures name. */
  images?: Readonly<Record<string, Uint8Array>>
  profile?: Partial<LayoutProfile>
  /** Names and phrases that no title line may cut. */
  glue?: readonly string[]
}
