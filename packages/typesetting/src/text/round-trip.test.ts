import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { decodeText, type IntakeDocument, readDocument } from '@jianbao/intake'
import { describe, expect, it } from 'vitest'
import { makeBulletin } from '../bulletin.fixture.ts'
import { makeMagazine } from '../magazine.fixture.ts'
import { bulletinFromDocument } from '../model/bulletin-from-document.ts'
import { typesetText } from './typeset-text.ts'

/** What both sides speak of: everything but spans, events and how sure the reader is. */
const structureOf = (document: IntakeDocument) => ({
  ...bulletinFromDocument(document),
  docType: document.docType,
})

describe('plain text read back by intake', () => {
  it('reads back as the same structure', () => {
    const first = readDocument(typesetText(makeBulletin()))
    expect(first.issueNo).toBe(7)
    expect(first.columns.map(column => column.name)).toEqual(['要情快报', '学教短波'])
    const again = readDocument(typesetText(bulletinFromDocument(first)))
    expect(structureOf(again)).toEqual(structureOf(first))
  })
})

describe('a magazine as plain text', () => {
  it('reads back as the same columns, headlines, bylines and paragraphs', () => {
    const first = readDocument(typesetText(makeMagazine()))
    expect(first).toMatchObject({
      series: { name: '青山科坛' },
      issueNo: 3,
      runningNo: 63,
      date: '2023-06-15',
    })
    const headlines = first.columns.flatMap(column => column.articles.map(article => article.headline))
    expect(headlines).toEqual([
      '让好奇心成为城市的底色',
      '山乡来了“科学老师”——科普大篷车十年纪实',
      '全民科学素质行动五年之变——来自十二个县区的调查',
      '松岭县办农技培训',
      '河口区办机器人竞赛',
      '石桥镇来了医学专家',
    ])
    const again = readDocument(typesetText({ ...bulletinFromDocument(first), layout: 'magazine' }))
    expect(structureOf(again)).toEqual(structureOf(first))
  })
})

const folders = [
  ['the demonstration archive', new URL('../../../../demo/archive/', import.meta.url), /\.txt$/u],
  ['real bulletins (../shared/seeds)', new URL('../../../../../shared/seeds/', import.meta.url), /^00[02]_/u],
] as const

for (const [title, folder, wanted] of folders)
  describe.skipIf(!existsSync(folder))(`round trip of ${title}`, () => {
    const names = existsSync(folder) ? readdirSync(folder).filter(name => wanted.test(name)) : []
    it.each(names)('%s', name => {
      const { text } = decodeText(readFileSync(new URL(name, folder)), { file: name })
      const first = readDocument(text)
      const again = readDocument(typesetText(bulletinFromDocument(first)))
      expect(structureOf(again)).toEqual(structureOf(first))
    })
  })
