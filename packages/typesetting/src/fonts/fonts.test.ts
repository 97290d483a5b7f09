import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findFaces } from './find-faces.ts'
import { covers, readCoverage, readFontNames } from './font-file.ts'
import { nameOnlyFont } from './named-font.fixture.ts'
import { roles } from './roles.ts'
import { unpackFace } from './unpack-fonts.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jianbao-fonts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const emptyFolder = path.join(folder, 'none')

describe('findFaces', () => {
  it('falls back to npm for every role, and says so', () => {
    const { faces, missing } = findFaces({ systemFolders: [] })
    expect(missing).toEqual([])
    for (const role of roles) expect(faces[role]).toMatchObject({ source: 'npm', standIn: true })
  })

  it("prefers the office's own face in the folder, by whatever file name, before the system's", () => {
    const own = path.join(folder, 'own')
    const system = path.join(folder, 'system')
    for (const made of [own, system]) mkdirSync(made)
    writeFileSync(path.join(own, 'a.ttf'), nameOnlyFont('仿宋_GB2312'))
    writeFileSync(path.join(own, 'b.ttf'), nameOnlyFont('楷体_GB2312', 'Bold'))
    writeFileSync(path.join(own, 'damaged.otf'), 'no font at all')
    writeFileSync(path.join(own, 'cut.ttf'), nameOnlyFont('黑体').subarray(0, 40))
    writeFileSync(path.join(system, 'simfang.ttf'), nameOnlyFont('FangSong'))
    writeFileSync(path.join(system, 'simkai.ttf'), nameOnlyFont('KaiTi'))
    writeFileSync(path.join(own, 'names.ttf'), nameOnlyFont('SimSun-ExtB'))
    const { faces, lenders } = findFaces({ folders: [own, emptyFolder], systemFolders: [system] })
    expect(faces.fangsong).toMatchObject({ family: '仿宋_GB2312', source: 'folder', standIn: false })
    // A bold cut does not serve as the text face.
    expect(faces.kai).toMatchObject({ family: 'KaiTi', source: 'system' })
    expect(faces.hei).toMatchObject({ source: 'npm' })
    expect(lenders.map(font => font.families)).toEqual([['楷体_GB2312'], ['SimSun-ExtB']])
  })
})

describe('font files', () => {
  it('have every character of GB 2312 in the faces from npm', () => {
    const { faces } = findFaces({ systemFolders: [] })
    const decoder = new TextDecoder('gb18030')
    const plain = [faces.song, faces.biaosong, faces.hei].map(face => readCoverage(face!.file))
    for (let row = 0xb0; row <= 0xf7; row++)
      for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
        const codePoint = decoder.decode(Uint8Array.of(row, cell)).codePointAt(0)!
        for (const coverage of plain) expect(covers(coverage, codePoint)).toBe(true)
      }
  })

  it('have no glyph where an old table leads to glyph 0', () => {
    // One segment A–D of format 4 with glyphs 5, 0, 6, 0, and the closing one.
    const words = [
      0, 1, 3, 1, 0, 12, 4, 40, 0, 4, 0, 0, 0, 0x44, 0xffff, 0, 0x41, 0xffff, 0, 1, 4, 0, 5, 0, 6, 0,
    ]
    const table = Buffer.alloc(words.length * 2)
    for (const [index, word] of words.entries()) table.writeUInt16BE(word, index * 2)
    const head = Buffer.alloc(28)
    head.writeUInt32BE(0x00010000, 0)
    head.writeUInt16BE(1, 4)
    head.write('cmap', 12, 'latin1')
    head.writeUInt32BE(28, 20)
    head.writeUInt32BE(table.length, 24)
    const file = path.join(folder, 'old.ttf')
    writeFileSync(file, Buffer.concat([head, table]))
    expect(readCoverage(file)).toEqual([
      [0x41, 0x41],
      [0x43, 0x43],
    ])
  })

  it('are no fonts when damaged, missing or something else', () => {
    const file = path.join(folder, 'text.ttf')
    writeFileSync(file, '简报')
    expect(readFontNames(file)).toBeNull()
    expect(readFontNames(emptyFolder)).toBeNull()
    expect(readCoverage(file)).toEqual([])
  })
})

describe('unpackFace', () => {
  it('unpacks a WOFF2 once, also when two ask at the same time, and leaves nothing half done', async () => {
    const face = findFaces({ systemFolders: [] }).faces.kai!
    const cache = path.join(folder, 'cache')
    const [one, two] = await Promise.all([unpackFace(face, cache), unpackFace(face, cache)])
    expect(two.file).toBe(one.file)
    expect(readdirSync(cache)).toEqual([path.basename(one.file)])
    expect(readFontNames(one.file)?.families).toContain('LXGW WenKai')
    expect(covers(readCoverage(one.file), '䶮'.codePointAt(0)!)).toBe(true)
    const written = statSync(one.file).mtimeMs
    await unpackFace(face, cache)
    expect(statSync(one.file).mtimeMs).toBe(written)
  })

  it('leaves an OpenType file where it is', async () => {
    const face = findFaces({ systemFolders: [] }).faces.song!
    expect(await unpackFace(face)).toBe(face)
  })
})
