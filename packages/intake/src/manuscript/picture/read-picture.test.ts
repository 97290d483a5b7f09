import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'
import { writePdf } from '../pdf/write-pdf.fixture.ts'
import { readManuscript } from '../read-manuscript.ts'
import { refusalOf } from '../refusal.fixture.ts'
import { mendRecognised } from './mend-recognised.ts'

const scan = readFileSync(new URL('../../../fixtures/58-scan.png', import.meta.url))
const file = '扫描件'

function expectBulletin(text: string, hints: Parameters<typeof readDocument>[1]): void {
  const { issueNo, date, columns } = readDocument(text, hints)
  expect([issueNo, date]).toEqual([7, '2022-05-09'])
  expect(columns.map(({ name, articles }) => [name, ...articles.map(({ headline }) => headline)])).toEqual([
    ['工作动态', '星海市科协举办乡村科普讲座'],
    ['学会之声', '市气象学会走进中心小学'],
  ])
}

test('a picture is told, not read, until recognition is asked for', async () => {
  expect(await readManuscript(scan, { file })).toMatchObject({
    kind: 'picture',
    pages: 1,
    text: '',
    picturesOnly: true,
  })
  for (const format of ['jpeg', 'webp', 'tiff', 'gif'] as const) {
    const bytes = await sharp(scan).resize(200).toFormat(format).toBuffer()
    expect(await readManuscript(bytes, { file })).toMatchObject({ kind: 'picture', picturesOnly: true })
  }
})

test('a clean scan is read as the bulletin it shows', { timeout: 90_000 }, async () => {
  const seen: [number, number][] = []
  const { text, hints, warnings, picturesOnly } = await readManuscript(scan, {
    file,
    recognise: true,
    onProgress: (done, total) => seen.push([done, total]),
  })
  expectBulletin(text, { hints })
  expect(picturesOnly).toBe(false)
  expect(warnings.map(warning => warning.code)).toEqual(['recognised'])
  expect(seen).toEqual([[1, 1]])
})

test('a PDF of a scan upside down is turned', { timeout: 120_000 }, async () => {
  const { width, height } = await sharp(scan).metadata()
  const jpeg = await sharp(scan).rotate(180).greyscale().jpeg({ quality: 85 }).toBuffer()
  const pdf = writePdf([[{ jpeg, width, height }]])
  const { text, hints, warnings } = await readManuscript(pdf, { file, recognise: true })
  expectBulletin(text, { hints })
  expect(warnings.map(warning => warning.code)).toEqual(['recognised', 'page-turned'])
})

test.each([60, 600, 1000])(
  'an abort after %i ms ends the page at hand',
  { timeout: 60_000 },
  async delayMs => {
    const controller = new AbortController()
    const reason = new Error('stopped')
    setTimeout(() => controller.abort(reason), delayMs)
    await expect(readManuscript(scan, { file, recognise: true, signal: controller.signal })).rejects.toBe(
      reason,
    )
  },
)

describe('pictures nobody can read', () => {
  test('a bomb of pixels is refused by its header', async () => {
    const header = Buffer.from(scan)
    header.writeUInt32BE(60_000, 16)
    header.writeUInt32BE(60_000, 20)
    expect(await refusalOf(readManuscript(header, { file }))).toMatchObject({
      code: expect.stringMatching(/file-(unsafe|damaged)/),
    })
  })

  test('a blank sheet', { timeout: 60_000 }, async () => {
    const blank = await sharp({ create: { width: 600, height: 800, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    const refusal = await refusalOf(readManuscript(blank, { file, recognise: true }))
    expect(refusal).toEqual({ code: 'recognition-failed', text: expect.stringContaining('没有找到文字') })
  })
})

test.each([
  ['2022 年 5 月 9 日 ， 科 协', '2022年5月9日，科协'],
  ['各县 〈 区 ) 科协,市科协', '各县（区）科协，市科协'],
  ['【工作动态 ]】', '【工作动态】'],
  ['一 12 一', '— 12 —'],
  ['@3月12日', '●3月12日'],
  ['本是“服务账"。今年推行“田头微党课“，共', '本是“服务账”。今年推行“田头微党课”，共'],
  ['“甲”和“乙”', '“甲”和“乙”'],
  ['GDP is 3', 'GDP is 3'],
])('%s is mended', (recognised, mended) => {
  expect(mendRecognised(recognised)).toBe(mended)
})
