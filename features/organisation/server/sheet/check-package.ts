import { Problem } from '@jianbao/errors'
import yauzl, { type Entry, type ZipFile } from 'yauzl'

const mebibyte = 1024 * 1024
/** A workbook with pictures has some hundred parts. */
const maxParts = 2_000
const maxUnpackedBytes = 96 * mebibyte
/** Excel's XML packs to a twentieth, seldom to a hundredth; what packs to less is made to burst. */
const maxRatio = 400
/** 30,000 rows with all their columns and some beside. */
const maxCells = 800_000
const maxRows = 30_000
/** XFD, the last one there is. */
const lastColumn = 16_384

/** What the parts of a workbook say before a spreadsheet library touches them. */
export type PackageFacts = {
  /** A list of choices over a whole column: unfolded it would be a million cells. */
  readonly wideChoices: boolean
}

/**
 * Tells whether bytes are a workbook that may be opened: its real sizes, no macros, no links to other workbooks.
 * @throws Problem `file-not-sheet`, `file-locked`, `file-damaged`, `sheet-unusable`
 */
export async function checkPackage(bytes: Buffer, file: string): Promise<PackageFacts> {
  tellByHead(bytes, file)
  const zip = await open(bytes, file)
  try {
    const entries = await entriesOf(zip, file)
    tellByParts(
      entries.map(entry => entry.fileName),
      file,
    )
    tellBySizes(entries, file)
    const counted = { cells: 0, validated: 0, unpacked: 0 }
    for (const entry of entries) await measure(zip, entry, file, counted)
    return { wideChoices: counted.validated > 100_000 }
  } finally {
    zip.close()
  }
}

function unusable(file: string, reason: string): Problem {
  return new Problem('sheet-unusable', { file, reason })
}

function tellByHead(bytes: Buffer, file: string): void {
  const notSheet = (reason: string) => new Problem('file-not-sheet', { file, reason })
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    // A password makes of any workbook an OLE file with this stream (MS-OFFCRYPTO 2.3.4.4).
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new Problem('file-locked', { file })
    throw notSheet('它是旧版 .xls 或 .et 格式')
  }
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF') throw notSheet('它是 PDF')
  const text = !bytes.subarray(0, 4096).includes(0)
  throw notSheet(text ? '它是文本或 CSV，只是改了扩展名' : '内容不是工作簿')
}

async function open(bytes: Buffer, file: string): Promise<ZipFile> {
  try {
    return await yauzl.fromBufferPromise(bytes)
  } catch (error) {
    throw new Problem('file-damaged', { file, reason: '内容不完整' }, { cause: error })
  }
}

async function entriesOf(zip: ZipFile, file: string): Promise<Entry[]> {
  const entries: Entry[] = []
  if (zip.entryCount > maxParts) throw unusable(file, `里面有 ${zip.entryCount} 个部分，不像工作簿`)
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > maxParts) throw unusable(file, '里面的部分太多，不像工作簿')
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('file-damaged', { file, reason: '目录已损坏' }, { cause: error })
  }
  return entries
}

function tellByParts(names: readonly string[], file: string): void {
  const has = (pattern: RegExp) => names.some(name => pattern.test(name))
  if (!has(/^\/?xl\/workbook\.xml$/i)) {
    const reason = has(/^word\//i)
      ? '它是 Word 文档'
      : has(/^ppt\//i)
        ? '它是演示文稿'
        : has(/^xl\/.*\.bin$/i)
          ? '它是 .xlsb 二进制工作簿'
          : '它是压缩包'
    throw new Problem('file-not-sheet', { file, reason })
  }
  if (has(/vba(?:Project|Data)|\/macrosheets\//i))
    throw unusable(file, '里面有宏。请在 Excel 或 WPS 中另存为不带宏的 .xlsx')
  if (has(/^xl\/externalLinks\//i))
    throw unusable(file, '它引用了别的工作簿。请复制全部内容，“选择性粘贴—数值”到模板里')
  if (new Set(names.map(name => name.toLowerCase())).size < names.length)
    throw unusable(file, '里面有重名的部分')
}

function tellBySizes(entries: readonly Entry[], file: string): void {
  let total = 0
  for (const entry of entries) {
    if (entry.isEncrypted()) throw new Problem('file-locked', { file })
    const { uncompressedSize, compressedSize } = entry
    total += uncompressedSize
    if (uncompressedSize > mebibyte && uncompressedSize > compressedSize * maxRatio)
      throw unusable(file, '压缩比例异常，解开后会撑满内存')
  }
  if (total > maxUnpackedBytes) throw unusable(file, tooLarge(total))
}

function tooLarge(sizeBytes: number): string {
  return `内容解开后有 ${Math.ceil(sizeBytes / mebibyte)} MB，超过 ${maxUnpackedBytes / mebibyte} MB 的上限。请只留要导入的表和列，删去图片和空行`
}

type Counted = { cells: number; validated: number; unpacked: number }

/** Unpacks a part for its real size, whatever it claims (yauzl compares the two), and counts what a sheet holds. */
async function measure(zip: ZipFile, entry: Entry, file: string, counted: Counted): Promise<void> {
  const sheet = /^\/?xl\/worksheets\/[^/]+\.xml$/i.test(entry.fileName)
  let rows = 0
  let merged = 0
  let rest = ''
  const look = (text: string): void => {
    rows += count(text, '<row')
    counted.cells += count(text, '<c ')
    counted.validated += cellsOf(text, /<dataValidation\s[^>]*?sqref=["']([^"']*)/g)
    merged += cellsOf(text, /<mergeCell\s[^>]*?ref=["']([^"']*)/g)
    for (const [, last] of text.matchAll(/<col\s[^>]*?max=["'](\d+)/g))
      if (Number(last) > lastColumn) throw unusable(file, '表格的列数不合规矩，可能已损坏')
  }
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      counted.unpacked += (chunk as Buffer).length
      if (counted.unpacked > maxUnpackedBytes) throw unusable(file, tooLarge(counted.unpacked))
      if (!sheet) continue
      const text = rest + (chunk as Buffer).toString('latin1')
      const end = text.lastIndexOf('<')
      const whole = end < 0 ? text : text.slice(0, end)
      rest = end < 0 ? '' : text.slice(end, end + 100_000)
      look(whole)
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('file-damaged', { file, reason: '内容已损坏，无法解开' }, { cause: error })
  }
  look(rest)
  if (merged > maxCells) throw unusable(file, '合并的单元格太多。请取消合并，每格单独填写')
  if (rows > maxRows || counted.cells > maxCells)
    throw unusable(
      file,
      `有一张表有 ${rows} 行，超过 ${maxRows} 行的上限，多半是末尾有大量空行。请选中数据下面的空行，右键“删除”，保存后再上传`,
    )
}

function count(text: string, word: string): number {
  let found = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found++
  return found
}

/** Cells in the ranges that a tag names: `B2:B1048576 D5`. */
function cellsOf(text: string, tag: RegExp): number {
  let cells = 0
  for (const [, ranges] of text.matchAll(tag))
    for (const range of (ranges ?? '').split(' ')) {
      const ends = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range)
      if (!ends) continue
      const [, left = '', top = '', right = left, bottom = top] = ends
      cells += (Number(bottom) - Number(top) + 1) * (columnNumber(right) - columnNumber(left) + 1)
    }
  return cells
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
