import type { Bulletin } from '../contract.ts'
import type { DocxOptions } from './docx-options.ts'

export type { DocxOptions }

/**
 * A bulletin or magazine as a Word document that an office goes on editing: styles named and the official faces asked for
 * (仿宋_GB2312, 楷体_GB2312, 黑体, 方正小标宋简体), whether or not this machine has them.
 */
export async function typesetDocx(bulletin: Bulletin, options: DocxOptions = {}): Promise<Buffer> {
  // Loaded on first use: whoever only makes PDF or HTML does not pay for it.
  if (bulletin.layout === 'magazine') {
    const { packMagazine } = await import('./pack-magazine.ts')
    return packMagazine(bulletin, options)
  }
  const { packDocx } = await import('./pack-docx.ts')
  return packDocx(bulletin, options)
}
