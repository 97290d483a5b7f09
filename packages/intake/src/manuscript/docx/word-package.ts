import { Problem } from '@jianbao/errors'
import type { Entry, ZipFile } from 'yauzl'
import { entryName } from '../zip/entry-name.ts'
import { listEntries, openZip, readEntry, ZipFault } from '../zip/open-zip.ts'
import { withListSigns } from './list-signs.ts'
import { type StoredFile, storeZip } from './store-zip.ts'

const mebibyte = 1024 * 1024
const maxEntries = 5_000
const maxXmlBytes = 32 * mebibyte
/** Word writes XML that packs to a tenth, rarely to a fiftieth; what packs to less is made to burst. */
const maxRatio = 250

export type WordPackage = {
  /** The XML parts alone, checked and packed anew: pictures, macros and embedded objects are not in it. */
  readonly zip: Buffer
  readonly macros: boolean
  readonly externalLinks: number
  readonly objects: number
}

/** What a ZIP is by the names in it: a Word document, another office file, or a plain archive. */
export async function tellZip(bytes: Uint8Array): Promise<'docx' | 'zip' | { readonly other: string }> {
  const names = await withZip(bytes, async (_zip, entries) => entries.map(entryName))
  const has = (pattern: RegExp) => names.some(name => pattern.test(name))
  if (has(/^word\/[^/]+\.xml$/i) && names.includes('[Content_Types].xml')) return 'docx'
  if (has(/^xl\//i)) return { other: ' Excel 表格' }
  if (has(/^ppt\//i)) return { other: '演示文稿' }
  if (has(/^content\.xml$/i)) return { other: ' OpenDocument 文档，请另存为 docx' }
  if (has(/^(?:Doc_0\/|OFD\.xml$)/i)) return { other: ' OFD 版式文件，请另存为 PDF' }
  return 'zip'
}

/**
 * Unpacks the XML of a Word document within limits and refuses document types and entities; macros and links to outside
 * are noted and left where they are.
 * @throws Problem `file-damaged` or `file-unsafe`
 */
export async function openWordPackage(bytes: Uint8Array, file: string): Promise<WordPackage> {
  try {
    return await withZip(bytes, async (zip, entries) => {
      const named = entries.map(entry => ({ entry, name: entryName(entry) }))
      const parts = named.filter(({ name }) => /\.(?:xml|rels)$/i.test(name) && !/^customXml\//i.test(name))
      refuseBomb(parts, file)
      const xmls = new Map<string, string>()
      let externalLinks = 0
      for (const { entry, name } of parts) {
        const xml = decodeXml(await readEntry(zip, entry, maxXmlBytes))
        if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
          throw new Problem('file-unsafe', { file, reason: '内含实体定义，可能撑爆内存' })
        if (/\.rels$/i.test(name))
          externalLinks += xml.match(/TargetMode\s*=\s*["']External["']/gi)?.length ?? 0
        xmls.set(name, xml)
      }
      return {
        zip: storeZip([...xmls].map(partOf(xmls.get('word/numbering.xml')))),
        macros: named.some(({ name }) => /vba(?:Project|Data)\./i.test(name)),
        externalLinks,
        objects: named.filter(({ name }) => /^word\/(?:embeddings|activeX)\/[^/]+$/i.test(name)).length,
      }
    })
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    throw new Problem('file-damaged', { file, reason: error.message }, { cause: error })
  }
}

function partOf(numbering: string | undefined): (part: [string, string]) => StoredFile {
  return ([name, xml]) => ({
    name,
    bytes: Buffer.from(/^word\/document\d*\.xml$/.test(name) ? withListSigns(xml, numbering) : xml),
  })
}

async function withZip<T>(
  bytes: Uint8Array,
  use: (zip: ZipFile, entries: Entry[]) => Promise<T>,
): Promise<T> {
  const zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  try {
    return await use(zip, await listEntries(zip, maxEntries))
  } finally {
    zip.close()
  }
}

function refuseBomb(parts: readonly { entry: Entry }[], file: string): void {
  const unsafe = (reason: string) => new Problem('file-unsafe', { file, reason })
  let total = 0
  for (const { entry } of parts) {
    total += entry.uncompressedSize
    if (entry.uncompressedSize > mebibyte && entry.uncompressedSize > entry.compressedSize * maxRatio)
      throw unsafe('压缩比例异常，解开后会撑满内存')
  }
  if (total > maxXmlBytes) throw unsafe(`正文解开后有 ${Math.ceil(total / mebibyte)} MB，超过上限`)
}

// Word writes UTF-8; the mark decides, so that nothing hides in another encoding.
function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf8Declared(new TextDecoder('utf-16le').decode(bytes))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf8Declared(new TextDecoder('utf-16be').decode(bytes))
  return new TextDecoder('utf-8').decode(bytes)
}

function utf8Declared(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/i, '$1UTF-8')
}
