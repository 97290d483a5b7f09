/** Just enough of the OpenType container (ISO/IEC 14496-22) to learn a font's names and which characters it has. */
import { closeSync, openSync, readSync } from 'node:fs'

export type FontFile = {
  file: string
  /** Family names in every language the file carries, style words kept. */
  families: string[]
  /** Bold, Regular, Light … in English where given. */
  style: string
}

/** Inclusive ranges of code points, ascending. */
export type Coverage = readonly (readonly [number, number])[]

type Tables = Map<string, { offset: number; length: number }>
type Reader = (offset: number, length: number) => DataView

/**
 * Names in a font file; a collection gives those of its first face.
 * @returns null when the file is not an OpenType font or is damaged
 */
export function readFontNames(file: string): FontFile | null {
  return withReader(file, (read, tables) => {
    const table = tables.get('name')
    if (!table) return null
    const view = read(table.offset, table.length)
    const count = view.getUint16(2)
    const strings = view.getUint16(4)
    const families = new Set<string>()
    let style = ''
    for (let index = 0; index < count; index++) {
      const at = 6 + index * 12
      const platform = view.getUint16(at)
      const nameId = view.getUint16(at + 6)
      if (![1, 2, 4, 16].includes(nameId)) continue
      const bytes = new Uint8Array(
        view.buffer,
        view.byteOffset + strings + view.getUint16(at + 10),
        view.getUint16(at + 8),
      )
      const text = decodeName(platform, view.getUint16(at + 2), bytes)
      if (!text) continue
      if (nameId === 2) style ||= text
      else families.add(text)
    }
    return { file, families: [...families], style }
  })
}

/**
 * Which characters a font file has glyphs for, from its `cmap` (formats 4 and 12).
 * @returns an empty coverage when the file is damaged or uses neither format
 */
export function readCoverage(file: string): Coverage {
  const coverage = withReader(file, (read, tables) => {
    const table = tables.get('cmap')
    if (!table) return null
    const view = read(table.offset, table.length)
    const offsets: number[] = []
    for (let index = 0; index < view.getUint16(2); index++) offsets.push(view.getUint32(4 + index * 8 + 4))
    const full = offsets.find(offset => view.getUint16(offset) === 12)
    if (full !== undefined) return readFormat12(view, full)
    const plane0 = offsets.find(offset => view.getUint16(offset) === 4)
    return plane0 === undefined ? null : readFormat4(view, plane0)
  })
  return coverage ?? []
}

/** Whether a coverage holds a code point: binary search. */
export function covers(coverage: Coverage, codePoint: number): boolean {
  let low = 0
  let high = coverage.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = coverage[middle]!
    if (codePoint < first) high = middle - 1
    else if (codePoint > last) low = middle + 1
    else return true
  }
  return false
}

function readFormat12(view: DataView, at: number): Coverage {
  const ranges: [number, number][] = []
  const groups = view.getUint32(at + 12)
  for (let index = 0; index < groups; index++) {
    const group = at + 16 + index * 12
    if (view.getUint32(group + 8) === 0) continue
    ranges.push([view.getUint32(group), view.getUint32(group + 4)])
  }
  return ranges
}

/** Segments, each with its own way to glyphs; a code that leads to glyph 0 has none. */
function readFormat4(view: DataView, at: number): Coverage {
  const ranges: [number, number][] = []
  const count = view.getUint16(at + 6) / 2
  for (let index = 0; index < count; index++) {
    const last = view.getUint16(at + 14 + index * 2)
    const first = view.getUint16(at + 16 + (count + index) * 2)
    const delta = view.getUint16(at + 16 + (2 * count + index) * 2)
    const offsetAt = at + 16 + (3 * count + index) * 2
    const offset = view.getUint16(offsetAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph =
        offset === 0 ? (code + delta) & 0xffff : view.getUint16(offsetAt + offset + (code - first) * 2)
      if (glyph === 0) continue
      const range = ranges.at(-1)
      if (range && range[1] === code - 1) range[1] = code
      else ranges.push([code, code])
    }
  }
  return ranges
}

function withReader<T>(file: string, use: (read: Reader, tables: Tables) => T | null): T | null {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    return null // a font that cannot be opened is a font that is not there
  }
  try {
    const read: Reader = (offset, length) => {
      const bytes = new Uint8Array(length)
      const got = readSync(handle, bytes, 0, length, offset)
      return new DataView(bytes.buffer, 0, got)
    }
    let start = 0
    let head = read(0, 16)
    if (head.getUint32(0) === 0x74746366) {
      start = head.getUint32(12)
      head = read(start, 12)
    }
    if (![0x00010000, 0x4f54544f, 0x74727565].includes(head.getUint32(0))) return null
    const count = head.getUint16(4)
    const directory = read(start + 12, count * 16)
    const tables: Tables = new Map()
    for (let index = 0; index < count; index++) {
      const at = index * 16
      const tag = String.fromCharCode(...[0, 1, 2, 3].map(byte => directory.getUint8(at + byte)))
      tables.set(tag, { offset: directory.getUint32(at + 8), length: directory.getUint32(at + 12) })
    }
    return use(read, tables)
  } catch (error) {
    if (error instanceof RangeError) return null // cut short or damaged
    throw error
  } finally {
    closeSync(handle)
  }
}

function decodeName(platform: number, encoding: number, bytes: Uint8Array): string {
  if (platform === 3 || platform === 0) return new TextDecoder('utf-16be').decode(bytes)
  if (platform === 1 && encoding === 25) return new TextDecoder('gb18030').decode(bytes)
  if (platform === 1 && encoding === 0) return new TextDecoder('macintosh').decode(bytes)
  return ''
}
