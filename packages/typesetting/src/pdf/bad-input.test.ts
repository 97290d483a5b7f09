import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { item, makeArticle, makeBulletin, paragraph, sentence, squeeze } from '../bulletin.fixture.ts'
import type { Block, Bulletin } from '../contract.ts'
import { parseBulletin } from '../model/parse-bulletin.ts'
import { openTypesetter } from './open-typesetter.ts'
import { readPdf } from './pdf-text.fixture.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const set = async (bulletin: Bulletin, images = {}) => {
  const result = await typesetter.typesetPdf(bulletin, { images })
  const pages = await readPdf(result.pdf)
  return { ...result, read: pages, text: squeeze(pages.map(page => page.text).join('')) }
}
const blocks = (...given: Block[]) =>
  makeBulletin({ columns: [{ name: '要情快报', articles: [makeArticle({ blocks: given })] }] })
const layouts = [['bulletin'], ['magazine']] as const

describe.each(layouts)('bad input in a %s', layout => {
  const as = (bulletin: Bulletin): Bulletin => ({ ...bulletin, layout })

  it('rare characters of names are printed', async () => {
    const { text, missing } = await set(as(blocks(paragraph('王㙦、李浉、张燚、赵穡、吴𠮷、陈𡇙在㙦村。'))))
    for (const name of ['王㙦', '李浉', '张燚', '赵穡', '吴𠮷']) expect(text).toContain(name)
    // 𡇙 stands in no face that comes along: the page shows the mark, and it is reported.
    expect(missing.every(character => text.includes('〓') && character === '𡇙')).toBe(true)
  })

  it('marks of direction and controls neither reorder nor break the page', async () => {
    const marks = '\u202e\u202d\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u200e\u200f\u061c'
    const words = '青山市科协'.split('').join(marks)
    const { text, missing } = await set(
      as(blocks(paragraph(`${words}\u0000\u0007\u001b[31m开会\u007f，\ufeff全文完。`))),
    )
    expect(text).toContain('青山市科协[31m开会，全文完。')
    expect(missing).toEqual([])
  })

  it('emoji become the mark for a missing character, one each', async () => {
    const { text, missing } = await set(as(blocks(paragraph('点赞👍🏽家庭👨‍👩‍👧完'))))
    expect(text).toContain('点赞〓〓家庭〓〓〓完')
    expect(missing).toEqual(['👍', '🏽', '👨', '👩', '👧'])
  })

  it.each([8, 17, 30])('a table of %i columns loses no cell and stays on the page', async count => {
    const cell = (row: number, at: number) => `${row}.${String(at).padStart(2, '0')}号单位`
    const rows = Array.from({ length: 40 }, (_, row) =>
      Array.from({ length: count }, (_, at) => cell(row, at)),
    )
    const { text, read } = await set(as(blocks({ type: 'table', caption: '明细', rows })))
    const lost = rows.flat().filter(one => !text.includes(one))
    expect(lost).toEqual([])
    for (const { pieces } of read)
      for (const piece of pieces) {
        expect(piece.x).toBeGreaterThan(40)
        expect(piece.right).toBeLessThan(595 - 40)
        expect(piece.y).toBeGreaterThan(30)
      }
  })

  it('a row taller than a page goes over pages', async () => {
    const long = sentence.repeat(40)
    const rows = [
      ['单位', '做法'],
      ['青山市', long],
    ]
    const { text } = await set(as(blocks({ type: 'table', rows })))
    expect(text.replace(/—\d+—/gu, '').length).toBeGreaterThan(long.length)
  })

  it('six hundred briefs', async () => {
    const briefs = Array.from({ length: 600 }, (_, at) => item(`第${at + 1}条。${sentence}`))
    const { text } = await set(
      as(
        makeBulletin({
          columns: [
            { name: '短波', articles: [makeArticle({ kind: 'briefs', headline: null, blocks: briefs })] },
          ],
        }),
      ),
    )
    for (const at of [1, 300, 599, 600]) expect(text).toContain(`第${at}条。`)
  })

  it('a headline of two hundred characters', async () => {
    const headline = '关于加强新时代基层科普工作的若干意见与说明'.repeat(10)
    const { text } = await set(
      as(makeBulletin({ columns: [{ name: '甲', articles: [makeArticle({ headline })] }] })),
    )
    expect(text).toContain(headline.slice(0, 20))
    expect(text).toContain(headline.slice(-20))
  })

  it('pictures that are cut short, no picture, or a bomb leave a frame with their words', async () => {
    const photo = readFileSync(new URL('../preview/photo.fixture.jpg', import.meta.url))
    const bomb = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAATiAAAE4gCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB0fGTjwAAAABJRU5ErkJggg==',
      'base64',
    )
    const images = {
      photo,
      cut: photo.subarray(0, 300),
      bomb,
      svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    }
    const figures = Object.keys(images).map(
      (image): Block => ({ type: 'figure', image, alt: `照片${image}` }),
    )
    const { text, unreadableImages } = await set(as(blocks(...figures)), images)
    expect(unreadableImages).toEqual(['cut', 'bomb', 'svg'])
    for (const key of unreadableImages) expect(text).toContain(`照片${key}`)
    expect(text).not.toContain('alert')
  })
})

describe('a model that is not one', () => {
  const table = (more: object) => ({
    ...makeBulletin(),
    columns: [
      {
        name: null,
        articles: [makeArticle({ blocks: [{ type: 'table', rows: [['a']], ...more } as Block] })],
      },
    ],
  })

  it.each([
    ['no rows', table({ rows: [] }), '/columns/0/articles/0/blocks/0/rows'],
    ['too many columns', table({ rows: [Array(31).fill('')] }), '/columns/0/articles/0/blocks/0/rows'],
    ['a field nobody knows', table({ colspan: 2 }), '/columns/0/articles/0/blocks/0'],
    ['a seal that is none', { ...makeBulletin(), seal: { chainHead: '<b>' } }, '/seal/chainHead'],
  ])('is refused with its place: %s', (_, value, place) => {
    expect(() => parseBulletin(value)).toThrow(
      expect.objectContaining({ details: { reason: expect.stringContaining(place) } }),
    )
  })
})
