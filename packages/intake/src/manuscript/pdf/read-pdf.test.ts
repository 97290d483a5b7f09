import { describe, expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'
import { readManuscript } from '../read-manuscript.ts'
import { refusalOf } from '../refusal.fixture.ts'
import { repairRadicals } from './repair-radicals.ts'
import { type PdfContent, writePdf } from './write-pdf.fixture.ts'

const read = (bytes: Uint8Array) => readManuscript(bytes, { file: '简报.pdf' })

/** Lines of one column, the first of each paragraph two characters in; one that goes on begins with an empty line. */
function column(x: number, y: number, paragraphs: readonly (readonly string[])[], size = 12): PdfContent[] {
  const lines = paragraphs
    .flatMap(lines => lines.map((text, i) => ({ text, indent: i === 0 ? 2 : 0 })))
    .filter(({ text }) => text !== '')
  return lines.map(({ text, indent }, i) => ({ x: x + indent * size, y: y + i * size * 1.6, size, text }))
}

// Sixteen characters fill a line; a first line takes fourteen.
const left = [
  ['青石县科协近日组织农技专家走进', '田间地头，现场讲解水稻育秧和病虫害防', '治技术，受到群众欢迎。'],
  [
    '专家们还为种植大户建立了服务台',
    '账，约定每月回访一次，及时解决生产中',
    '遇到的难题，让先进适用的技术真正一项',
  ],
]
const right = [
  ['', '一项落到田里。'],
  [
    '县科技馆的流动科普车同时开进集',
    '镇，展出展品二十六件，孩子们排起长队',
    '动手体验，家长们说这样的活动应当多办。',
  ],
]

describe('reading order', () => {
  const page: PdfContent[] = [
    { x: 140, y: 90, size: 22, text: '青石县科协把科普送到田间地头' },
    ...column(60, 140, left),
    ...column(320, 140, right),
    { x: 290, y: 810, size: 10, text: '3' },
  ]

  test('two columns under a headline that goes over both; a paragraph goes on in the next column', async () => {
    const { text, hints } = await read(writePdf([page]))
    const [first] = readDocument(text, { hints }).columns[0]!.articles
    expect(first!.headline).toBe('青石县科协把科普送到田间地头')
    expect(first!.paragraphs).toEqual([
      left[0]!.join(''),
      left[1]!.join('') + right[0]!.join(''),
      right[1]!.join(''),
    ])
    expect(
      hints.filter(({ role }) => role === 'noise').map(({ span }) => text.slice(...span).trim()),
    ).toEqual(['3'])
  })

  test('what a PDF writes first does not matter, where it stands does', async () => {
    const { text } = await read(writePdf([page]))
    expect((await read(writePdf([[...page].reverse()]))).text).toBe(text)
  })

  test('running heads are furniture, a page begins with a form feed', async () => {
    const pages = [1, 2, 3].map(number => [
      { x: 60, y: 40, size: 9, text: `青石科普 第${number}版` },
      ...column(60, 140, left, 16),
    ])
    const { text, hints, pages: count } = await read(writePdf(pages))
    expect(count).toBe(3)
    expect(text.split('\f')).toHaveLength(3)
    const noise = hints.filter(({ role }) => role === 'noise').map(({ span }) => text.slice(...span).trim())
    expect(noise).toEqual(['青石科普 第1版', '青石科普 第2版', '青石科普 第3版'])
  })
})

test('radicals are repaired, and nothing else', async () => {
  const { text, warnings } = await read(
    writePdf([[{ x: 60, y: 100, text: '⼯作⼈员⾛进⻓⻔⻢家村，①２０２１ﬁ' }]]),
  )
  expect(text.trim()).toBe('工作人员走进长门马家村，①２０２１ﬁ')
  expect(warnings.map(warning => warning.code)).toEqual(['characters-repaired'])
  for (let code = 0x2f00; code <= 0x2fd5; code++)
    expect(repairRadicals(String.fromCharCode(code))).toMatch(/^[\u3400-\u9fff]$/)
})

describe('pages that are pictures', () => {
  // A grey JPEG of one pixel.
  const jpeg = Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
    'base64',
  )
  const picture: PdfContent = { jpeg, width: 1, height: 1 }
  const words: PdfContent = { x: 60, y: 100, text: '青石县科协召开会议，部署下一步工作。' }

  test('only pictures: nothing is read until somebody asks', async () => {
    const manuscript = await read(writePdf([[picture], [picture]]))
    expect(manuscript).toMatchObject({ picturesOnly: true, text: '', pages: 2, warnings: [] })
  })

  test('one among pages of text is left out with a warning', async () => {
    const { text, picturesOnly, warnings } = await read(writePdf([[words], [picture]]))
    expect([text.includes('青石县科协'), picturesOnly]).toEqual([true, false])
    expect(warnings[0]).toMatchObject({ code: 'pages-left-out', message: expect.stringContaining('第 2') })
  })

  test('an empty page is none, an empty PDF is empty', async () => {
    expect((await read(writePdf([[words], []]))).warnings).toEqual([])
    expect((await refusalOf(read(writePdf([[], []])))).code).toBe('file-empty')
  })
})

test('5,000 pages are refused before one is read', async () => {
  const pages = Array.from({ length: 5_000 }, (): PdfContent[] => [])
  const refusal = await refusalOf(read(writePdf(pages)))
  expect(refusal).toEqual({ code: 'file-too-long', text: expect.stringMatching(/5000 页.*1000 页/) })
})
