import { describe, expect, it } from 'vitest'
import { bareBulletin, makeBulletin } from '../bulletin.fixture.ts'
import { cleanText, printText } from './clean-text.ts'
import { joinEntries } from './imprint.ts'
import {
  composeMasthead,
  contributorLine,
  cutSeries,
  documentTitle,
  printDate,
  printIssue,
} from './masthead.ts'

describe('cutSeries', () => {
  it.each([
    ['青山省科协学习教育简报', '青山省科协学习教育', '简报'],
    ['青山省科协学习教育 简报', '青山省科协学习教育', '简报'],
    ['青山市科协工作简报', '青山市科协', '工作简报'],
    ['青山市科协工作情况通报', '青山市科协', '工作情况通报'],
    ['科协之声', null, '科协之声'],
    ['简报', null, '简报'],
  ])('%s', (series, owner, name) => {
    expect(cutSeries(series)).toEqual({ owner, name })
  })
})

describe('printIssue', () => {
  it.each([
    [{ issueNo: 18 }, '第 18 期'],
    [{ issueNo: 2, special: true }, '增刊第 2 期'],
    [{ issueNo: null, special: true }, '增刊'],
    [{ issueNo: 3, runningNo: 63 }, '第 3 期（总第 63 期）'],
    [{ issueNo: null, runningNo: 63 }, '总第 63 期'],
    [{ issueNo: null }, null],
  ])('%j', (bulletin, printed) => {
    expect(printIssue(bulletin)).toBe(printed)
  })
})

it('prints days as offices write them', () => {
  expect(printDate('2023-05-09')).toBe('2023年5月9日')
})

it('heads a nameless bulletin 简报, gives an article no masthead, and titles its file by the first headline', () => {
  for (const sign of [{ issueNo: 3 }, { publisher: '学习教育办公室' }, { date: '2021-08-20' }])
    expect(composeMasthead({ ...bareBulletin, ...sign }).name).toBe('简报')
  expect(composeMasthead(bareBulletin)).toMatchObject({ owner: null, name: null, issue: null, date: null })
  const columns = makeBulletin().columns
  expect(documentTitle({ ...bareBulletin, columns })).toBe('青山市科协“三个一”推动学习教育走深走实')
  expect(documentTitle(bareBulletin)).toBe('简报')
})

it('brackets a contributor that brings no brackets', () => {
  expect(contributorLine('青山市科协')).toBe('（供稿：青山市科协）')
  expect(contributorLine('(青山市科协供稿)')).toBe('(青山市科协供稿)')
})

it('ends a distribution list with one full stop', () => {
  expect(joinEntries(['甲', '乙。', ' ', '，丙，'])).toBe('甲，乙，丙。')
  expect(joinEntries([])).toBe('')
})

describe('cleanText', () => {
  // Each took minutes where a pattern went back over what it had read; the time limit is the proof.
  it.each([' ', '\t', '\u3000', ' \n', '\n', '\u200b'])(
    'reads 300,000 times %j in one go',
    scrap => {
      expect(cleanText(`a${scrap.repeat(300_000 / scrap.length)}b`)).toMatch(/^a\s*b$/u)
    },
    5_000,
  )

  it('makes of each break with the blanks around it one gap', () => {
    expect(cleanText('科普 \n \n 工作')).toBe('科普  工作')
    expect(cleanText('for  \n\u3000all')).toBe('for all')
  })

  it('removes what has no glyph or hides text', () => {
    expect(cleanText('控\u0000制\u200b反\u202e向\ufeff\ufe0f\u{e0041}')).toBe('控制反向')
    expect(cleanText('孤\ud800')).toBe('孤\ufffd')
  })
  it('undoes line breaks: none between Chinese characters, a space elsewhere', () => {
    expect(cleanText('科普\r\n  工作\u2028AI\nfor all')).toBe('科普工作 AI for all')
  })
  it('closes the gap an extractor left around figures, and leaves words alone', () => {
    expect(printText('8 月 20 日，58.6% 的 Word 文件')).toBe('8月20日，58.6%的 Word 文件')
  })
})
