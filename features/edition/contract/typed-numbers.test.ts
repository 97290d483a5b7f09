import { expect, it } from 'vitest'
import {
  type ArticleDoc,
  findTypedNumbers,
  type Inline,
  offersFor,
  surelyMeant,
  typedNumbersIn,
} from './index.ts'

const found = (text: string) => findTypedNumbers([{ type: 'text', text }]).map(({ surface }) => surface)

it.each([
  ['6月1日，活动吸引120余人参加，发放图书3000册。', ['120余人', '3000册']],
  ['三百余人参加。', ['三百余人']],
  ['近200名师生到场，超过1.2万人次观看。', ['近200名', '超过1.2万人次']],
  ['举办讲座12场，惠及群众 1,500 人。', ['12场', '1,500 人']],
  // Dates, ordinals, names and slogans are no counts (gold/RULES.md 8.6).
  ['2026年6月1日上午9时30分，第3期培训班开班。', []],
  ['20世纪以来，增强四个意识、坚定四个自信，落实八项规定。', []],
  ['咨询电话：0379-63912345、13812345678。', []],
  ['一、加强领导', []],
  ['（二）注重实效', []],
  ['1.开展宣讲', []],
  ['三门峡市、六安市、九江市科协', []],
  ['从三个方面着手，抓好两个环节。', []],
  ['第十次全国代表大会', []],
  ['习近平总书记在“七一”讲话中', []],
  ['“100人合唱团”登台。', []],
  ['', []],
])('%s', (text, numbers) => expect(found(text)).toEqual(numbers))

it('reads nothing into what stands for figures already, nor across it', () => {
  const sources = [{ reportId: '1', figureId: '1' }]
  const inlines: Inline[] = [
    { type: 'text', text: '吸引' },
    { type: 'figure', attrs: { id: '1', op: 'one', measure: 'people', shown: '120余人', sources } },
    { type: 'text', text: '参加，发放图书300册。' },
  ]
  expect(findTypedNumbers(inlines)).toEqual([
    { value: 300, unit: '册', qualifier: 'exact', surface: '300册', start: 14, end: 18 },
  ])
})

it('counts places within a table over all its cells, and leaves headings alone', () => {
  const cell = (text: string) => ({
    type: 'tableCell' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
  })
  const doc: ArticleDoc = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '120人参加' }] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('讲座'), cell('共12场')] }] },
    ],
  }
  expect(typedNumbersIn(doc)).toMatchObject([{ block: 1, start: 3, end: 6, surface: '12场' }])
})

const fact = (figureId: string, value: number, unit: string, qualifier = 'exact') => ({
  ...{ reportId: 'r', figureId, measure: 'm', value, unit, qualifier },
})
const typed = { value: 120, unit: '名', qualifier: 'over', surface: '120余名' }

it('offers what the words say first, then the same value, then the same unit, and nothing else', () => {
  const facts = [
    fact('a', 400, '册'),
    fact('b', 90, '人'),
    fact('c', 120, '人次'),
    fact('d', 123, '人'),
    fact('e', 120, '人', 'over'),
  ]
  expect(offersFor(typed, facts).map(({ figureId }) => figureId)).toEqual(['e', 'd', 'c', 'b'])
})

it('links by itself only what is meant without a doubt', () => {
  expect(surelyMeant(typed, [fact('e', 120, '人', 'over'), fact('c', 120, '人次')])?.figureId).toBe('e')
  expect(surelyMeant(typed, [fact('e', 120, '人', 'over'), fact('f', 120, '名', 'over')])).toBeNull()
  expect(surelyMeant(typed, [fact('d', 123, '人')])).toBeNull()
  expect(surelyMeant(typed, [])).toBeNull()
})
