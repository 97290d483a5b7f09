/** A draft on paper: as it would be issued, and said to be a draft by the name of its file. */
import type { proofFormats } from '../../contract/index.ts'
import type { EditionPrint } from '../print-of-edition.ts'
import type { EditionTypesetting, PictureSource } from '../typesetting.port.ts'
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
  sources: Readonly<Record<string, PictureSource>>,
): Promise<Buffer> {
  const bulletin = bulletinOf(print)
  const images = await readAll(sources)
  const { profile } = print
  const { standard, red } = print.row.settings
  const bytes =
    format === 'docx'
      ? await typesetting.docx(bulletin, { profile, images })
      : await typesetting.pdf(bulletin, { profile, images, standard, red })
  return Buffer.from(bytes)
}

/** What cannot be read is left out: the page shows an empty frame. */
async function readAll(
  sources: Readonly<Record<string, PictureSource>>,
): Promise<Record<string, Uint8Array>> {
  const images: Record<string, Uint8Array> = {}
  for (const [key, source] of Object.entries(sources)) {
    const bytes = source instanceof Uint8Array ? source : await source.read()
    if (bytes) images[key] = bytes
  }
  return images
}
