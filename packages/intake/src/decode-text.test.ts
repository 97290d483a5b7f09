import { Problem } from '@jianbao/errors'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const file = '简报.txt'
const sample =
  '青石县总工会工作简报\n第3期\n3月5日，青石县总工会召开会议，学习有关精神，部署下一步工作。会议指出，要为职工办实事。\n'
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
// GB2312 by hand: 工会的工作。中国大学。 Node encodes no GB.
const gb = Buffer.from('b9a4bbe1b5c4b9a4d7f7a1a3d6d0b9fab4f3d1a7a1a30a', 'hex')

function refusal(bytes: Uint8Array, limitBytes?: number): { code: string; text: string } {
  try {
    decodeText(bytes, limitBytes === undefined ? { file } : { file, limitBytes })
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, text: error.text('zh') }
    throw error
  }
  throw new Error('was decoded')
}

describe('encodings', () => {
  test.each([
    ['utf-8', Buffer.from(sample), sample],
    ['utf-8', Buffer.from(`\ufeff${sample}`), `\ufeff${sample}`],
    ['utf-16le', Buffer.from(`\ufeff${sample}`, 'utf16le'), `\ufeff${sample}`],
    ['utf-16le', Buffer.from(sample, 'utf16le'), sample],
    ['utf-16be', utf16be(`\ufeff${sample}`), `\ufeff${sample}`],
    ['utf-16be', utf16be(sample), sample],
    ['gb18030', gb, '工会的工作。中国大学。\n'],
  ] as const)('%s', (encoding, bytes, text) => {
    expect(decodeText(bytes, { file })).toEqual({ text, encoding, warnings: [] })
  })

  test('a lone surrogate in UTF-16 survives', () => {
    const text = `\ufeff${sample}\ud800${sample}`
    expect(decodeText(Buffer.from(text, 'utf16le'), { file }).text).toBe(text)
  })

  test('newlines stay as they are', () => {
    expect(decodeText(Buffer.from('甲\r\n乙\r丙\n'), { file }).text).toBe('甲\r\n乙\r丙\n')
  })

  test('a file cut inside a character is read, and a warning says where', () => {
    const bytes = Buffer.from(sample.repeat(4))
    const { text, encoding, warnings } = decodeText(bytes.subarray(0, bytes.length - 3), { file })
    expect(encoding).toBe('utf-8')
    expect(text.endsWith('\ufffd')).toBe(true)
    expect(warnings.map(warning => warning.code)).toEqual(['encoding-repaired'])
    expect(text[warnings[0]!.span[0]]).toBe('\ufffd')
  })
})

describe('refusals name the file and the reason', () => {
  test.each([
    ['file-empty', Buffer.alloc(0), '空文件'],
    ['file-empty', Buffer.from(' \r\n\u3000\n'), '空文件'],
    ['file-not-text', Buffer.from('%PDF-1.7\n1 0 obj'), '看起来是 PDF'],
    ['file-not-text', Buffer.from('504b030414000600', 'hex'), 'docx'],
    ['file-not-text', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版 Word'],
    ['file-not-text', Buffer.from('89504e470d0a1a0a', 'hex'), '图片'],
    ['file-not-text', Buffer.from('简报\u0000内容\u0000', 'utf8'), '空字节'],
    ['file-not-text', Buffer.alloc(4096, 1), '控制字符'],
    ['file-encoding', Buffer.from('ff'.repeat(300), 'hex'), '编码'],
  ] as const)('%s', (code, bytes, words) => {
    const found = refusal(bytes)
    expect(found.code).toBe(code)
    expect(found.text).toContain(file)
    expect(found.text).toContain(words)
  })

  test('too large, before anything is decoded', () => {
    const found = refusal(Buffer.alloc(21 * 1024 * 1024, 0x61))
    expect(found).toEqual({ code: 'file-too-large', text: expect.stringContaining('20 MB') })
    expect(refusal(Buffer.from(sample), 10).code).toBe('file-too-large')
  })
})

test('any bytes are decoded or refused with a problem, nothing else is thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
      try {
        expect(typeof decodeText(bytes, { file }).text).toBe('string')
      } catch (error) {
        expect(error).toBeInstanceOf(Problem)
      }
    }),
    { numRuns: 500 },
  )
})
