import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import {
  bareBulletin,
  hostileText,
  makeArticle,
  makeBulletin,
  sentence,
  squeeze,
} from '../bulletin.fixture.ts'
import type { Block, Bulletin } from '../contract.ts'
import { makeMagazine } from '../magazine.fixture.ts'
import { printText } from '../model/clean-text.ts'
import { measure } from './measures.ts'
import { partsOf } from './parts.fixture.ts'
import { typesetDocx } from './typeset-docx.ts'

const textOf = async (bulletin: Bulletin) => {
  const { value } = await mammoth.extractRawText({ buffer: await typesetDocx(bulletin) })
  return squeeze(value)
}

describe('typesetDocx', () => {
  it('holds every text of the bulletin', async () => {
    const blocks: Block[] = [
      { type: 'heading', level: 1, text: '一、主要做法' },
      { type: 'heading', level: 3, text: '1. 先学一步' },
      { type: 'paragraph', text: sentence },
      { type: 'quote', text: '科普是科协的主业。' },
      { type: 'item', text: '5月8日，松岭县科协开展义诊。' },
      { type: 'figure', image: 'a', alt: '会场', caption: '推进会现场' },
    ]
    const bulletin = makeBulletin({
      columns: [{ name: '经验交流', articles: [makeArticle({ blocks, contributor: '松岭县科协' })] }],
      attachments: [{ title: '任务分工表', blocks: [{ type: 'paragraph', text: '见正文。' }] }],
      secrecy: '内部',
      printRun: 120,
    })
    const text = await textOf(bulletin)
    for (const piece of [
      '青山省科协学习教育',
      '第7期',
      '2023年5月9日',
      '【经验交流】',
      '推动学习教育走深走实',
      '一、主要做法',
      '1.先学一步',
      sentence,
      '科普是科协的主业。',
      '●5月8日，松岭县科协开展义诊。',
      '推进会现场',
      '（供稿：松岭县科协）',
      '附件',
      '任务分工表',
      '见正文。',
      '报：省委学习教育领导小组办公室，省科协领导。',
      '内部',
      '共印120份',
    ])
      expect(text).toContain(squeeze(piece))
  })

  it('sets a bulletin that says nothing, and hostile text as text', async () => {
    expect(await textOf(bareBulletin)).toBe('')
    expect(await textOf({ ...bareBulletin, issueNo: 3 })).toBe('简报第3期')
    const hostile = makeBulletin({
      columns: [{ name: hostileText, articles: [makeArticle({ headline: hostileText })] }],
    })
    expect(await textOf(hostile)).toContain(squeeze(printText(hostileText)).slice(0, 40))
  })

  it('asks for the official faces in all four scripts and takes whole twips', async () => {
    const { xml, styles } = await partsOf(makeBulletin())
    for (const face of ['仿宋_GB2312', '楷体_GB2312', '黑体', '方正小标宋简体'])
      expect(styles).toContain(`w:eastAsia="${face}"`)
    expect(styles).toContain('w:hint="eastAsia"')
    expect(styles).toContain('w:firstLineChars="200"')
    expect(`${xml}${styles}`).not.toMatch(/w:(?:line|before|after|left|right|firstLine|w|h|pos)="-?\d+\.\d/u)
  })
})

it('fills 156 mm with 28 characters and 225 mm with 22 lines, not more', () => {
  for (const charsPerLine of [26, 28, 30]) {
    const { bodySize, characterSpacing } = measure({ charsPerLine })
    const line = charsPerLine * (bodySize / 2 + characterSpacing / 20)
    expect(line).toBeLessThanOrEqual((156 / 25.4) * 72)
    expect(line).toBeGreaterThan(((156 / 25.4) * 72 * (charsPerLine - 0.2)) / charsPerLine)
  }
  expect(measure().pitch * 22).toBeLessThanOrEqual((225 / 25.4) * 1440)
  expect(measure().pitch).toBe(579)
})

describe('a magazine', () => {
  it('has its headlines across the page and its text in two columns, in the styles of a bulletin', async () => {
    const { xml, styles } = await partsOf(makeMagazine())
    const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/gu) ?? []
    expect(sections.filter(section => section.includes('w:num="2"')).length).toBeGreaterThan(3)
    // Word ends columns at the same height where a section goes on on the same page.
    expect(sections.filter(section => section.includes('w:val="continuous"')).length).toBeGreaterThan(5)
    for (const style of ['Heading1', 'Heading2', 'JianbaoBody', 'JianbaoMasthead', 'JianbaoContents'])
      expect(xml).toContain(`w:pStyle w:val="${style}"`)
    expect(styles).toContain('w:eastAsia="方正小标宋简体"')
    expect(`${xml}${styles}`).not.toMatch(/w:(?:line|before|after|left|right|firstLine|w|h|pos)="-?\d+\.\d/u)
  })

  it('names every headline in the contents, with the page Word counts for it', async () => {
    const { xml } = await partsOf(makeMagazine())
    const bookmarks = [...xml.matchAll(/<w:bookmarkStart w:name="([^"]+)"/gu)].map(match => match[1])
    expect(bookmarks).toHaveLength(9)
    for (const name of bookmarks) {
      expect(xml).toContain(`PAGEREF ${name}`)
      expect(xml).toContain(`w:anchor="${name}"`)
    }
  })

  it('is set whatever it says', async () => {
    expect(await textOf({ ...bareBulletin, layout: 'magazine' })).toBe('')
    const hostile = makeMagazine({
      series: hostileText,
      columns: [
        { name: hostileText, articles: [makeArticle({ headline: hostileText, subtitle: hostileText })] },
      ],
    })
    expect(await textOf(hostile)).toContain(squeeze(printText(hostileText)).slice(0, 40))
  })
})
