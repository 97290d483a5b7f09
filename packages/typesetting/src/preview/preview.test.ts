import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { makeArticle, makeBulletin, paragraph, sentence } from '../bulletin.fixture.ts'
import type { Block, Bulletin } from '../contract.ts'
import { makeMagazine } from '../magazine.fixture.ts'
import { openTypesetter } from '../pdf/open-typesetter.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const photo = readFileSync(new URL('./photo.fixture.jpg', import.meta.url))
const figure: Block = { type: 'figure', image: 'a', alt: '会场', caption: '推进会现场' }
const issue = (edit: string, ...more: Block[]): Bulletin =>
  makeBulletin({
    columns: [
      {
        name: '要情快报',
        articles: [makeArticle({ blocks: Array.from({ length: 20 }, () => paragraph()) })],
      },
      {
        name: '经验交流',
        articles: [makeArticle({ blocks: [paragraph(edit), ...more, paragraph(sentence.repeat(9))] })],
      },
    ],
  })
const preview = typesetter.previewPages.bind(typesetter)

describe('previewPages', () => {
  it('gives every page as an SVG that stands alone', async () => {
    const { pages, widthPt, heightPt } = await preview(
      makeMagazine({ contents: true, cover: { image: 'a', alt: '封面' } }),
      { images: { a: photo } },
    )
    expect([Math.round(widthPt), Math.round(heightPt)]).toEqual([595, 842])
    const ids = pages.flatMap(({ svg }) => [...svg!.matchAll(/ id="([^"]+)"/gu)].map(found => found[1]))
    expect(new Set(ids).size).toBe(ids.length)
    for (const { svg } of pages) {
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 595.28 841.89">.*<\/svg>$/u,
      )
      expect(svg).not.toMatch(/script|style=|on\w+=|xlink|NaN|undefined|foreignObject/u)
      const own = new Set([...svg!.matchAll(/ id="([^"]+)"/gu)].map(found => found[1]))
      for (const [, used] of svg!.matchAll(/(?:href="|url\()#([^")]+)/gu)) expect(own).toContain(used)
    }
    expect(pages[0]!.svg).toContain('href="data:image/jpeg;base64,')
  })

  it('sends only the pages that changed', async () => {
    const first = await preview(issue('第一稿。'))
    const known = first.pages.map(page => page.hash)
    const again = await preview(issue('第一稿。'), { known })
    expect(again.pages).toEqual(known.map(hash => ({ hash, svg: null })))
    const edited = await preview(issue('第二稿。'), { known })
    const changed = edited.pages.flatMap((page, at) => (page.svg === null ? [] : [at]))
    expect(changed).toEqual([3])
    expect(edited.pages.filter(page => page.svg === null).map(page => page.hash)).toEqual(
      known.filter((_, at) => at !== 3),
    )
  })

  it('puts an address for the bytes of an image where one is given', async () => {
    const options = { images: { a: photo }, imageAddresses: { a: '/files/1?a=1&b="2"' } }
    const { pages } = await preview(issue('改', figure), options)
    const all = pages.map(page => page.svg).join('')
    expect(all).toContain('href="/files/1?a=1&amp;b=&quot;2&quot;"')
    expect(all).not.toContain('base64')
  })

  it('reads an image once, as long as the process holds it', async () => {
    let reads = 0
    const read = async () => {
      reads += 1
      return photo
    }
    for (const edit of ['一', '二', '三'])
      await preview(issue(edit, figure), { images: { a: { id: 'picture-1', read } } })
    expect(reads).toBe(1)
    const gone = { id: 'picture-2', read: async () => null }
    const { pages } = await preview(issue('四', figure), { images: { a: gone } })
    expect(pages.map(page => page.svg).join('')).not.toContain('<image')
  })

  it('stands a photo up that says it lies on its side', async () => {
    // EXIF with nothing but orientation 6.
    const exif = Buffer.from('ffe1002245786966000049492a000800000001001201030001000000060000000000', 'hex')
    const lying = Buffer.concat([photo.subarray(0, 2), exif, Buffer.from([0, 0]), photo.subarray(2)])
    for (const [bytes, ratio] of [
      [photo, 48 / 32],
      [lying, 32 / 48],
    ] as const) {
      const { pages } = await preview(issue('改', { ...figure, widthPercent: 30 } as Block), {
        images: { a: bytes },
      })
      const [, width, height] = /<image [^>]*width="([\d.]+)" height="([\d.]+)"/u.exec(
        pages.map(page => page.svg).join(''),
      )!
      expect(Number(width) / Number(height)).toBeCloseTo(ratio, 1)
    }
  })
})
