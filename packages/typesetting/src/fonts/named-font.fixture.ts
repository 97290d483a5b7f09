/** Font files under any name, for tests of which face is chosen. */

/** A `name` table in the Windows Unicode encoding, Chinese: family, style and PostScript name. */
function nameTable(family: string, style: string): Buffer {
  const ids = [1, 2, 6]
  const texts = [family, style, 'JianbaoTestFace'].map(text => Buffer.from(text, 'utf16le').swap16())
  const table = Buffer.alloc(6 + texts.length * 12)
  table.writeUInt16BE(texts.length, 2)
  table.writeUInt16BE(table.length, 4)
  let offset = 0
  for (const [index, text] of texts.entries()) {
    const record = [3, 1, 0x0804, ids[index]!, text.length, offset]
    for (const [field, value] of record.entries()) table.writeUInt16BE(value, 6 + index * 12 + field * 2)
    offset += text.length
  }
  return Buffer.concat([table, ...texts])
}

/** An OpenType file with nothing but names. */
export function nameOnlyFont(family: string, style = 'Regular'): Buffer {
  const name = nameTable(family, style)
  const head = Buffer.alloc(28)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(1, 4)
  head.write('name', 12, 'latin1')
  head.writeUInt32BE(28, 20)
  head.writeUInt32BE(name.length, 24)
  return Buffer.concat([head, name])
}

/** A whole font under another name: its glyphs, as if an office had bought them. */
export function renamedFont(font: Buffer, family: string): Buffer {
  const name = nameTable(family, 'Regular')
  const renamed = Buffer.concat([font, name])
  const entry = 12 + 16 * tagsOf(font).indexOf('name')
  renamed.writeUInt32BE(font.length, entry + 8)
  renamed.writeUInt32BE(name.length, entry + 12)
  return renamed
}

function tagsOf(font: Buffer): string[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) =>
    font.toString('latin1', 12 + index * 16, 16 + index * 16),
  )
}
