/** A draft on paper: as it would be issued, and said to be a draft by the name of its file. */
import type { proofFormats } from '../../contract/index.ts'
import type { EditionPrint } from '../print-of-edition.ts'
import type { EditionTypesetting } from '../typesetting.port.ts'
import { bulletinOf } from './preview-edition.ts'

type Format = (typeof proofFormats)[number]
export const draftTypes: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Throws `typesetting-failed`, `typesetting-timeout`. */
export async function setDraft(
  typesetting: EditionTypesetting,
  print: EditionPrint,
  format: Format,
  images: Readonly<Record<string, Uint8Array>>,
): Promise<Buffer> {
  const bulletin = bulletinOf(print)
  const { profile } = print
  const { standard, red } = print.row.settings
  const bytes =
    format === 'docx'
      ? await typesetting.docx(bulletin, { profile, images })
      : await typesetting.pdf(bulletin, { profile, images, standard, red })
  return Buffer.from(bytes)
}
