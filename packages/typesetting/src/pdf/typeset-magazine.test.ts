import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import {
  bareBulletin,
  hostileText,
  item,
  makeArticle,
  paragraph,
  sentence,
  squeeze,
} from '../bulletin.fixture.ts'
import type { Block, Bulletin } from '../contract.ts'
import { makeFeature, makeMagazine } from '../magazine.fixture.ts'
import { openTypesetter } from './open-typesetter.ts'
import { type PdfPage, pointsPerMm, readBookmarks, readLinks, readPdf } from './pdf-text.fixture.ts'
import type { TypesetOptions } from './typesetter.types.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const set = async (bulletin: Bulletin, options?: TypesetOptions) => {
  const result = await typesetter.typesetPdf(bulletin, options)
  return { ...result, read: await readPdf(result.pdf) }
}
const gif = Buffer.from('R0lGODdhAwACAIAAAP8AAP///ywAAAAAAwACAAACAoRfADs=', 'base64')
const columnPt = 22 * 10.5
const gutterPt = 24
const leftPt = (210 * pointsPerMm - 2 * columnPt - gutterPt) / 2
const topPt = 27 * pointsPerMm
const pagePt = 297 * pointsPerMm

/** Row of the grid a piece of text stands on; text of 10.5 pt has its baseline .88 em below the top of its row. */
const rowOf = (y: number) => (pagePt - y - topPt - 0.88 * 10.5) / 17
const bodyPieces = (page: PdfPage) =>
  page.pieces.filter(piece => pagePt - piece.y > topPt && piece.y > 20 * pointsPerMm)
/** Last rows of the left and the right column. */
const columnEnds = (page: PdfPage) => {
  const pieces = bodyPieces(page)
  const ends = (wanted: (x: number) => boolean) =>
    Math.max(-1, ...pieces.filter(piece => wanted(piece.x)).map(piece => rowOf(piece.y)))
  const middle = leftPt + columnPt + gutterPt / 2
  return { left: ends(x => x < middle), right: ends(x => x > middle) }
}
const alone = (articles: Bulletin['columns'][number]['articles']) =>
  makeMagazine({
    columns: [{ name: '特别报道', articles }],
    distribution: [],
    publisher: null,
    date: null,
    series: null,
    issueNo: null,
    runningNo: null,
  })

describe('the cover', () => {
  it('says name, number, day, publisher and what the issue holds', async () => {
    const { read } = await set(makeMagazine())
    const cover = squeeze(read[0]!.text)
    for (const piece of ['青山科坛', '第3期（总第63期）', '2023年6月15日', '青山省科学技术协会', '本期要目'])
      expect(cover).toContain(piece)
    for (const pick of ['让好奇心成为城市的底色', '山乡来了“科学老师”', '松岭县办农技培训', '特别报道'])
      expect(cover).toContain(pick)
  })

  it('keeps the name on the page, however long it is', async () => {
    for (const series of [
      '科',
      '青山省科协学习教育简报',
      '关于青山省科学技术普及工作的若干情况'.repeat(40),
    ]) {
      const { read } = await set(makeMagazine({ series }))
      for (const piece of read[0]!.pieces) {
        expect(piece.right).toBeLessThan(200 * pointsPerMm)
        expect(piece.y).toBeGreaterThan(0)
      }
    }
  })

  it('has a picture where one is given, described for those who cannot see it', async () => {
    const cover = { image: 'hills', alt: '群山' }
    const { pdf, unreadableImages } = await set(makeMagazine({ cover }), { images: { hills: gif } })
    expect(unreadableImages).toEqual([])
    expect(pdf.toString('latin1')).toContain('/Subtype /Image')
    expect((await set(makeMagazine({ cover }))).read.length).toBeGreaterThan(2)
  })
})

