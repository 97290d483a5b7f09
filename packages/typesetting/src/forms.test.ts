import { afterAll, describe, expect, it } from 'vitest'
import { makeArticle, makeBulletin, squeeze } from './bulletin.fixture.ts'
import type { Bulletin, BulletinTable } from './contract.ts'
import { partsOf } from './docx/parts.fixture.ts'
import { renderHtml } from './html/index.ts'
import { parseBulletin } from './model/parse-bulletin.ts'
import { openTypesetter } from './pdf/open-typesetter.ts'
import { readPdf } from './pdf/pdf-text.fixture.ts'
import { typesetText } from './text/typeset-text.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const table: BulletinTable = {
  type: 'table',
  caption: '采用情况',
  headRows: 2,
  columns: [{}, { side: 'center' }],
  rows: [['单位', '五月'], ['名称', '篇数'], ['青山市<科协>', '12'], ['松岭县科协']],
}
const make = (layout: 'bulletin' | 'magazine', one = table): Bulletin =>
  makeBulletin({
    layout,
    columns: [
      {
        name: '要情',
        articles: [
          makeArticle({
            blocks: [{ type: 'paragraph', text: '上文。' }, one, { type: 'paragraph', text: '下文。' }],
          }),
        ],
      },
    ],
    seal: { chainHead: '1a2b3c4d5e6f7a8b9c0d' },
  })
const words = [
  '上文。',
  '采用情况',
  '单位',
  '五月',
  '名称',
  '篇数',
  '青山市<科协>',
  '12',
  '松岭县科协',
  '下文。',
  '存证：审计链1a2b3c4d5e6f7a8b',
]
const inOrder = (text: string) => {
  let from = 0
  for (const word of words) {
    const at = squeeze(text).indexOf(word, from)
    expect(at, word).toBeGreaterThanOrEqual(from)
    from = at
  }
  expect(text).not.toContain('9c0d')
}
const textOf = (xml: string) =>
  xml
    .replace(/<[^>]+>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')

describe.each(['bulletin', 'magazine'] as const)('a table and the seal in a %s', layout => {
  const bulletin = make(layout)

  it('are of the model', () => {
    expect(parseBulletin(structuredClone(bulletin))).toEqual(bulletin)
  })

  it('stand in the PDF, headings again on every page', async () => {
    const { pdf, missing } = await typesetter.typesetPdf(bulletin)
    expect(missing).toEqual([])
    inOrder(
      (await readPdf(pdf))
        .map(page => page.text)
        .join('')
        .replace(/—\s?\d+\s?—/gu, ''),
    )
    const rows = [...table.rows, ...Array.from({ length: 90 }, (_, at) => [`第${at}县`, '3'])]
    const long = await typesetter.typesetPdf(make(layout, { ...table, rows }))
    const pages = (await readPdf(long.pdf)).filter(page => /第\d+县/u.test(page.text))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(squeeze(page.text)).toContain('名称篇数')
  })

  it('stand in HTML as a table with headings', () => {
    const html = renderHtml(bulletin)
    inOrder(textOf(html))
    expect(html).toContain('<thead><tr><th scope="col" class="jianbao-left">单位</th>')
    expect(html).toContain('<td class="jianbao-center">12</td>')
    const bare = renderHtml(make(layout, { ...table, headRows: 0 }))
    expect(bare).not.toContain('<thead>')
  })

  it('stand in Word as a table with repeated headings', async () => {
    const { xml } = await partsOf(bulletin)
    inOrder(textOf(xml))
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(2)
  })

  it('stand in text, cells apart by tabs', () => {
    inOrder(typesetText(bulletin))
    expect(typesetText(bulletin)).toContain(
      '采用情况\n单位\t五月\n名称\t篇数\n青山市<科协>\t12\n松岭县科协\n',
    )
  })

  it('are not printed where there is nothing to print', () => {
    const empty = renderHtml({ ...make(layout, { type: 'table', rows: [['', ' ']] }), seal: null })
    expect(empty).not.toMatch(/<table|存证/u)
  })
})
