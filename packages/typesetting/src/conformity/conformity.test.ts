import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { item, makeArticle, makeBulletin, paragraph, sentence } from '../bulletin.fixture.ts'
import { makeCircular } from '../circular.fixture.ts'
import type { Block, Bulletin, BulletinArticle, ConformityRule, LayoutProfile, Place } from '../contract.ts'
import { makeMagazine } from '../magazine.fixture.ts'
import { openTypesetter } from '../pdf/open-typesetter.ts'
import type { TypesetOptions } from '../pdf/typesetter.types.ts'
import { defaultProfile } from '../profile.ts'
import { wholeFaults } from './find-faults.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const photo = readFileSync(new URL('../preview/photo.fixture.jpg', import.meta.url))
const judge = async (document: Bulletin | ReturnType<typeof makeCircular>, options?: TypesetOptions) =>
  (await typesetter.typesetPdf(document, options)).conformity
const found = async (rule: ConformityRule, document: Bulletin, options?: TypesetOptions) =>
  (await judge(document, options)).findings.filter(finding => finding.rule === rule)
const at = (place: Partial<Place>): Place => ({
  column: null,
  attachment: null,
  article: null,
  block: null,
  ...place,
})
const articles = (...given: Partial<BulletinArticle>[]) =>
  makeBulletin({ columns: [{ name: '要情快报', articles: given.map(makeArticle) }] })
const blocks = (...given: Block[]) => articles({ blocks: given })
/** So many full lines of 28 characters. */
const lines = (count: number): Block => paragraph('众'.repeat(28 * count - 2))
const figure: Block = { type: 'figure', image: 'a', alt: '会场', caption: '会场' }

