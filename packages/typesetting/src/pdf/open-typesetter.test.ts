import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { makeArticle, makeBulletin, paragraph, sentence } from '../bulletin.fixture.ts'
import { findFaces } from '../fonts/find-faces.ts'
import { renamedFont } from '../fonts/named-font.fixture.ts'
import { openTypesetter, type Typesetter, type TypesetterOptions } from './open-typesetter.ts'

let opened: Typesetter | null = null
const open = (options?: TypesetterOptions) => {
  opened = openTypesetter(options)
  return opened
}
afterEach(() => opened?.close())

const long = makeBulletin({
  columns: [
    {
      name: null,
      articles: [makeArticle({ blocks: Array.from({ length: 800 }, () => paragraph(sentence)) })],
    },
  ],
})
const alive = (pid: number | undefined) => {
  if (pid === undefined) return false
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('the typesetting process', () => {
  it('is killed when a bulletin passes its time, and the next one gets a new process', async () => {
    const typesetter = open({ timeoutMs: 1 })
    const first = typesetter.childPid
    await expect(typesetter.typesetPdf(long)).rejects.toMatchObject({ code: 'typesetting-timeout' })
    await expect.poll(() => alive(first)).toBe(false)
    await expect(typesetter.typesetPdf(long)).rejects.toMatchObject({ code: 'typesetting-timeout' })
  })

  it('fails only the bulletin it dies with', async () => {
    const typesetter = open()
    await typesetter.typesetPdf(makeBulletin())
    const first = typesetter.childPid!
    const dying = typesetter.typesetPdf(long)
    const waiting = typesetter.typesetPdf(makeBulletin())
    setTimeout(() => process.kill(first, 'SIGKILL'), 30)
    await expect(dying).rejects.toMatchObject({ code: 'typesetting-failed' })
    expect((await waiting).pages).toBeGreaterThan(0)
    expect(typesetter.childPid).not.toBe(first)
  })

  it('comes back after dying while idle', async () => {
    const typesetter = open()
    await typesetter.typesetPdf(makeBulletin())
    const first = typesetter.childPid!
    process.kill(first, 'SIGKILL')
    await expect.poll(() => typesetter.childPid).toBeUndefined()
    expect((await typesetter.typesetPdf(makeBulletin())).pages).toBeGreaterThan(0)
  })

  it('stops a bulletin its asker gave up', async () => {
    const typesetter = open()
    await typesetter.typesetPdf(makeBulletin())
    const giveUp = new AbortController()
    const asked = typesetter.typesetPdf(long, { signal: giveUp.signal })
    setTimeout(() => giveUp.abort(new Error('gone')), 20)
    await expect(asked).rejects.toThrow('gone')
    await expect(
      typesetter.typesetPdf(long, { signal: AbortSignal.abort(new Error('late')) }),
    ).rejects.toThrow('late')
    expect((await typesetter.typesetPdf(makeBulletin())).pages).toBeGreaterThan(0)
  })

  it('is replaced after its share of bulletins', async () => {
    const typesetter = open({ recycleAfter: { jobs: 2, rssBytes: Number.POSITIVE_INFINITY } })
    await typesetter.typesetPdf(makeBulletin())
    const first = typesetter.childPid
    await typesetter.typesetPdf(makeBulletin())
    await typesetter.typesetPdf(makeBulletin())
    expect(typesetter.childPid).not.toBe(first)
  })

  it('is gone after closing, and says so to whoever still asks', async () => {
    const typesetter = open()
    const pid = typesetter.childPid
    const asked = typesetter.typesetPdf(long)
    const refused = expect(asked).rejects.toMatchObject({ code: 'typesetting-failed' })
    await typesetter.close()
    await refused
    expect(alive(pid)).toBe(false)
    await expect(typesetter.typesetPdf(makeBulletin())).rejects.toMatchObject({ code: 'typesetting-failed' })
  })

  it("sets the text in the office's own face when the fonts folder has it", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jianbao-faces-'))
    try {
      const font = readFileSync(findFaces({ systemFolders: [] }).faces.song!.file)
      writeFileSync(path.join(folder, 'bought.ttf'), renamedFont(font, '仿宋_GB2312'))
      const { fonts, pdf } = await open({ fontFolders: [folder] }).typesetPdf(makeBulletin())
      expect(fonts).toMatchObject({ fangsong: '仿宋_GB2312', kai: 'LXGW WenKai' })
      expect(pdf.toString('latin1')).toContain('JianbaoTestFace')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('gives the same bytes for the same bulletin', async () => {
    const typesetter = open()
    const [one, two] = [
      await typesetter.typesetPdf(makeBulletin()),
      await typesetter.typesetPdf(makeBulletin()),
    ]
    expect(one.pdf.equals(two.pdf)).toBe(true)
  })
})
