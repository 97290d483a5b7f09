import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import {
  bareBulletin,
  hostileText,
  item,
  makeArticle,
  makeBulletin,
  paragraph,
  sentence,
  squeeze,
} from '../bulletin.fixture.ts'
import type { Block, Bulletin } from '../contract.ts'
import { openTypesetter } from './open-typesetter.ts'
import { pointsPerMm, readPdf } from './pdf-text.fixture.ts'
import type { TypesetOptions } from './typesetter.types.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const set = async (bulletin: Bulletin, options?: TypesetOptions) => {
  const result = await typesetter.typesetPdf(bulletin, options)
  return { ...result, read: await readPdf(result.pdf) }
}
const oneArticle = (...blocks: Block[]) =>
  makeBulletin({ columns: [{ name: '要情快报', articles: [makeArticle({ blocks })] }] })
const gif = Buffer.from('R0lGODdhAwACAIAAAP8AAP///ywAAAAAAwACAAACAoRfADs=', 'base64')

describe('the text layer', () => {
  it('has every text of the bulletin in order', async () => {
    const blocks: Block[] = [
      paragraph(),
      { type: 'heading', level: 1, text: '一、主要做法' },
      { type: 'heading', level: 2, text: '（一）先学一步' },
      paragraph(sentence.repeat(3)),
      { type: 'quote', text: '科普是科协的主业。' },
      item('5月8日，松岭县科协开展义诊。'),
    ]
    const bulletin = makeBulletin({
      columns: [{ name: '经验交流', articles: [makeArticle({ blocks, contributor: '松岭县科协' })] }],
      attachments: [{ title: '任务分工表', blocks: [paragraph('见正文。')] }],
      secrecy: '内部',
      copyNo: '000012',
      printRun: 120,
    })
    const { read, fonts, missing } = await set(bulletin)
    const text = squeeze(read.map(page => page.text).join(''))
    let from = 0
    for (const piece of [
      '内部',
      '青山省科协学习教育',
      '简报',
      '第7期',
      '【经验交流】',
      '推动学习教育走深走实',
      sentence,
      '一、主要做法',
      '（一）先学一步',
      sentence.repeat(3),
      '科普是科协的主业。',
      '●5月8日，松岭县科协开展义诊。',
      '（供稿：松岭县科协）',
      '附件',
      '任务分工表',
      '见正文。',
      '报：省委学习教育领导小组办公室，省科协领导。',
      '（共印120份）',
    ]) {
      const at = text.replace(/—\d+—/gu, '').indexOf(squeeze(piece), from)
      expect(at, piece).toBeGreaterThanOrEqual(from)
      from = at
    }
    expect(missing).toEqual([])
    expect(Object.keys(fonts)).toEqual(['fangsong', 'biaosong', 'kai', 'hei', 'song'])
  })

  it('is tagged, in Chinese, titled, and declares PDF/UA-1 or PDF/A-2a as asked', async () => {
    const ua = (await set(makeBulletin())).pdf.toString('latin1')
    expect(ua).toContain('/MarkInfo')
    expect(ua).toContain('pdfuaid:part')
    expect(ua).toMatch(/\/Lang ?\(zh/u)
    const archive = (await set(makeBulletin(), { standard: 'a-2a' })).pdf.toString('latin1')
    expect(archive).toContain('pdfaid:part')
    const undated = await set(bareBulletin, { standard: 'a-2a' })
    expect(undated.pages).toBe(1)
  })
})

describe('the page', () => {
  const han = '科协组织广大科技工作者学习'

  it('has 22 lines of 28 characters, in an area of 156 × 225 mm', async () => {
    const { read } = await set(oneArticle(paragraph(han.repeat(120))))
    const full = read[1]!.lines.filter(line => !line.text.includes('—'))
    expect(full).toHaveLength(22)
    for (const line of full) {
      expect([...line.text]).toHaveLength(28)
      expect(line.x).toBeCloseTo(28 * pointsPerMm, 0)
      expect(line.right).toBeCloseTo((28 + 156) * pointsPerMm, 0)
    }
    const pitches = full.slice(1).map((line, index) => full[index]!.y - line.y)
    for (const pitch of pitches) expect(pitch).toBeCloseTo(29.62, 1)
  })

  it('follows the profile of a series', async () => {
    const { read } = await set(oneArticle(paragraph(han.repeat(120))), {
      profile: { linesPerPage: 20, charsPerLine: 26 },
    })
    const full = read[1]!.lines.filter(line => !line.text.includes('—'))
    expect(full).toHaveLength(20)
    expect([...full[3]!.text]).toHaveLength(26)
  })

  it('has its number outside: odd right, even left', async () => {
    const { read } = await set(oneArticle(paragraph(han.repeat(120))))
    const numbers = read.map(page => page.lines.find(line => /^— ?\d+ ?—$/u.test(line.text))!)
    expect(numbers[0]!.right).toBeGreaterThan(170 * pointsPerMm)
    expect(numbers[1]!.x).toBeLessThan(40 * pointsPerMm)
  })

  it('starts the text on the same grid again after a title, a photo and headings', async () => {
    const photo: Block = { type: 'figure', image: 'a', alt: '会场', caption: '推进会现场', widthPercent: 50 }
    const { read } = await set(
      oneArticle(
        paragraph(han.repeat(20)),
        photo,
        paragraph(han.repeat(8)),
        { type: 'heading', level: 1, text: '一、做法' },
        paragraph(han.repeat(60)),
      ),
      { images: { a: gif } },
    )
    const grid = read.at(-1)!.lines[0]!.y
    const body = read
      .flatMap(page => page.lines)
      .filter(line => line.text.includes('科协组织') && [...line.text].length === 28)
    for (const line of body) {
      const rows = (grid - line.y) / 29.6233
      expect(Math.abs(rows - Math.round(rows))).toBeLessThan(0.03)
    }
    expect(body.length).toBeGreaterThan(20)
  })

  it('never ends with the name of a column or a headline', async () => {
    for (let lines = 8; lines < 15; lines++) {
      const columns = ['甲', '乙'].map(name => ({
        name,
        articles: [makeArticle({ headline: `标题${name}`, blocks: [paragraph(han.repeat(2 * lines))] })],
      }))
      const { read } = await set(makeBulletin({ columns }))
      for (const page of read) {
        const last = page.lines.filter(line => !line.text.includes('—')).at(-1)!
        expect(last.text).not.toMatch(/【|标题/u)
      }
    }
  })
})

describe('the imprint', () => {
  it('stands at the foot of the last page and never alone on it', async () => {
    for (let lines = 1; lines <= 46; lines += 1) {
      const blocks = [paragraph('众'.repeat(28 * lines - 2)), paragraph('末段。')]
      const { read } = await set(oneArticle(...blocks))
      const last = read.at(-1)!
      const foot = last.lines.filter(line => !line.text.includes('—')).at(-1)!
      expect(foot.text).toContain('研究会。')
      expect(foot.y).toBeLessThan(50 * pointsPerMm)
      expect(last.text, `${lines} lines`).toMatch(/众|末段/u)
      for (const page of read.slice(0, -1)) expect(page.text).not.toContain('研究会。')
      // The text keeps its pitch though lines went over.
      const [one, two] = last.lines
      if (two && /^众+$/u.test(one!.text) && /众|末段/u.test(two.text))
        expect(one!.y - two.y).toBeCloseTo(29.62, 1)
    }
  })

  it('stands on an even page where the series wants it, on a page without a number', async () => {
    const one = await set(oneArticle(paragraph()), { profile: { evenPages: true } })
    expect(one.pages).toBe(2)
    expect(one.read[1]!.text).toContain('研究会。')
    expect(one.read[1]!.text).not.toContain('— 2 —')
    const bare = await set(bareBulletin, { profile: { evenPages: true } })
    expect(bare.pages).toBe(2)
  })

  it('flows over pages when it is longer than one', async () => {
    const entries = Array.from({ length: 400 }, (_, index) => `第${index}县科协`)
    const { read } = await set(makeBulletin({ distribution: [{ to: '发', entries }] }))
    expect(squeeze(read.map(page => page.text).join(''))).toContain('第399县科协。')
  })
})

describe('any bulletin', () => {
  it('is set though it says nothing', async () => {
    const { read } = await set(bareBulletin)
    expect(read).toHaveLength(1)
    expect(read[0]!.text).not.toContain('简')
    const numbered = await set({ ...bareBulletin, issueNo: 3 })
    expect(numbered.read[0]!.text).toContain('简')
  })

  it('is set as text, whatever the text is', async () => {
    const columns = [
      {
        name: hostileText,
        articles: [
          makeArticle({
            headline: hostileText,
            contributor: hostileText,
            blocks: [
              paragraph(hostileText),
              item(hostileText),
              { type: 'figure', image: '../../../etc/passwd', alt: hostileText },
            ],
          }),
        ],
      },
    ]
    const { read, missing } = await set(
      makeBulletin({
        series: hostileText,
        publisher: hostileText,
        secrecy: hostileText,
        columns,
        distribution: [{ to: hostileText, entries: [hostileText] }],
      }),
      { images: { __proto__x: gif, '../a': Buffer.from('<svg/>') } },
    )
    const text = squeeze(read.map(page => page.text).join(''))
    expect(text).toContain('#read("/etc/passwd")')
    expect(text).not.toContain('root:')
    expect(missing).toContain('😀')
    expect(missing).toContain('\ue000')
  })

  it('is set, whatever it is made of', { timeout: 120_000 }, async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(sentence, hostileText, '', '第一章'),
    )
    const block = fc.oneof(
      fc.record({ type: fc.constantFrom('paragraph', 'item', 'quote'), text }),
      fc.record({ type: fc.constant('heading'), level: fc.constantFrom(1, 2, 3), text }),
      fc.record({ type: fc.constant('figure'), image: text, alt: text, caption: fc.option(text) }),
      fc.record({
        type: fc.constant('table'),
        caption: fc.option(text),
        headRows: fc.integer({ min: 0, max: 3 }),
        rows: fc.array(fc.array(text, { maxLength: 8 }), { minLength: 1, maxLength: 5 }),
      }),
    ) as fc.Arbitrary<Block>
    const blocks = fc.array(block, { maxLength: 6 })
    const article = fc.record({
      kind: fc.constantFrom('article', 'briefs', 'essay', 'speech'),
      headline: fc.option(text),
      contributor: fc.option(text),
      blocks,
    })
    const bulletin: fc.Arbitrary<Bulletin> = fc.record({
      schema: fc.constant('jianbao-bulletin/1' as const),
      series: fc.option(text),
      issueNo: fc.option(fc.integer({ min: 1 })),
      special: fc.boolean(),
      publisher: fc.option(text),
      date: fc.option(fc.constant('2023-05-09')),
      contents: fc.boolean(),
      columns: fc.array(fc.record({ name: fc.option(text), articles: fc.array(article, { maxLength: 3 }) }), {
        maxLength: 3,
      }),
      attachments: fc.array(fc.record({ title: text, blocks }), { maxLength: 2 }),
      distribution: fc.array(fc.record({ to: text, entries: fc.array(text, { maxLength: 3 }) }), {
        maxLength: 3,
      }),
    })
    await fc.assert(
      fc.asyncProperty(
        bulletin,
        fc.constantFrom('ua-1', 'a-2a'),
        fc.boolean(),
        async (any, standard, evenPages) => {
          const { pages } = await typesetter.typesetPdf(any, { standard, profile: { evenPages } })
          expect(pages).toBeGreaterThan(0)
          if (evenPages) expect(pages % 2).toBe(0)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('marks a character that no font has with 〓 and reports it', async () => {
    const { read, missing } = await set(oneArticle(paragraph('某县\ue123村😀，罕见字𠮷照排。')))
    expect(missing).toEqual(['\ue123', '😀'])
    expect(read[0]!.text).toContain('某县〓村〓，罕见字𠮷照排。')
  })

  it('takes very long titles, sixty briefs and empty articles', async () => {
    const columns = [
      { name: '甲', articles: [makeArticle({ headline: '关于加强基层科普工作的意见'.repeat(30) })] },
      {
        name: '乙',
        articles: [
          makeArticle({ headline: null, blocks: [] }),
          makeArticle({ headline: ' ', blocks: [paragraph(' ')] }),
        ],
      },
      {
        name: '丙',
        articles: [
          makeArticle({ kind: 'briefs', headline: null, blocks: Array.from({ length: 60 }, () => item()) }),
        ],
      },
    ]
    const { read } = await set(makeBulletin({ columns, contents: true }))
    expect(
      read
        .map(page => page.text)
        .join('')
        .match(/●/gu),
    ).toHaveLength(60)
  })

  it('comes in press red, but not for the archive', async () => {
    expect((await set(makeBulletin(), { red: 'press' })).pages).toBeGreaterThan(0)
    await expect(set(makeBulletin(), { red: 'press', standard: 'a-2a' })).rejects.toMatchObject({
      code: 'typesetting-failed',
    })
  })

  it('leaves the frame of a damaged or unknown image empty and reports it', async () => {
    const damaged = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      Buffer.from('x'.repeat(90)),
    ])
    const images = { a: gif, b: damaged, c: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') }
    const figures = Object.keys(images).map(
      (image): Block => ({ type: 'figure', image, alt: `照片${image}`, caption: null }),
    )
    const { read, unreadableImages } = await set(oneArticle(...figures), { images })
    expect(unreadableImages).toEqual(['b', 'c'])
    const text = read.map(page => page.text).join('')
    expect(text).toContain('照片b')
    expect(text).not.toContain('照片a')
  })
})
