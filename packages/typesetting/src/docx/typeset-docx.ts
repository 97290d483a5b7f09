import type { TypesetDocument } from '../contract.ts'
import { isCircular } from '../model/is-circular.ts'
import type { DocxOptions } from './docx-options.ts'

export type { DocxOptions }

/**
 * A bulletin, magazine or circular as a Word document that an office goes on editing: styles named and the official faces asked for
 * (仿宋_GB2312, 楷体_GB2312, 黑体, 方正小标宋简体), whether or not this machine has them.
 */
export async function typesetDocx(document: TypesetDocument, options: DocxOptions = {}): Promise<Buffer> {
  // Loaded on first use: whoever only makes PDF or HTML does not pay for it.
  if (isCircular(document)) {
    const { packCircular } = await import('./pack-circular.ts')
    return packCircular(document, options)
  }
  if (document.layout === 'magazine') {
    const { packMagazine } = await import('./pack-magazine.ts')
    return packMagazine(document, options)
  }
  const { packDocx } = await import('./pack-docx.ts')
  return packDocx(document, options)
}
