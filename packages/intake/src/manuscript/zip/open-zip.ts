import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'

/** What is wrong with a ZIP or one of its entries, in words for a person. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault'
}

/** Opens a ZIP on disk or in memory. Names stay bytes: they are often GBK, and yauzl would refuse all for one of them. */
export async function openZip(source: string | Buffer): Promise<ZipFile> {
  const options = { decodeStrings: false, autoClose: false }
  try {
    return typeof source === 'string'
      ? await yauzl.openPromise(source, options)
      : await yauzl.fromBufferPromise(source, options)
  } catch (error) {
    throw new ZipFault('压缩包不完整或已损坏', { cause: error })
  }
}

/** The entries of the central directory; stops with a fault past `limit`, whatever the ZIP claims. */
export async function listEntries(zip: ZipFile, limit: number): Promise<Entry[]> {
  const entries: Entry[] = []
  if (zip.entryCount > limit) throw new ZipFault(`里面有 ${zip.entryCount} 个文件，超过 ${limit} 个的上限`)
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > limit) break
    }
  } catch (error) {
    throw new ZipFault('压缩包的目录已损坏', { cause: error })
  }
  return entries
}

/**
 * The bytes of an entry, unpacked. More than `limit` are never held, whatever the entry claims of itself; a wrong size
 * or checksum is a fault.
 */
export async function readEntry(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  if (entry.isEncrypted()) throw new ZipFault('已加密，需要密码')
  if (!entry.canDecodeFileData()) throw new ZipFault('压缩方式不常见，无法解开')
  if (entry.uncompressedSize > limit) throw new ZipFault('解开后太大')
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += (chunk as Buffer).length
      if (size > limit) throw new ZipFault('解开后太大')
      chunks.push(chunk as Buffer)
    }
  } catch (error) {
    throw error instanceof ZipFault ? error : new ZipFault('内容已损坏，无法解开', { cause: error })
  }
  const bytes = Buffer.concat(chunks)
  if (crc32(bytes) !== entry.crc32) throw new ZipFault('内容已损坏（校验码不符）')
  return bytes
}
