import type { Bulletin, LayoutProfile } from '../contract.ts'

export type DocxOptions = {
  /** JPEG, PNG or GIF by the keys the figures name. */
  images?: Readonly<Record<string, Uint8Array>>
  profile?: Partial<LayoutProfile>
  /** Names and phrases that no title line may cut. */
  glue?: readonly string[]
}

/**
 * A bulletin as a Word document that an office goes on editing: styles named and the official faces asked for
 * (仿宋_GB2312, 楷体_GB2312, 黑体, 方正小标宋简体), whether or not this machine has them.
 */
export async function typesetDocx(bulletin: Bulletin, options: DocxOptions = {}): Promise<Buffer> {
  // Loaded on first use: whoever only makes PDF or HTML does not pay for it.
  const { packDocx } = await import('./pack-docx.ts')
  return packDocx(bulletin, options)
}
