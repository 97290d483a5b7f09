import { deflateSync } from 'node:zlib'

/** Text at points from the upper left corner, or a JPEG over the whole page. */
export type PdfContent =
  | { readonly x: number; readonly y: number; readonly size?: number; readonly text: string }
  | { readonly jpeg: Uint8Array; readonly width: number; readonly height: number }

const pageWidth = 595
const pageHeight = 842

/** A PDF of pages with text in one font of full squares that says which characters its glyphs are, or with pictures. */
export function writePdf(pages: readonly (readonly PdfContent[])[], { encrypted = false } = {}): Buffer {
  const objects: (string | Buffer)[] = []
  const add = (object: string | Buffer) => objects.push(object)
  const cmap = stream(
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end',
  )
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${6 + i * 2} 0 R`).join(' ')}] >>`,
  )
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
  )
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>',
  )
  add(cmap)
  const images: { at: number; bytes: Buffer }[] = []
  for (const [i, page] of pages.entries()) {
    const picture = page.find(each => 'jpeg' in each)
    const imageAt = picture ? 6 + pages.length * 2 + images.length : 0
    const resources = `/Font << /F 3 0 R >>${picture ? ` /XObject << /I ${imageAt} 0 R >>` : ''}`
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Resources << ${resources} >> /Contents ${7 + i * 2} 0 R >>`,
    )
    add(stream(page.map(drawn).join('\n')))
    if (picture && 'jpeg' in picture) images.push({ at: imageAt, bytes: jpeg(picture) })
  }
  for (const { bytes } of images) add(bytes)
  return assemble(objects, encrypted)
}

function drawn(content: PdfContent): string {
  if ('jpeg' in content) return `q ${pageWidth} 0 0 ${pageHeight} 0 0 cm /I Do Q`
  const { x, y, size = 16, text } = content
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex')
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${pageHeight - y} Tm <${codes}> Tj ET`
}

function jpeg({ jpeg: bytes, width, height }: Extract<PdfContent, { jpeg: Uint8Array }>): Buffer {
  const head = `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length ${bytes.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from('\nendstream')])
}

function stream(content: string | Buffer): Buffer {
  const packed = deflateSync(content)
  const head = `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

function assemble(objects: readonly (string | Buffer)[], encrypted: boolean): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n')]
  let at = parts[0]!.length
  const offsets = objects.map((object, i) => {
    const bytes = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ])
    parts.push(bytes)
    at += bytes.length
    return at - bytes.length
  })
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const key = '00'.repeat(32)
  const lock = encrypted
    ? `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${key}> /U <${key}> >> /ID [<00> <00>]`
    : ''
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${lock} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
