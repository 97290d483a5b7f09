import { pageText } from '../layout/page-text.ts'
import type { Manuscript, ManuscriptOptions } from '../manuscript.types.ts'
import { countPages, preparePicture } from './prepare-picture.ts'
import { recognisePages } from './recognise-pages.ts'

/**
 * A scan or a photo; its text only when recognition is asked for.
 * @throws Problem `file-damaged`, `file-unsafe`, `file-too-long` or `recognition-failed`
 */
export async function readPicture(bytes: Uint8Array, options: ManuscriptOptions): Promise<Manuscript> {
  const { file, recognise = false } = options
  const count = await countPages(bytes, file)
  const facts = { kind: 'picture', encoding: null, pages: count } as const
  if (!recognise) return { ...facts, text: '', hints: [], warnings: [], picturesOnly: true }
  const pictures = Array.from({ length: count }, (_, page) => ({
    number: page + 1,
    picture: () => preparePicture(bytes, page, file),
  }))
  const { pages, warnings } = await recognisePages(pictures, options)
  const { text, hints } = pageText(pages, new Map())
  return { ...facts, text, hints, warnings, picturesOnly: false }
}
