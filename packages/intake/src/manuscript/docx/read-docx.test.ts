import { describe, expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'
import { readManuscript } from '../read-manuscript.ts'
import { refusalOf } from '../refusal.fixture.ts'
import { p, writeDocx } from './write-docx.fixture.ts'

const read = (bytes: Uint8Array) => readManuscript(bytes, { file: '简报.docx', limitBytes: 50_000_000 })
const sentence = '5月6日，青石县科协在城关镇举办科普讲座，320余名村民到场听讲，发放图册450份。'

describe('what styles say', () => {
  test('two levels of headings are columns and headlines, deeper ones stay in the text', async () => {
    const styles = { a: 'heading 1', b: 'heading 2', c: 'heading 3' }
    const body = [
      p('青石县科协简报'),
      p('第3期'),
      p('青石县科协办公室　2023年5月9日'),
      p('田间地头', { style: 'a' }),
      p('科普大集送到家门口', { style: 'b' }),
      p(sentence),
      p('三点做法', { style: 'c' }),
      p(sentence),
      p('校园内外', { style: 'a' }),
      p('小学生走进科技馆', { style: 'b' }),
      p(sentence),
    ]
    const { text, hints } = await read(writeDocx({ body: body.join(''), styles }))
    const { columns, series, issueNo } = readDocument(text, { hints })
    expect([series?.name, issueNo]).toEqual(['青石县科协简报', 3])
    expect(columns.map(({ name, articles }) => [name, ...articles.map(each => each.headline)])).toEqual([
      ['田间地头', '科普大集送到家门口'],
      ['校园内外', '小学生走进科技馆'],
    ])
    expect(columns[0]!.articles[0]!.paragraphs).toEqual([sentence, '三点做法', sentence])
  })

  test('a habit of bold centred lines makes headlines where no style does', async () => {
    const set = { centred: true, bold: true }
    const body = [
      p('青石县科协简报', set),
      p('第3期', { centred: true }),
      p('青石县科协召开', set),
      p('科学素质工作会议', set),
      p(sentence),
      p('好', {}),
      p('农技专家下田头', set),
      p(sentence),
    ]
    const { text, hints } = await read(writeDocx({ body: body.join('') }))
    const headlines = readDocument(text, { hints }).columns.flatMap(column =>
      column.articles.map(({ headline }) => headline),
    )
    expect(headlines).toEqual(['青石县科协召开科学素质工作会议', '农技专家下田头'])
  })

  test('the rows of a table are lines, its cells stay apart; a list keeps its signs', async () => {
    const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`
    const table = `<w:tbl><w:tr>${cell('青石县科协办公室')}${cell('2023年5月9日')}</w:tr></w:tbl>`
    const { text } = await read(writeDocx({ body: `${p('青石县科协简报')}${table}${p(sentence)}` }))
    expect(text).toContain('青石县科协办公室\t2023年5月9日\n')
  })
})

test('lists that Word counts by itself have their numbers, in the form they are printed in', async () => {
  const level = (depth: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="4">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:abstractNum w:abstractNumId="5">${level(0, 'bullet', '·')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num></w:numbering>`
  const listed = (text: string, depth: number, list = 1) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const body = [
    listed('主要做法', 0),
    listed('先学一步', 1),
    listed('读原著', 2),
    p(sentence),
    listed('再走一程', 1),
    listed('几点体会', 0),
    listed('从头来过', 1),
    listed('义诊', 0, 2),
  ]
  const more = [{ name: 'word/numbering.xml', bytes: Buffer.from(numbering) }]
  const { text } = await read(writeDocx({ body: body.join(''), more }))
  expect(text.trim().split('\n')).toEqual([
    '一、主要做法',
    '（一）先学一步',
    '1.读原著',
    sentence,
    '（二）再走一程',
    '二、几点体会',
    '（一）从头来过',
    '● 义诊',
  ])
})

describe('what a document may hold besides its text', () => {
  test('macros and links to outside are told, not followed', async () => {
    const bytes = writeDocx({
      body: p(sentence),
      links: [
        { type: 'attachedTemplate', target: 'http://127.0.0.1:9/evil.dotm', external: true },
        { type: 'image', target: 'file:///etc/passwd', external: true },
      ],
      more: [{ name: 'word/vbaProject.bin', bytes: Buffer.from('macro') }],
    })
    const { text, warnings } = await read(bytes)
    expect(text.trim()).toBe(sentence)
    expect(warnings.map(warning => warning.code)).toEqual(['macros-left-out', 'links-left-out'])
    expect(warnings[1]!.message).toContain('2 处')
  })

  test('a billion laughs, also in UTF-16', async () => {
    const prolog = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const bytes = writeDocx({ prolog, body: p('&b;') })
    expect(await refusalOf(read(bytes))).toMatchObject({
      code: 'file-unsafe',
      text: expect.stringContaining('实体'),
    })
    const hidden = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${prolog}<a>&b;</a>`, 'utf16le')
    const wide = writeDocx({ body: p(sentence), more: [{ name: 'word/numbering.xml', bytes: hidden }] })
    expect((await refusalOf(read(wide))).code).toBe('file-unsafe')
  })

  test.each([
    ['packed beyond all reason', Buffer.alloc(20_000_000, 0x20), '压缩比例'],
    ['of more text than memory is for', Buffer.from(noise(34_000_000)), 'MB'],
  ])('a bomb %s', async (_name, bytes, words) => {
    const more = [{ name: 'word/footnotes.xml', bytes }]
    const refusal = await refusalOf(read(writeDocx({ body: p(sentence), more })))
    expect(refusal).toEqual({ code: 'file-unsafe', text: expect.stringContaining(words) })
  })

  test('a part that is larger than it claims', async () => {
    const more = [{ name: 'word/footnotes.xml', bytes: Buffer.alloc(4_000_000, 0x20), claims: 100 }]
    expect((await refusalOf(read(writeDocx({ body: p(sentence), more })))).code).toBe('file-damaged')
  })

  test('elements nested ten thousand deep', async () => {
    const body = `${'<w:sdt><w:sdtContent>'.repeat(10_000)}${p(sentence)}${'</w:sdtContent></w:sdt>'.repeat(10_000)}`
    expect((await refusalOf(read(writeDocx({ body })))).code).toBe('file-damaged')
  })
})

/** Letters that hardly pack. */
function noise(length: number): string {
  const part = Array.from({ length: 10_000 }, (_, i) => ((i * i * 7919) % 1_000_003).toString(36)).join('')
  return part.repeat(Math.ceil(length / part.length)).slice(0, length)
}
