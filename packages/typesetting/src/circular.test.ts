import mammoth from 'mammoth'
import { afterAll, describe, expect, it } from 'vitest'
import { hostileText, squeeze } from './bulletin.fixture.ts'
import type { Circular } from './circular.contract.ts'
import { bareCircular, makeCircular, rankTable, words } from './circular.fixture.ts'
import { partsOf } from './docx/parts.fixture.ts'
import { openTypesetter, renderHtml, typesetDocx, typesetText } from './index.ts'
import { printText } from './model/clean-text.ts'
import { pointsPerMm, readPdf } from './pdf/pdf-text.fixture.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const set = async (circular: Circular) => {
  const { pdf, ...rest } = await typesetter.typesetPdf(circular)
  return { ...rest, pdf, read: await readPdf(pdf) }
}
const docxWords = async (circular: Circular) =>
  squeeze((await mammoth.extractRawText({ buffer: await typesetDocx(circular) })).value)
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }
const htmlWords = (circular: Circular) =>
  squeeze(
    renderHtml(circular)
      .replace(/<[^>]+>/gu, '')
      .replace(/&(lt|gt|amp|quot|#39);/gu, (_, name: string) => entities[name]!),
  )
const pdfWords = async (circular: Circular) => {
  const { read } = await set(circular)
  return squeeze(read.map(page => page.text).join('')).replace(/—\d+—/gu, '')
}

const whole = makeCircular({
  attachments: [
    { title: '完成规定动作情况表', blocks: [words('按单位排列。'), rankTable(3, { caption: null })] },
    { title: '零采用单位名单。', blocks: [words('略。')] },
  ],
  remark: '联系人：李晓宁',
})

describe('the four forms of a circular', () => {
  it.each([
    ['with everything', whole],
    ['with nothing', bareCircular],
    ['without a head', makeCircular({ issuer: null, docNumber: null, to: [] })],
    ['with a table that has no rows', makeCircular({ blocks: [rankTable(0)] })],
  ])('say the same words in the same order: %s', async (_, circular) => {
    const text = squeeze(typesetText(circular))
    expect(await pdfWords(circular)).toBe(text)
    expect(await docxWords(circular)).toBe(text)
    expect(htmlWords(circular)).toBe(text)
  })

  it('number headings of four levels, attachments, and those of an attachment from one again', () => {
    const heading = (level: 1 | 2 | 3 | 4) => ({ type: 'heading', level, text: '题' }) as const
    const text = typesetText(
      makeCircular({
        blocks: [1, 2, 3, 4, 4, 3, 2, 1, 2].map(level => heading(level as 1)),
        attachments: [{ title: '甲', blocks: [heading(1)] }],
      }),
    )
    const marks = text.split('\n').filter(line => line.endsWith('题'))
    expect(marks).toEqual(
      ['一、', '（一）', '1.', '（1）', '（2）', '2.', '（二）', '二、', '（一）', '一、'].map(
        mark => `${mark}题`,
      ),
    )
    expect(text).toContain('附件：甲\n')
    expect(typesetText(whole)).toContain('附件：1.完成规定动作情况表\n2.零采用单位名单\n')
  })

  it('take names, markup and characters of any kind', async () => {
    const long = '特别长的单位名称'.repeat(60)
    const cells = [
      hostileText,
      long,
      'x'.repeat(400),
      'https://example.org/a/b/c?d=e',
      '',
      '\u202e反\u0000向',
    ]
    const circular = makeCircular({
      issuer: hostileText,
      docNumber: long,
      title: hostileText + long,
      to: [long, hostileText, ''],
      blocks: [
        words(hostileText),
        { type: 'heading', level: 4, text: hostileText },
        { type: 'note', text: hostileText },
        rankTable(0, { rows: [cells, [], cells.toReversed()] }),
        { type: 'table', columns: Array.from({ length: 30 }, () => ({ name: long })), rows: [[long]] },
      ],
      attachments: [{ title: hostileText, blocks: [rankTable(1)] }],
      signedBy: [long, hostileText],
      remark: hostileText,
    })
    expect(htmlWords(circular)).toBe(squeeze(typesetText(circular)))
    expect(await docxWords(circular)).toBe(squeeze(typesetText(circular)))
    const { read, missing } = await set(circular)
    expect(missing.length).toBeGreaterThan(0)
    const right = Math.max(...read.flatMap(page => page.pieces.map(piece => piece.right)))
    expect(right).toBeLessThan(210 * pointsPerMm)
    expect(squeeze(read.map(page => page.text).join(''))).toContain(squeeze(printText(long)).slice(0, 20))
    expect(renderHtml(circular)).not.toMatch(/<script|<img/u)
  })
})

describe('the page of a circular', () => {
  it('is tagged, titled PDF/UA-1, its tables are tables with headings', async () => {
    const { pdf } = await set(makeCircular())
    const file = pdf.toString('latin1')
    expect(file).toContain('pdfuaid:part')
    for (const tag of ['/Table', '/TH', '/TD', '/TR', '/H1']) expect(file).toContain(tag)
  })

  it('repeats the headings of a table of 200 rows, and loses no row', async () => {
    const { read, pages } = await set(makeCircular({ blocks: [rankTable(200), words('请对照。')] }))
    expect(pages).toBeGreaterThan(7)
    const headed = read.filter(page => page.lines.some(line => /名次.*单位.*得分/u.test(line.text)))
    const rows = read.flatMap(page => page.lines).filter(line => /科协[\d.]+%?/u.test(squeeze(line.text)))
    expect(rows).toHaveLength(200)
    for (const page of headed) {
      const table = page.lines.filter(line => /名次|%/u.test(line.text))
      expect(table[0]!.text).toContain('名次')
    }
    expect(headed.length).toBe(read.filter(page => page.lines.some(line => line.text.includes('%'))).length)
  })

  it('has figures flush right below one another', async () => {
    const { read } = await set(makeCircular({ blocks: [rankTable(12)] }))
    const scores = read.flatMap(page => page.pieces).filter(piece => /^\d{1,2}$/u.test(piece.text))
    const last = Math.max(...scores.map(score => score.right))
    const column = scores.filter(score => Math.abs(score.right - last) < 0.1)
    expect(column.map(({ text }) => text)).toEqual([
      '60',
      '55',
      '50',
      '45',
      '40',
      '35',
      '30',
      '25',
      '20',
      '15',
      '10',
      '5',
    ])
  })

  it('goes on in the grid behind a table of part of a page', async () => {
    const text = words('科协组织广大科技工作者学习'.repeat(20))
    const bare = { issuer: null, docNumber: null, signedBy: [], date: null }
    const first = (297 - 37 - (156 / 28) * 0.88) * pointsPerMm
    for (const count of [1, 4, 9]) {
      const { read } = await set(makeCircular({ ...bare, blocks: [rankTable(count), text] }))
      const lines = read.flatMap(page => page.lines).filter(line => [...line.text].length === 28)
      expect(lines.length).toBeGreaterThan(3)
      for (const line of lines) {
        const row = (first - line.y) / 29.6233
        expect(Math.abs(row - Math.round(row)), line.text).toBeLessThan(0.05)
      }
    }
  })

  it('sets the date four characters from the right and the unit in the middle above it', async () => {
    const { read } = await set(makeCircular({ blocks: [words('特此通报。')] }))
    const lines = read.at(-1)!.lines
    const date = lines.find(line => line.text.includes('2023年7月6日'))!
    const unit = lines.find(line => line.text === '青山省科学技术协会办公室' && line.y < 500)!
    const character = (156 / 28) * pointsPerMm
    expect(date.right).toBeCloseTo(184 * pointsPerMm - 4 * character, 0)
    expect((date.x + date.right) / 2).toBeCloseTo((unit.x + unit.right) / 2, 0)
  })

  it('never leaves the signature alone on a page', async () => {
    for (let lines = 8; lines <= 14; lines++) {
      const blocks = Array.from({ length: lines }, (_, at) => words(`第${at + 1}段，各单位要认真学习。`))
      const { read } = await set(makeCircular({ blocks }))
      const signed = read.find(page => page.text.includes('2023年7月6日'))!
      expect(signed.text, `${lines} paragraphs`).toContain('各单位要认真学习')
    }
  })
})

describe('the Word document of a circular', () => {
  it('asks for the official faces, takes whole twips, and repeats the headings of tables', async () => {
    const { xml, styles } = await partsOf(whole)
    for (const face of ['仿宋_GB2312', '楷体_GB2312', '黑体', '方正小标宋简体'])
      expect(styles).toContain(`w:eastAsia="${face}"`)
    expect(`${xml}${styles}`).not.toMatch(/w:(?:line|before|after|left|right|firstLine|w|h|pos)="-?\d+\.\d/u)
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(2)
    expect(xml.match(/<w:pageBreakBefore\/>/gu)).toHaveLength(2)
    for (const table of xml.match(/<w:tblGrid>.*?<\/w:tblGrid>/gu) ?? []) {
      const widths = [...table.matchAll(/w:w="(\d+)"/gu)].map(match => Number(match[1]))
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844)
    }
  })
})
