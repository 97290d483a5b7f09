import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { makeArticle, makeBulletin, paragraph, sentence } from '../bulletin.fixture.ts'
import type { Block } from '../contract.ts'
import { findFaces } from '../fonts/find-faces.ts'
import { renamedFont } from '../fonts/named-font.fixture.ts'
import { openTypesetter } from './open-typesetter.ts'
import type { Typesetter, TypesetterOptions } from './typesetter.types.ts'

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

  it('lives on when a preview is given up', async () => {
    const typesetter = open()
    await typesetter.previewPages(makeBulletin())
    const first = typesetter.childPid
    const giveUp = new AbortController()
    const asked = typesetter.previewPages(long, { signal: giveUp.signal })
    const refused = expect(asked).rejects.toThrow('gone')
    setTimeout(() => giveUp.abort(new Error('gone')), 20)
    await refused
    expect((await typesetter.previewPages(makeBulletin())).pages).not.toEqual([])
    expect(typesetter.childPid).toBe(first)
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

  it.each(['ua-1', 'a-2a'] as const)(
    'gives the same bytes for the same issue made at the same time, %s',
    async standard => {
      const photo = readFileSync(new URL('../preview/photo.fixture.jpg', import.meta.url))
      const figure: Block = { type: 'figure', image: 'a', alt: '会场' }
      const issue = makeBulletin({
        columns: [{ name: '要情', articles: [makeArticle({ blocks: [paragraph(), figure] })] }],
        seal: { chainHead: '1a2b3c4d5e6f7a8b' },
      })
      const set = async (createdAt: Date) => {
        const typesetter = open()
        const { pdf } = await typesetter.typesetPdf(issue, { standard, createdAt, images: { a: photo } })
        await typesetter.close()
        return pdf
      }
      const one = await set(new Date('2023-05-09T08:30:15Z'))
      await new Promise(resolve => setTimeout(resolve, 1100))
      expect(one.equals(await set(new Date('2023-05-09T08:30:15Z')))).toBe(true)
      expect(one.toString('latin1')).toContain('D:20230509083015')
      expect(one.equals(await set(new Date('2023-05-09T08:30:16Z')))).toBe(false)
    },
  )

  it('lets the latest of a name win and refuses those that wait', async () => {
    const typesetter = open()
    await typesetter.typesetPdf(makeBulletin())
    const running = typesetter.typesetPdf(makeBulletin(), { supersede: 'a' })
    const older = typesetter.typesetPdf(makeBulletin(), { supersede: 'a' })
    const other = typesetter.typesetPdf(makeBulletin(), { supersede: 'b' })
    const latest = typesetter.typesetPdf(makeBulletin(), { supersede: 'a' })
    await expect(older).rejects.toMatchObject({ code: 'typesetting-superseded' })
    for (const { pages } of await Promise.all([running, other, latest])) expect(pages).toBeGreaterThan(0)
  })

  it('lets nobody wait so often that others do not come in, whatever names they take', async () => {
    const typesetter = open()
    await typesetter.typesetPdf(makeBulletin())
    const flood = Array.from({ length: 40 }, (_, at) =>
      typesetter.previewPages(makeBulletin(), { supersede: `window ${at}`, asker: 'somebody' }),
    )
    const other = typesetter.previewPages(makeBulletin(), { supersede: 'window', asker: 'somebody else' })
    const settled = await Promise.allSettled(flood)
    const refused = settled.filter(each => each.status === 'rejected')
    expect(refused.length).toBeGreaterThanOrEqual(30)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'typesetting-superseded' })
    expect(settled.at(-1)!.status, 'the latest of them is set').toBe('fulfilled')
    expect((await other).pages.length).toBeGreaterThan(0)
  })
})
