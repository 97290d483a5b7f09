import { describe, expect, it } from 'vitest'
import { bareBulletin, makeArticle, paragraph } from '../bulletin.fixture.ts'
import { makeFeature, makeMagazine } from '../magazine.fixture.ts'
import { bylineOf, cutHeadline, wholeHeadline } from './magazine-headline.ts'
import { composeMagazine, pickHeadlines } from './magazine-page.ts'

const compose = (magazine: Parameters<typeof composeMagazine>[0]) =>
  composeMagazine(magazine, { imagePaths: {}, glue: [] })

describe('headlines', () => {
  it.each([
    ['山乡来了老师——科普大篷车纪实', null, '山乡来了老师', '——科普大篷车纪实'],
    ['山乡来了老师 —— 科普大篷车纪实', null, '山乡来了老师', '——科普大篷车纪实'],
    ['五年之变', '来自十二个县区', '五年之变', '来自十二个县区'],
    ['——倡议书', null, '——倡议书', null],
    ['', '来自十二个县区', '来自十二个县区', null],
  ])('%s, %s', (headline, subtitle, main, sub) => {
    expect(cutHeadline(headline, subtitle)).toEqual({ main, sub })
  })

  it('stand with their second headline where there is one line for both', () => {
    expect(wholeHeadline({ headline: '甲', subtitle: '乙' })).toBe('甲——乙')
    expect(wholeHeadline({ headline: '甲', subtitle: '——乙' })).toBe('甲——乙')
    expect(wholeHeadline({ headline: null, subtitle: '乙' })).toBe('乙')
    expect(wholeHeadline({ headline: null })).toBeNull()
  })

  it.each([
    ['（供稿：市科协）', '供稿：市科协', '市科协'],
    ['市科协', '市科协', '市科协'],
    ['（市科协）', '市科协', '市科协'],
  ])('the byline of %s', (contributor, line, name) => {
    expect(bylineOf(contributor)).toMatchObject({ line, name, isLong: false })
  })
})

describe('composeMagazine', () => {
  it('sets short articles side by side as notes, and one alone as a feature unless it is very short', () => {
    const short = makeArticle({ headline: '短', blocks: [paragraph('字'.repeat(300))] })
    const tiny = makeArticle({ headline: '更短', blocks: [paragraph('字'.repeat(60))] })
    const long = makeFeature('长文', 20)
    const kinds = (...articles: (typeof short)[]) =>
      compose(makeMagazine({ columns: [{ name: null, articles }] })).parts.map(part => part.kind)
    expect(kinds(short, short)).toEqual(['run'])
    expect(kinds(short, long)).toEqual(['header', 'run', 'header', 'run'])
    expect(kinds(tiny, long)).toEqual(['run', 'header', 'run'])
  })

  it('picks the first headline of every column, then the longest articles, in order', () => {
    expect(pickHeadlines(makeMagazine()).map(pick => pick.text)).toEqual([
      '让好奇心成为城市的底色',
      '山乡来了“科学老师”',
      '全民科学素质行动五年之变',
      '松岭县办农技培训',
      '河口区办机器人竞赛',
      '石桥镇来了医学专家',
    ])
  })

  it('calls a magazine that lost its name 期刊, and one that says nothing of itself nothing', () => {
    expect(compose({ ...bareBulletin, issueNo: 3 }).cover).toMatchObject({
      nameLines: ['期刊'],
      isNamed: false,
    })
    expect(
      compose(makeMagazine({ columns: [{ name: '要闻', articles: [makeFeature('一篇', 9)] }] })).contents,
    ).toBe(false)
    expect(compose(bareBulletin)).toMatchObject({ cover: { nameLines: null }, imprint: null, parts: [] })
  })

  it('ends every feature with a mark and no note with one', () => {
    const { parts } = compose(makeMagazine())
    const ends = parts.map(part => part.kind === 'run' && part.elements.filter(one => 'end' in one).length)
    expect(ends.filter(count => count !== false)).toEqual([1, 1, 1, 0])
  })
})