describe('conformity of an issue', () => {
  it('finds nothing in one that keeps the layout, and measures what it keeps', async () => {
    const conformity = await judge(blocks(lines(12), lines(15), paragraph('末段。')))
    expect(conformity).toEqual({ measured: { pages: 2, linesPerPage: 22, charsPerLine: 28 }, findings: [] })
  })

  it('is the same for the preview and for the PDF', async () => {
    const issue = blocks(lines(1), figure, paragraph('某县\ue123村。'))
    const { conformity } = await typesetter.previewPages(issue)
    expect(conformity.findings).toHaveLength(2)
    expect(conformity).toEqual(await judge(issue))
  })

  it('lines-per-page, characters-per-line: what was set is measured, whatever was asked for', async () => {
    const profile = { ...defaultProfile, linesPerPage: 20, charsPerLine: 26 }
    const { measured, findings } = await judge(blocks(lines(60)), { profile })
    expect(measured).toMatchObject({ linesPerPage: 20, charsPerLine: 26 })
    expect(findings.filter(({ rule }) => rule !== 'orphan' && rule !== 'widow')).toEqual([])
    expect(wholeFaults(measured, 3, defaultProfile)).toEqual([
      { rule: 'lines-per-page', page: null, details: { wanted: 22, found: 20 } },
      { rule: 'characters-per-line', page: null, details: { wanted: 28, found: 26 } },
    ])
  })

  it('even-pages', async () => {
    const profile: Partial<LayoutProfile> = { evenPages: true }
    expect(await found('even-pages', blocks(lines(1)), { profile })).toEqual([])
    const { findings } = await judge(makeCircular({ blocks: [], attachments: [] }), { profile })
    expect(findings).toEqual([{ rule: 'even-pages', page: null, details: { pages: 1 } }])
  })

  it('imprint-at-foot', async () => {
    const entries = Array.from({ length: 400 }, (_, index) => `第${index}县科协`)
    const long = { ...blocks(lines(1)), distribution: [{ to: '发', entries }] }
    expect(await found('imprint-at-foot', long)).toMatchObject([{ details: { reason: 'not-at-foot' } }])
    const half = { ...long, distribution: [{ to: '发', entries: entries.slice(0, 60) }] }
    expect(await found('imprint-at-foot', half)).toEqual([])
  })

  it('widow: the last line of a paragraph on top of a page', async () => {
    // Page one has room for twelve lines below the headline.
    expect(await found('widow', blocks(lines(10), lines(4), lines(9)))).toEqual([])
    const broken = blocks(lines(10), lines(3), lines(9))
    expect(await found('widow', broken)).toMatchObject([
      { page: 2, place: at({ column: 0, article: 0, block: 1 }), details: { text: '众'.repeat(20) } },
    ])
  })

  it('orphan: the first line of a paragraph at the foot of a page', async () => {
    const broken = blocks(lines(11), paragraph('孤'.repeat(28 * 3 - 2)), lines(9))
    expect(await found('orphan', blocks(lines(10), lines(4), lines(9)))).toEqual([])
    expect(await found('orphan', broken)).toMatchObject([
      { page: 1, place: at({ column: 0, article: 0, block: 1 }), details: { text: '孤'.repeat(20) } },
    ])
  })

  it('heading-at-foot: a headline too long to be kept with its text', async () => {
    const headline = '关于加强基层科普工作的若干意见'.repeat(19)
    const issue = articles({ blocks: [lines(16)] }, { headline, blocks: [figure, lines(3)] })
    const place = at({ column: 0, article: 1 })
    expect(await found('heading-at-foot', issue, { images: { a: photo } })).toMatchObject([
      { page: 3, place, details: { text: headline } },
    ])
    const short = articles({ blocks: [lines(16)] }, { headline: '意见', blocks: [figure, lines(3)] })
    expect(await found('heading-at-foot', short, { images: { a: photo } })).toEqual([])
  })

  it('title-cut: a name longer than a line', async () => {
    const name = '青山省科学技术协会学习教育领导小组办公室'
    const headline = `${name}${name}召开会议`
    expect(await found('title-cut', articles({ headline }), { glue: [name + name] })).toMatchObject([
      {
        page: 1,
        place: at({ column: 0, article: 0 }),
        details: { text: headline, word: expect.stringContaining(name) },
      },
    ])
    expect(await found('title-cut', articles({ headline }), { glue: [name] })).toEqual([])
  })

  it('title-long: two hundred characters', async () => {
    const headline = '关于加强新时代基层科普工作的若干意见'.repeat(11)
    expect(await found('title-long', articles({ headline }))).toMatchObject([
      { page: 1, details: { lines: expect.any(Number) } },
    ])
  })

  it('table-wide, table-small: more columns than a page holds', async () => {
    const row = (text: string) => Array.from({ length: 30 }, () => text)
    const wide: Block = { type: 'table', rows: [row('列'), row('12345.67')] }
    const issue = blocks(lines(2), wide)
    const place = at({ column: 0, article: 0, block: 1 })
    expect(await found('table-wide', issue)).toMatchObject([
      { page: 1, place, details: { columns: 30, word: '12345.67' } },
    ])
    expect(await found('table-small', issue)).toMatchObject([
      { page: 1, place, details: { columns: 30, sizePt: 7.5 } },
    ])
    const usual: Block = {
      type: 'table',
      rows: [
        ['单位', '篇数'],
        ['青山市科协', '12'],
      ],
    }
    expect((await judge(blocks(lines(2), usual))).findings).toEqual([])
  })

  it('picture-coarse: the dots an inch at the size on the page', async () => {
    const issue = blocks(lines(1), { ...figure, widthPercent: 50 })
    // 48 dots on 78 mm.
    expect(await found('picture-coarse', issue, { images: { a: photo } })).toEqual([
      {
        rule: 'picture-coarse',
        page: 1,
        place: at({ column: 0, article: 0, block: 1 }),
        details: { image: 'a', dpi: 16, wanted: 150 },
      },
    ])
  })

  it('picture-unreadable: and why', async () => {
    const png = (width: number, height: number) => {
      const bytes = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB0fGTjwAAAABJRU5ErkJggg==',
        'base64',
      )
      bytes.writeUInt32BE(width, 16)
      bytes.writeUInt32BE(height, 20)
      return bytes
    }
    const images = {
      bomb: png(20_000, 20_000),
      cut: readFileSync(new URL('../preview/photo.fixture.jpg', import.meta.url)).subarray(0, 200),
      svg: Buffer.from(
        '\ufeff<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      ),
      text: Buffer.from('not a picture'),
    }
    const issue = blocks(
      ...[...Object.keys(images), 'gone'].map((image): Block => ({ ...figure, image }) as Block),
    )
    const faults = await found('picture-unreadable', issue, { images })
    expect(faults.map(({ details }) => details)).toEqual([
      { image: 'bomb', reason: 'too-large' },
      { image: 'cut', reason: 'damaged' },
      { image: 'svg', reason: 'svg' },
      { image: 'text', reason: 'format' },
      { image: 'gone', reason: 'absent' },
    ])
  })

  it('missing-glyph: in which text each stands', async () => {
    const issue = {
      ...articles({
        blocks: [paragraph('甲'), item('短波'), item('某县\ue123村😀办起讲堂😀')],
        contributor: '\ue123科协',
      }),
      publisher: '\ue123办公室',
    }
    const faults = await found('missing-glyph', issue)
    expect(faults).toMatchObject([
      { page: null, details: { character: '\ue123', text: '\ue123办公室' } },
      { page: 1, place: at({ column: 0, article: 0, block: 2 }), details: { character: '\ue123' } },
      {
        page: 1,
        place: at({ column: 0, article: 0, block: 2 }),
        details: { character: '😀', text: '某县\ue123村😀办起讲堂😀' },
      },
      { page: 1, place: at({ column: 0, article: 0 }), details: { character: '\ue123' } },
    ])
    expect(faults[0]).not.toHaveProperty('place')
  })

  it('nothing-below: a column and an article without a word', async () => {
    const issue = makeBulletin({
      columns: [
        { name: '要情快报', articles: [] },
        {
          name: '经验交流',
          articles: [makeArticle({ headline: '空文', blocks: [paragraph(' ')] }), makeArticle()],
        },
        {
          name: '学教短波',
          articles: [makeArticle({ headline: null, blocks: [{ type: 'heading', level: 1, text: '一、' }] })],
        },
      ],
    })
    expect(
      (await found('nothing-below', issue)).map(({ place, details }) => [
        place?.column,
        place?.article,
        details,
      ]),
    ).toEqual([
      [0, null, { text: '【要情快报】' }],
      [1, 0, { text: '空文' }],
      [2, 0, { text: '一、' }],
    ])
  })

  it('says of a magazine what a magazine can break', async () => {
    const magazine = makeMagazine({
      columns: [
        {
          name: '要情',
          articles: [
            makeArticle({
              headline: '一篇',
              blocks: [
                ...Array.from({ length: 60 }, () => paragraph(sentence)),
                figure,
                paragraph('字\ue123'),
              ],
            }),
          ],
        },
        { name: '空栏', articles: [] },
      ],
    })
    const { findings } = await judge(magazine, { images: { a: photo } })
    expect(findings).toMatchObject([
      { rule: 'picture-coarse', place: at({ column: 0, article: 0, block: 60 }), details: { image: 'a' } },
      { rule: 'missing-glyph', place: at({ column: 0, article: 0, block: 61 }) },
      { rule: 'nothing-below', place: at({ column: 1 }), details: { text: '空栏' } },
    ])
    expect(findings.every(({ page }) => page !== null && page > 1)).toBe(true)
  })
})
