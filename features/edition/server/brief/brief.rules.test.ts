import { expect, it } from 'vitest'
import { docText, figuresOf } from '../../contract/index.ts'
import { asked, briefFigure, briefReport } from './brief.fixture.ts'
import { docOfBrief, draftBrief } from './brief.rules.ts'
import type { BriefReport } from './brief.types.ts'

const draft = (reports: readonly BriefReport[], limit = 400) => {
  const brief = draftBrief(reports, { ...asked, limit })
  const doc = docOfBrief(brief)
  return { text: docText(doc), figures: figuresOf(doc), leftOut: brief.leftOut }
}
const lingyun = '云岭市科协'
const haizhou = '海州市科协'

it('says day, unit, place, act and figure of one report, the number with its source', () => {
  const figure = briefFigure()
  const report = briefReport({ place: '淇滨区', figures: [figure] })
  const { text, figures } = draft([report])
  expect(text).toBe('8月13日，云岭市科协在淇滨区举办科普讲座，120余人参加。')
  expect(figures).toMatchObject([
    {
      op: 'one',
      measure: 'people',
      sources: [{ reportId: report.reportId, figureId: figure.id }],
      shown: '120余人',
    },
  ])
})

it('writes days as short as they stay clear', () => {
  const day = (startDay: string, endDay: string | null) =>
    draft([briefReport({ startDay, endDay })]).text.split('，')[0]
  expect(day('2026-08-13', '2026-08-13')).toBe('8月13日')
  expect(day('2026-08-13', '2026-08-15')).toBe('8月13日至15日')
  expect(day('2026-08-30', '2026-09-02')).toBe('8月30日至9月2日')
  expect(day('2025-12-30', '2026-01-03')).toBe('2025年12月30日至2026年1月3日')
  expect(day('2025-08-13', null)).toBe('2025年8月13日')
})

it('puts words of vagueness where they belong', () => {
  const said = (written: Parameters<typeof briefFigure>[0]) =>
    draft([briefReport({ figures: [briefFigure(written)] })])
      .text.split('，')
      .at(-1)
  expect(said({ qualifier: 'exact' })).toBe('120人参加。')
  expect(said({ qualifier: 'under', unit: '名' })).toBe('近120名人员参加。')
  expect(said({ qualifier: 'about', measure: 'copies', reads: 'copies', unit: '份' })).toBe(
    '发放资料约120份。',
  )
  expect(said({ qualifier: 'atleast', measure: 'attendances', reads: 'persontimes', unit: '人次' })).toBe(
    '服务120人次以上。',
  )
  expect(said({ qualifier: 'exact', measure: 'views', reads: 'views', unit: '次', value: 3000 })).toBe(
    '浏览量3000次。',
  )
  expect(said({ qualifier: 'exact', measure: 'copies', reads: 'copies', unit: '册', of: '科普图书' })).toBe(
    '发放科普图书120册。',
  )
})

it('takes the words of the report around a number, not those of the measure, when they tell it otherwise', () => {
  const report = briefReport({
    body: '8月13日，云岭市科协举办科普讲座。现场发放宣讲提纲300份，义诊服务群众80人。',
    figures: [
      briefFigure({ value: 80, qualifier: 'exact' }),
      briefFigure({ measure: 'copies', reads: 'copies', value: 300, unit: '份', qualifier: 'exact' }),
    ],
  })
  expect(draft([report]).text).toBe('8月13日，云岭市科协举办科普讲座，义诊服务群众80人，发放宣讲提纲300份。')
})

it('leaves out a number whose words are too long to take and tell another act than its template', () => {
  const report = briefReport({
    body: '志愿者们先后走访慰问了住在十五个偏远自然村里的困难群众和老党员80人。',
    figures: [briefFigure({ value: 80, qualifier: 'exact', of: '群众' })],
  })
  const { text, leftOut } = draft([report])
  expect(text).toBe('8月13日，云岭市科协举办科普讲座。')
  expect(leftOut).toContainEqual({
    reportId: report.reportId,
    fact: 'figure',
    words: '群众80人',
    why: 'no-template',
  })
})

it('finds the act in the first sentence when the headline has none, else says the type', () => {
  const body = '8月13日，云岭市科协在枣林中学组织科普大篷车展演，师生到场。'
  const found = draft([briefReport({ title: '让科学走进校园', body, place: '枣林中学' })])
  expect(found.text).toBe('8月13日，云岭市科协在枣林中学组织科普大篷车展演。')
  const none = draft([briefReport({ title: '让科学之光闪耀', body: '' })])
  expect(none.text).toBe('8月13日，云岭市科协开展科普宣传活动。')
  expect(none.leftOut).toMatchObject(
    [
      { fact: 'place', why: 'missing' },
      { fact: 'act', why: 'missing' },
    ].toReversed(),
  )
})

