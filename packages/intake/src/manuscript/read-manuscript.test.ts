import { Problem } from '@jianbao/errors'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeDoc, writeOle } from './doc/write-doc.fixture.ts'
import { p, writeDocx } from './docx/write-docx.fixture.ts'
import { writePdf } from './pdf/write-pdf.fixture.ts'
import { checkManuscript, readManuscript } from './read-manuscript.ts'
import { refusalOf } from './refusal.fixture.ts'
import { writeZip } from './zip/write-zip.fixture.ts'

const text = '青石县科协召开会议，部署下一步工作。\n'
const docx = writeDocx({ body: p('青石县科协召开会议。') })
const pdf = writePdf([[{ x: 80, y: 100, text: '青石县科协召开会议，部署下一步工作。' }]])
const ole = (name: string) => writeOle([{ name, bytes: Buffer.alloc(4096) }])
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
  'base64',
)

describe('the kind is told by the bytes, whatever the file is called', () => {
  test.each([
    ['text', Buffer.from(text), '扫描件.pdf'],
    ['docx', docx, '简报.txt'],
    ['doc', writeDoc(text), '简报.docx'],
    ['pdf', pdf, '简报.doc'],
    ['picture', png, '简报.txt'],
  ] as const)('%s', async (kind, bytes, file) => {
    expect(await checkManuscript(bytes, { file })).toEqual({ kind })
    expect((await readManuscript(bytes, { file })).kind).toBe(kind)
  })
})

describe('what can never be read is refused by name and reason', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), 'file-empty', '空文件'],
    [
      'an Excel table',
      writeZip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }]),
      'file-not-text',
      'Excel',
    ],
    ['an old Excel table', ole('Workbook'), 'file-not-text', 'Excel'],
    ['old slides', ole('PowerPoint Document'), 'file-not-text', '演示文稿'],
    ['a plain ZIP', writeZip([{ name: 'a.txt', bytes: Buffer.from('甲') }]), 'file-not-text', '压缩包'],
    ['RTF', Buffer.from('{\\rtf1 abc}'), 'file-not-text', 'docx'],
    ['RAR', Buffer.from('Rar!\x1a\x07\x00'), 'file-not-text', 'ZIP'],
    ['a DOCX with a password', ole('EncryptedPackage'), 'file-locked', '密码'],
    ['a DOC with a password', writeDoc(text, { encrypted: true }), 'file-locked', '密码'],
    ['a PDF with a password', writePdf([[]], { encrypted: true }), 'file-locked', '密码'],
    ['half a DOCX', docx.subarray(0, docx.length / 2), 'file-damaged', '损坏'],
    ['half a PDF', pdf.subarray(0, 300), 'file-damaged', 'PDF'],
    ['half a picture', png.subarray(0, 40), 'file-damaged', '图片'],
    ['a DOC of its beginning', writeDoc(text).subarray(0, 1600), 'file-damaged', 'Word'],
    ['a DOCX without text', writeDocx({ body: '' }), 'file-empty', '空文件'],
  ])('%s', async (_name, bytes, code, words) => {
    const refusal = await refusalOf(readManuscript(bytes, { file: '第3期.bin' }))
    expect(refusal.code).toBe(code)
    expect(refusal.text).toContain('第3期.bin')
    expect(refusal.text).toContain(words)
    expect(refusal.text).not.toMatch(/node_modules|\.ts\b|Error/)
  })

  test('larger than allowed', async () => {
    const refusal = await refusalOf(readManuscript(docx, { file: 'a.docx', limitBytes: 100 }))
    expect(refusal.code).toBe('file-too-large')
  })
})

test('an aborted reading ends with the reason of the signal', async () => {
  const reason = new Error('stopped')
  const signal = AbortSignal.abort(reason)
  await expect(readManuscript(pdf, { file: 'a.pdf', signal })).rejects.toBe(reason)
  const controller = new AbortController()
  const pages = writePdf(
    Array.from({ length: 20 }, () => [{ x: 80, y: 100, text: '青石县科协召开会议部署工作。' }]),
  )
  const read = readManuscript(pages, {
    file: 'a.pdf',
    signal: controller.signal,
    onProgress: done => done === 3 && controller.abort(reason),
  })
  await expect(read).rejects.toBe(reason)
})

describe('damage of any kind ends in text or a problem, nothing else is thrown', () => {
  const safely = async (bytes: Uint8Array) => {
    try {
      await readManuscript(bytes, { file: 'a' })
    } catch (error) {
      expect(error).toBeInstanceOf(Problem)
      expect((error as Problem).text('zh')).not.toMatch(/node_modules|Error:/)
    }
  }
  const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 12,
  })
  const damaged = (bytes: Buffer, changes: readonly (readonly [number, number])[]) => {
    const copy = Buffer.from(bytes)
    for (const [at, value] of changes) copy[at % copy.length] = value
    return copy
  }

  test('random bytes behind every magic', async () => {
    const magic = fc.constantFrom(
      '%PDF-1.7\n',
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '\x89PNG\r\n\x1a\n',
      '\xff\xd8\xff',
    )
    await fc.assert(
      fc.asyncProperty(magic, fc.uint8Array({ maxLength: 600 }), (head, tail) =>
        safely(Buffer.concat([Buffer.from(head, 'latin1'), tail])),
      ),
      { numRuns: 120 },
    )
  })

  test.each([
    ['docx', docx, 120],
    ['pdf', pdf, 80],
    ['doc', writeDoc(text), 12],
  ] as const)('a %s with bytes changed', async (_kind, bytes, numRuns) => {
    await fc.assert(
      fc.asyncProperty(damage, changes => safely(damaged(bytes, changes))),
      { numRuns },
    )
  })
})
