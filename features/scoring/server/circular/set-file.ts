import type { FileCache } from '@jianbao/platform/files'
import type { CircularFormat } from '../../contract/index.ts'
import type { CircularRow } from './circular.store.ts'
import type { CircularTypesetting } from './typesetting.port.ts'

export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const satisfies Record<CircularFormat, string>

/** The circular as it is kept, in the wished form. A PDF is kept by what it was made from. */
export async function setFile(
  { typesetting, cache }: { typesetting: CircularTypesetting; cache: FileCache },
  { document, title }: Pick<CircularRow, 'document' | 'title'>,
  format: CircularFormat,
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  const set: Record<CircularFormat, () => Promise<Uint8Array>> = {
    txt: async () => Buffer.from(await typesetting.text(document)),
    html: async () => Buffer.from(await typesetting.html(document, { standalone: true })),
    docx: () => typesetting.docx(document),
    pdf: () =>
      cache.get(JSON.stringify([typesetting.version, 'circular', document]), () =>
        typesetting.pdf(document, { standard: 'ua-1', red: 'screen' }),
      ),
  }
  return { name: `${title}.${format}`, mediaType: mediaTypes[format], bytes: await set[format]() }
}
