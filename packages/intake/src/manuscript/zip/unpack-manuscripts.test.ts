import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { p, writeDocx } from '../docx/write-docx.fixture.ts'
import { refusalOf } from '../refusal.fixture.ts'
import { type UnpackLimits, unpackManuscripts } from './unpack-manuscripts.ts'
import { writeZip, type ZipEntry } from './write-zip.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-zip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const limits: UnpackLimits = { limitBytes: 1_000_000, maxFiles: 50, maxTotalBytes: 5_000_000 }
const words = Buffer.from('青石县科协召开会议，部署下一步工作。\n')

/** What comes out: a name with its text, or with the code of its problem. */
async function unpack(zip: Buffer, given: Partial<UnpackLimits> = {}): Promise<[string, string][]> {
  const path = join(folder, '历年简报.zip')
  writeFileSync(path, zip)
  const found: [string, string][] = []
  for await (const each of unpackManuscripts(path, { ...limits, ...given }))
    found.push([each.fileName, 'bytes' in each ? Buffer.from(each.bytes).toString() : each.problem.code])
  return found
}
const text = (name: string | Buffer, more: Partial<ZipEntry> = {}): ZipEntry => ({
  name,
  bytes: words,
  ...more,
})

test('files come with their path in the ZIP, furniture is passed over', async () => {
  const zip = writeZip([
    { name: '2019/' },
    text('2019/第1期.txt'),
    text('__MACOSX/2019/._第1期.txt'),
    text('2019/.DS_Store'),
    text('2019/~$第1期.docx'),
    { name: '第2期.docx', bytes: writeDocx({ body: p('甲') }) },
  ])
  expect((await unpack(zip)).map(([name]) => name)).toEqual(['2019/第1期.txt', '第2期.docx'])
})

test('names in GBK, without a mark, and in UTF-8 without one', async () => {
  // 简报.txt in GBK by hand: Node writes none.
  const gbk = Buffer.from('bcf2b1a82e747874', 'hex')
  const found = await unpack(writeZip([text(gbk, { utf8: false }), text('快报.txt', { utf8: false })]))
  expect(found.map(([name]) => name)).toEqual(['简报.txt', '快报.txt'])
})

test('names that lead outside, links and locked files are refused one by one, the others are read', async () => {
  const found = await unpack(
    writeZip([
      text('../../逃.txt'),
      text('/etc/绝对.txt'),
      text('C:\\盘符.txt'),
      text('..\\反斜杠.txt'),
      text('链接.txt', { symlink: true }),
      text('锁.txt', { encrypted: true }),
      text('年\\第1期.txt'),
    ]),
  )
  expect(found).toEqual([
    ['逃.txt', 'file-unreadable'],
    ['绝对.txt', 'file-unreadable'],
    ['盘符.txt', 'file-unreadable'],
    ['反斜杠.txt', 'file-unreadable'],
    ['链接.txt', 'file-unreadable'],
    ['锁.txt', 'file-locked'],
    ['年/第1期.txt', words.toString()],
  ])
})

test('two files of one name are both there and told apart', async () => {
  const found = await unpack(
    writeZip([text('a.txt'), text('a.txt', { bytes: Buffer.from('乙。\n') }), text('a.txt')]),
  )
  expect(found.map(([name]) => name)).toEqual(['a.txt', 'a（2）.txt', 'a（3）.txt'])
})

test('names that were made to tell files apart may stand in the ZIP themselves', async () => {
  const names = ['a.txt', 'a（2）.txt', 'a.txt', 'a（2）.txt', 'a.txt', 'a', 'a']
  expect((await unpack(writeZip(names.map(name => text(name))))).map(([name]) => name)).toEqual([
    'a.txt',
    'a（2）.txt',
    'a（3）.txt',
    'a（2）（2）.txt',
    'a（4）.txt',
    'a',
    'a（2）',
  ])
})

test('what cannot be read is named, the ZIP goes on', async () => {
  const broken = writeZip([text('坏.txt'), text('好.txt')])
  // The first packed body lies behind its header and name.
  broken.fill(0xff, 30 + Buffer.byteLength('坏.txt'), 34 + Buffer.byteLength('坏.txt'))
  expect((await unpack(broken)).map(([, outcome]) => outcome)).toEqual(['file-damaged', words.toString()])
  const zip = writeZip([
    { name: '空.txt' },
    { name: '大.txt', bytes: Buffer.alloc(2_000_000, 0x61) },
    { name: '套.zip', bytes: writeZip([text('a.txt')]) },
    { name: '谎.txt', bytes: Buffer.alloc(2_000_000, 0x61), claims: 10 },
    text('换.txt', { crc: 1 }),
  ])
  expect(await unpack(zip)).toEqual([
    ['空.txt', 'file-empty'],
    ['大.txt', 'file-too-large'],
    ['套.zip', 'file-not-text'],
    ['谎.txt', 'file-damaged'],
    ['换.txt', 'file-damaged'],
  ])
})

test('a ZIP that is none, is cut off or holds too much is refused whole', async () => {
  const many = writeZip(Array.from({ length: 51 }, (_, i) => text(`${i}.txt`)))
  const bomb = writeZip(
    Array.from({ length: 8 }, (_, i) => ({ name: `${i}.txt`, bytes: Buffer.alloc(900_000) })),
  )
  for (const [zip, reason] of [
    [words, /不完整或已损坏/],
    [writeZip([text('a.txt')]).subarray(0, 60), /不完整或已损坏/],
    [writeZip([]), /没有文件/],
    [many, /51 个文件/],
    [bomb, /解开后共/],
  ] as const) {
    const refusal = await refusalOf(unpack(zip))
    expect(refusal).toEqual({ code: 'zip-unusable', text: expect.stringMatching(reason) })
    expect(refusal.text).toContain('历年简报.zip')
    expect(refusal.text).not.toContain(folder)
  }
})

test('a damaged ZIP ends in files or problems, nothing else', async () => {
  const zip = writeZip([text('甲.txt'), text('乙.txt')])
  await fc.assert(
    fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 0, max: 255 }), async (at, value) => {
      const copy = Buffer.from(zip)
      copy[at] = value
      const ended = await unpack(copy).then(
        () => 'read',
        error => error.code,
      )
      expect(['read', 'zip-unusable']).toContain(ended)
    }),
    { numRuns: 150 },
  )
})
