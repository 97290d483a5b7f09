/** What a file is by its first bytes; what it is called says nothing. */
export type PictureKind = 'jpeg' | 'png' | 'webp'

/** A kind that is taken, or why it is not, in words that go into `photo-not-picture`. */
export function pictureKind(head: Uint8Array): { kind: PictureKind } | { reason: string } {
  const start = Buffer.from(head).toString('latin1')
  if (start.startsWith('\xff\xd8\xff')) return { kind: 'jpeg' }
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return { kind: 'png' }
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return { kind: 'webp' }
  if (/^[\s\S]{4}ftyp(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1)/.test(start))
    return {
      reason: '它是 HEIC 格式，这里打不开，可在手机“设置—相机—格式”中选“兼容性最佳”，或发到微信再存一份',
    }
  if (/^[\s\S]{4}ftyp(?:avif|avis)/.test(start)) return { reason: '它是 AVIF 格式' }
  if (/^[\s\S]{4}ftyp/.test(start)) return { reason: '它是视频' }
  if (/^GIF8/.test(start)) return { reason: '它是 GIF 动图' }
  if (/^(?:II\*\0|MM\0\*)/.test(start)) return { reason: '它是 TIFF 或相机原片' }
  if (start.startsWith('%PDF-')) return { reason: '它是 PDF 文件' }
  if (start.startsWith('PK\x03\x04')) return { reason: '它是压缩包或 Word 文件' }
  if (/^\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg|!doctype|html)/i.test(start))
    return { reason: '它是矢量图或网页，里面可能带有程序' }
  return { reason: '它的内容不是照片' }
}
