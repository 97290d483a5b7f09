import { expect, it } from 'vitest'
import { usualSettings } from '../../contract/index.ts'
import { columnWithRule, faultsOf, freeKey, moved, type SeriesWords, sameWords } from './series-form.ts'
import { templateOf } from './series-templates.ts'

const words: SeriesWords = {
  ...{ name: '青禾简报', layout: 'bulletin', publisher: '办公室', campaignId: null, settings: usualSettings },
  columns: [{ key: 'news', name: '动态', rule: 'articles', min: null, max: null }],
  chain: [{ key: 'sign', name: '签发', role: 'signatory', edits: false }],
  distribution: [{ to: '发', recipients: [{ name: '甲', unitId: null, email: null }] }],
}
const column = words.columns[0]!
const recipient = words.distribution[0]!.recipients[0]!

it('says what would be refused before it is sent', () => {
  expect(faultsOf(words)).toEqual([])
  expect(faultsOf({ ...words, name: ' 简 ', publisher: ' ' })).toEqual(['noName', 'noPublisher'])
  expect(faultsOf({ ...words, columns: [] })).toEqual(['noColumn'])
  expect(faultsOf({ ...words, columns: [column, { ...column, key: 'b' }] })).toEqual(['columnTwice'])
  expect(faultsOf({ ...words, columns: [{ ...column, name: '', min: 3, max: 2 }] })).toEqual([
    'columnUnnamed',
    'columnBounds',
  ])
  const twice = [{ to: '发' as const, recipients: [recipient, recipient] }]
  expect(faultsOf({ ...words, distribution: twice })).toEqual(['recipientTwice'])
})

it('takes what differs only in the order of its keys for the same', () => {
  expect(sameWords({ a: 1, b: { c: [1, 2], d: 2 } }, { b: { d: 2, c: [1, 2] }, a: 1 })).toBe(true)
  expect(sameWords({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
})

it('moves, names and bounds columns', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b'], 0, 2)).toEqual(['a', 'b'])
  expect(freeKey('column', [{ key: 'column-2' }])).toBe('column-3')
  expect(columnWithRule({ ...column, min: 4, max: 9 }, 'single')).toMatchObject({ min: 1, max: 1 })
})

it('every template is a series that may be kept', () => {
  const campaign = {
    id: 'c',
    columns: [
      { id: 'lead', name: '要情快报' },
      { id: 'briefs', name: '学教短波' },
    ],
  }
  for (const layout of ['bulletin', 'magazine'] as const)
    for (const holders of [
      [],
      [
        { role: 'reviser' as const, names: ['甲'] },
        { role: 'signatory' as const, names: ['乙'] },
      ],
    ])
      for (const one of [null, campaign]) {
        const made = templateOf(layout, { name: '青禾简报', publisher: '办公室', campaign: one, holders })
        expect(faultsOf(made)).toEqual([])
        expect(made.chain.at(-1)).toMatchObject({ role: holders.length ? 'signatory' : 'editor' })
      }
  const { columns } = templateOf('bulletin', { name: '甲甲', publisher: '乙', campaign, holders: [] })
  expect(columns.map(({ key, rule }) => [key, rule])).toEqual([
    ['lead', 'single'],
    ['briefs', 'briefs'],
  ])
})
