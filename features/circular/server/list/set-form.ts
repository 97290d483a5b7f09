import type { Circular } from '@jianbao/typesetting/contract'
import type { MissiveFormat } from '../../contract/index.ts'
import type { MissiveTypesetting } from '../missive.services.ts'

export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const satisfies Record<MissiveFormat, string>

/** A form of what is still in the making; nothing of it is kept. */
export async function setForm(
  typesetting: MissiveTypesetting,
  document: Circular,
  format: MissiveFormat,
): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return typesetting.pdf(document, { standard: 'ua-1', red: 'screen' })
    case 'docx':
      return typesetting.docx(document)
    case 'html':
      return Buffer.from(await typesetting.html(document, { standalone: true }))
    case 'txt':
      return Buffer.from(await typesetting.text(document))
  }
}