describe('the table of contents', () => {
  it('tells the page on which every headline stands, and leads there', async () => {
    const magazine = makeMagazine()
    const { pdf, read } = await set(magazine)
    const headlines = magazine.columns.flatMap(column => column.articles.map(article => article.headline!))
    const links = await readLinks(pdf)
    const contents = read[1]!.lines
    for (const headline of headlines) {
      const start = headline.slice(0, 6)
      const line = contents.find(one => squeeze(one.text).startsWith(start))!
      const told = Number(/(\d+)$/u.exec(line.text.trim())![1])
      const real = read.findIndex((page, at) => at > 1 && squeeze(page.text).includes(squeeze(start))) + 1
      expect(told, headline).toBe(real)
      expect(links, headline).toContainEqual({ on: 2, to: real })
    }
  })

  it('numbers right also when it takes pages itself', async () => {
    const articles = Array.from({ length: 150 }, (_, at) => makeFeature(`第${at + 1}号消息`, 2))
    const { read, pdf } = await set(makeMagazine({ columns: [{ name: '短讯', articles }] }))
    const links = await readLinks(pdf)
    expect(new Set(links.map(link => link.on)).size).toBeGreaterThan(2)
    const first = Math.min(...links.map(link => link.to))
    for (const wanted of [1, 77, 150]) {
      const entry = read
        .slice(1, first - 1)
        .flatMap(page => page.lines)
        .find(line => squeeze(line.text).startsWith(`第${wanted}号消息`))!
      const told = Number(/(\d+)$/u.exec(entry.text.trim())![1])
      expect(squeeze(read[told - 1]!.text)).toContain(`第${wanted}号消息`)
    }
  })

  it('gives the bookmarks columns and headlines', async () => {
    const bookmarks = await readBookmarks((await set(makeMagazine())).pdf)
    expect(bookmarks.map(squeeze)).toEqual([
      '卷首语',
      '让好奇心成为城市的底色',
      '特别报道',
      '山乡来了“科学老师”——科普大篷车十年纪实',
      '全民科学素质行动五年之变——来自十二个县区的调查',
      '基层风采',
      '松岭县办农技培训',
      '河口区办机器人竞赛',
      '石桥镇来了医学专家',
    ])
  })
})

describe('the page', () => {
  it('has two columns of 22 characters on one grid of lines', async () => {
    const { read } = await set(makeMagazine())
    const inner = read.find((page, at) => at > 3 && !/报道|卷首|基层/u.test(page.lines[2]!.text))!
    const starts = new Set(bodyPieces(inner).map(piece => Math.round(piece.x)))
    expect(Math.min(...starts)).toBeCloseTo(leftPt, -0.5)
    for (const piece of bodyPieces(inner)) {
      const column = piece.x < leftPt + columnPt + gutterPt / 2 ? leftPt : leftPt + columnPt + gutterPt
      expect(piece.x).toBeGreaterThan(column - 1)
      // A closing mark may hang its empty half beyond the edge.
      expect(piece.right).toBeLessThan(column + columnPt + 6)
      expect(Math.abs(rowOf(piece.y) - Math.round(rowOf(piece.y)))).toBeLessThan(0.05)
    }
  })

  it('has series and number outside, the column inside, the page number outside', async () => {
    const { read } = await set(makeMagazine())
    for (const [index, page] of read.entries()) {
      if (index < 2) continue
      const number = index + 1
      const head = page.pieces.filter(piece => pagePt - piece.y < 25 * pointsPerMm)
      const issue = head.find(piece => piece.text.includes('青山'))!
      const column = head.find(piece => /卷首语|特别报道|基层风采/u.test(piece.text))!
      const folio = page.pieces.find(piece => piece.text === String(number) && piece.y < 25 * pointsPerMm)!
      const middle = 105 * pointsPerMm
      expect(issue.x > middle).toBe(number % 2 === 1)
      expect(column.x > middle).toBe(number % 2 === 0)
      expect(folio.x > middle).toBe(number % 2 === 1)
    }
    expect(read[0]!.pieces.some(piece => piece.text === '1')).toBe(false)
  })

  it('opens every column at the head of a page, or below a tail of few lines', async () => {
    const names = ['卷首语', '特别报道', '基层风采']
    for (let paragraphs = 20; paragraphs < 60; paragraphs += 3) {
      const columns = names.map(name => ({ name, articles: [makeFeature('一篇文章', paragraphs)] }))
      const { read } = await set(makeMagazine({ columns }))
      for (const name of names) {
        const large = read
          .slice(2)
          .flatMap(page => bodyPieces(page))
          .find(piece => squeeze(piece.text) === name)!
        expect(rowOf(large.y), `${name} with ${paragraphs} paragraphs`).toBeLessThan(10 + 3 + 2)
      }
    }
  })

  it('never begins or ends a column with a single line of a longer paragraph, nor ends with a heading', async () => {
    const blocks: Block[] = Array.from({ length: 90 }, (_, at) =>
      at % 9 === 4
        ? { type: 'heading', level: 1, text: `一、第${at}个做法` }
        : paragraph(sentence.slice(0, 30 + ((at * 37) % 50))),
    )
    const { read } = await set(alone([makeArticle({ blocks })]))
    for (const page of read.slice(1)) {
      const middle = leftPt + columnPt + gutterPt / 2
      for (const side of [true, false]) {
        const column = bodyPieces(page).filter(piece => piece.x < middle === side)
        const last = column.toSorted((a, b) => a.y - b.y)[0]
        if (last) expect(last.text).not.toContain('做法')
      }
    }
  })
})