it('a number in the act is a figure too', () => {
  const figure = briefFigure({
    value: 300,
    unit: '册',
    measure: 'copies',
    reads: 'copies',
    qualifier: 'exact',
  })
  const { text, figures } = draft([briefReport({ title: '云岭市科协捐赠图书300册', figures: [figure] })])
  expect(text).toBe('8月13日，云岭市科协捐赠图书300册。')
  expect(figures).toMatchObject([{ shown: '300册' }])
})

it('does not say a place twice, nor where another stands already', () => {
  const there = draft([briefReport({ title: '云岭市科协走进枣林中学', place: '枣林中学' })])
  expect(there.text).toBe('8月13日，云岭市科协走进枣林中学。')
  const other = draft([briefReport({ title: '云岭市科协走进校园', place: '枣林中学' })])
  expect(other.leftOut).toMatchObject([{ fact: 'place', words: '枣林中学', why: 'does-not-fit' }])
})

it('takes a noun at the beginning for no verb: nothing is put in front of it', () => {
  const title = '云岭市科协学习教育做法获本地媒体报道'
  expect(draft([briefReport({ title, place: '线上' })]).text).toBe(`8月13日，${title}。`)
})

it('names those who held it together, and leaves out who was only there', () => {
  const partners = [
    { name: '云岭市教育局', role: 'co-host' },
    { name: '枣林中学', role: 'participate' },
  ]
  const { text, leftOut } = draft([briefReport({ partners, place: '淇滨区' })])
  expect(text).toBe('8月13日，云岭市科协联合云岭市教育局在淇滨区举办科普讲座。')
  expect(leftOut).toMatchObject([{ fact: 'partners', words: '枣林中学', why: 'no-template' }])
})

it('makes one sentence of the same act, and adds up what is alike', () => {
  const first = briefReport({ unitName: lingyun, figures: [briefFigure({ value: 120 })] })
  const second = briefReport({
    ...{ unitName: haizhou, startDay: '2026-08-15' },
    figures: [briefFigure({ value: 120, qualifier: 'exact' })],
  })
  const { text, figures } = draft([second, first])
  expect(text).toBe('8月13日至15日，云岭市、海州市科协分别举办科普讲座，共240余人参加。')
  expect(figures).toMatchObject([{ op: 'sum', measure: 'people', shown: '240余人' }])
  expect(figures[0]!.sources).toHaveLength(2)
})

it('never adds up unlike measures or units, nor what one of them does not tell', () => {
  const first = briefReport({ figures: [briefFigure({ value: 120, unit: '户' })] })
  const second = briefReport({ unitName: haizhou, figures: [briefFigure({ value: 80 })] })
  const { text, leftOut } = draft([first, second])
  expect(text).toBe('8月13日，云岭市、海州市科协分别举办科普讲座。')
  expect(leftOut.filter(({ why }) => why === 'differs')).toHaveLength(2)
})

it('joins differing acts, and says what stays the same once', () => {
  const one = briefReport({ figures: [briefFigure({ value: 60, qualifier: 'exact' })] })
  const two = briefReport({ title: '云岭市科协走进枣林中学', startDay: '2026-08-15' })
  const three = briefReport({ unitName: haizhou, title: '海州市科协走访企业', startDay: '2026-08-15' })
  expect(draft([one, two, three]).text).toBe(
    '8月13日，云岭市科协举办科普讲座，60人参加；15日，走进枣林中学；海州市科协走访企业。',
  )
})

it('counts the units when there are many, as a figure', () => {
  const reports = ['甲', '乙', '丙', '丁', '戊'].map(name => briefReport({ unitName: `${name}市科协` }))
  const { text, figures } = draft(reports)
  expect(text).toBe('8月13日，甲市、乙市、丙市科协等5家单位分别举办科普讲座。')
  expect(figures).toMatchObject([{ op: 'distinct', shown: '5家' }])
})

it('drops the last numbers first, then partners and place, when it grows too long', () => {
  const report = briefReport({
    place: '淇滨区',
    figures: [briefFigure(), briefFigure({ measure: 'copies', reads: 'copies', unit: '份', value: 301 })],
  })
  expect(draft([report], 30).text).toBe('8月13日，云岭市科协在淇滨区举办科普讲座，120余人参加。')
  const short = draft([report], 26)
  expect(short.text).toBe('8月13日，云岭市科协举办科普讲座，120余人参加。')
  expect(short.leftOut.map(({ fact, words, why }) => [fact, words, why])).toEqual([
    ['figure', '超301份', 'too-long'],
    ['place', '淇滨区', 'too-long'],
  ])
  expect(draft([report], 20).text).toBe('8月13日，云岭市科协举办科普讲座。')
})

it('does not make one act of two that name a number of their own', () => {
  const given = (unitName: string) => {
    const figure = briefFigure({
      value: 30,
      unit: '册',
      measure: 'copies',
      reads: 'copies',
      qualifier: 'exact',
    })
    return briefReport({ unitName, title: `${unitName}捐赠图书30册`, figures: [figure] })
  }
  const { text, figures } = draft([given(lingyun), given(haizhou)])
  expect(text).toBe('8月13日，云岭市科协捐赠图书30册；海州市科协捐赠图书30册。')
  expect(figures).toHaveLength(2)
})