describe('the columns of an article', () => {
  it('end at the same height but for what must stay together, whatever its length', async () => {
    for (let paragraphs = 3; paragraphs <= 75; paragraphs += 4) {
      const { read } = await set(alone([makeFeature('一篇文章', paragraphs)]))
      const { left, right } = columnEnds(read.at(-1)!)
      expect(Math.abs(left - right), `${paragraphs} paragraphs`).toBeLessThan(3.5)
      for (const page of read.slice(1, -1)) expect(columnEnds(page).left).toBeGreaterThan(37.5)
    }
  })

  it('hold every word, in order', async () => {
    const feature = makeFeature('长篇纪实', 130)
    const { read } = await set(alone([feature]))
    const text = squeeze(
      read
        .slice(1)
        .flatMap(page => bodyPieces(page))
        .map(piece => piece.text)
        .join(''),
    )
    let from = 0
    for (const block of feature.blocks) {
      if (block.type !== 'paragraph') continue
      const at = text.indexOf(squeeze(block.text), from)
      expect(at, block.text.slice(0, 10)).toBeGreaterThanOrEqual(from)
      from = at
    }
  })

  it('make room for pictures in a column and across both', async () => {
    const figure = (widthPercent: number, caption: string): Block => ({
      type: 'figure',
      image: 'a',
      alt: caption,
      caption,
      widthPercent,
    })
    const blocks = makeFeature('有图的文章', 30)
      .blocks.toSpliced(9, 0, figure(50, '栏内图'))
      .toSpliced(20, 0, figure(100, '通栏图'))
    const { read } = await set(alone([makeArticle({ blocks })]), { images: { a: gif } })
    const pieces = read.flatMap(page => page.pieces)
    const centre = (caption: string) => {
      const piece = pieces.find(one => one.text.includes(caption))!
      return (piece.x + piece.right) / 2
    }
    expect(centre('通栏图')).toBeCloseTo(105 * pointsPerMm, -0.5)
    expect(Math.abs(centre('栏内图') - 105 * pointsPerMm)).toBeGreaterThan(100)
  })
})

describe('any magazine', () => {
  it('is set though it says nothing', async () => {
    const { read } = await set({ ...bareBulletin, layout: 'magazine' })
    expect(read.length).toBeGreaterThan(0)
    const none = await set(makeMagazine({ columns: [] }))
    expect(none.read[0]!.text).toContain('青山科坛')
  })

  it('is accessible or for the archive, in the red of the screen or the press', async () => {
    const { pdf } = await set(makeMagazine())
    expect(pdf.toString('latin1')).toContain('pdfuaid:part')
    expect((await set(makeMagazine(), { standard: 'a-2a' })).pdf.toString('latin1')).toContain('pdfaid:part')
    expect((await set(makeMagazine(), { red: 'press' })).pages).toBeGreaterThan(3)
  })

  it('is set as text, whatever the text is, with headlines of 1,000 characters and broken pictures', async () => {
    const long = '关于加强基层科普工作的意见'.repeat(80)
    const damaged = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      Buffer.from('x'.repeat(90)),
    ])
    const article = (text: string) =>
      makeArticle({
        headline: text,
        subtitle: text,
        contributor: text,
        blocks: [
          paragraph(text),
          item(text),
          { type: 'heading', level: 2, text },
          { type: 'quote', text },
          { type: 'figure', image: 'bad', alt: text, caption: text },
          { type: 'figure', image: '../../../etc/passwd', alt: text, caption: text, widthPercent: 100 },
        ],
      })
    const columns = [hostileText, long].map(text => ({
      name: text,
      articles: [article(text), article(text)],
    }))
    const magazine = makeMagazine({
      series: hostileText,
      publisher: long,
      columns,
      cover: { image: 'bad', alt: long },
      distribution: [{ to: hostileText, entries: [long] }],
    })
    const { read, missing, unreadableImages } = await set(magazine, { images: { bad: damaged } })
    const text = squeeze(read.map(page => page.text).join(''))
    expect(text).toContain('#read("/etc/passwd")')
    expect(text).not.toContain('root:')
    expect(missing).toContain('😀')
    expect(unreadableImages).toEqual(['bad'])
    // Nothing fell below a page: the long text is there as often as it was given.
    expect(text.split(long.slice(-40)).length - 1).toBeGreaterThanOrEqual(12)
    for (const page of read) for (const piece of page.pieces) expect(piece.y).toBeGreaterThan(20)
  })

  it('is set though it is all headlines and headings', async () => {
    const headings: Block[] = Array.from({ length: 120 }, (_, at) => ({
      type: 'heading',
      level: ((at % 3) + 1) as 1 | 2 | 3,
      text: `第${at + 1}项`,
    }))
    const columns = [
      {
        name: '只有标题',
        articles: Array.from({ length: 200 }, (_, at) =>
          makeArticle({ headline: `第${at + 1}条`, blocks: [] }),
        ),
      },
      { name: '只有小标题', articles: [makeArticle({ blocks: headings })] },
    ]
    const { read } = await set(makeMagazine({ columns }))
    const text = squeeze(read.map(page => page.text).join(''))
    for (const piece of ['第200条', '第120项']) expect(text).toContain(piece)
    for (const page of read.slice(1))
      for (const piece of page.pieces) expect(piece.y).toBeGreaterThan(15 * pointsPerMm)
  })

  it('is set with 500 articles', async () => {
    const articles = Array.from({ length: 500 }, (_, at) => makeFeature(`第${at + 1}号消息`, 1 + (at % 3)))
    const { read } = await set(makeMagazine({ columns: [{ name: null, articles }] }))
    expect(squeeze(read.map(page => page.text).join(''))).toContain('第500号消息')
  })

  it('is set, whatever it is made of, and no text falls below a page', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(sentence, hostileText, '', '第一章', sentence.repeat(9)),
    )
    const block = fc.oneof(
      fc.record({ type: fc.constantFrom('paragraph', 'item', 'quote'), text }),
      fc.record({ type: fc.constant('heading'), level: fc.constantFrom(1, 2, 3), text }),
      fc.record({
        type: fc.constant('figure'),
        image: fc.constantFrom('a', 'none'),
        alt: text,
        caption: fc.option(text),
        widthPercent: fc.integer({ min: 10, max: 100 }),
      }),
    ) as fc.Arbitrary<Block>
    const article = fc.record({
      kind: fc.constantFrom('article', 'briefs', 'essay', 'speech'),
      headline: fc.option(text),
      subtitle: fc.option(text),
      contributor: fc.option(text),
      blocks: fc.array(block, { maxLength: 12 }),
    })
    const magazine = fc.record({
      schema: fc.constant('jianbao-bulletin/1' as const),
      layout: fc.constant('magazine' as const),
      series: fc.option(text),
      issueNo: fc.option(fc.integer({ min: 1 })),
      special: fc.boolean(),
      runningNo: fc.option(fc.integer({ min: 1 })),
      publisher: fc.option(text),
      date: fc.option(fc.constant('2023-05-09')),
      columns: fc.array(fc.record({ name: fc.option(text), articles: fc.array(article, { maxLength: 5 }) }), {
        maxLength: 4,
      }),
      attachments: fc.array(fc.record({ title: text, blocks: fc.array(block, { maxLength: 3 }) }), {
        maxLength: 2,
      }),
      distribution: fc.array(fc.record({ to: text, entries: fc.array(text, { maxLength: 3 }) }), {
        maxLength: 3,
      }),
    }) as fc.Arbitrary<Bulletin>
    await fc.assert(
      fc.asyncProperty(magazine, fc.constantFrom('ua-1', 'a-2a'), async (any, standard) => {
        const { read } = await set(any, { standard, images: { a: gif } })
        for (const page of read.slice(1))
          for (const piece of page.pieces) expect(piece.y).toBeGreaterThan(15 * pointsPerMm)
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
