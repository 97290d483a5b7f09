import type { Place } from '@jianbao/proofreading/contract'
import { expect, test } from 'vitest'
import { docOf, type EditionItem, type ProofFinding, type TableNode } from '../../contract/index.ts'
import { groupFindings, jumpPlaceOf, mendWishOf, safeFindings, wordsAround } from './group-findings.ts'

const item = (id: string, doc = docOf('正文。')) => ({ id, doc, headline: id }) as EditionItem
const finding = (fingerprint: string, over: Partial<ProofFinding> = {}, place: Partial<Place> = {}) =>
  ({
    ...{
      fingerprint,
      rule: 'mark-doubled',
      level: 'warn',
      quote: '，，',
      mend: '，',
      ignored: null,
      details: {},
    },
    ...over,
    place: {
      ...{ itemId: 'a', columnKey: 'news', part: 'body', block: 0, cell: null, start: 3, end: 5 },
      ...place,
    },
  }) as ProofFinding

test('findings stand under their items in the order of the issue, the gravest first, those of the issue last', () => {
  const groups = groupFindings(
    [
      finding('1', { level: 'hint' }),
      finding('2', { level: 'error' }),
      finding('3', {}, { itemId: 'b' }),
      finding('4', {}, { itemId: null }),
      finding('5', {}, { itemId: 'gone' }),
    ],
    [item('b'), item('a'), item('c')],
  )
  expect(groups.map(group => [group.item?.id ?? null, group.findings.map(each => each.fingerprint)])).toEqual(
    [
      ['b', ['3']],
      ['a', ['2', '1']],
      [null, ['4', '5']],
    ],
  )
})

test('only what is mechanical, can be mended and is not ignored is mended without being read', () => {
  const ignored = { byName: '甲', at: '2026-06-01T00:00:00Z', reason: '无妨' }
  const all = [
    finding('1'),
    finding('2', { rule: 'word-confused' }),
    finding('3', { mend: null }),
    finding('4', { ignored }),
  ]
  expect(safeFindings(all).map(each => each.fingerprint)).toEqual(['1'])
})

test('mends are asked for item by item, each under its version', () => {
  const wish = mendWishOf(
    [finding('1'), finding('2', {}, { itemId: 'b' }), finding('3')],
    [
      { id: 'a', version: 4 },
      { id: 'b', version: 7 },
      { id: 'c', version: 1 },
    ],
  )
  expect(wish.items).toEqual([
    { itemId: 'a', version: 4, fingerprints: ['1', '3'] },
    { itemId: 'b', version: 7, fingerprints: ['2'] },
  ])
})

test('the place of a cell is counted from the beginning of its table, that of a headline is the item', () => {
  const cell = (text: string) => ({
    type: 'tableCell' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
  })
  const row = (...cells: string[]) => ({ type: 'tableRow' as const, content: cells.map(cell) })
  const table: TableNode = { type: 'table', content: [row('县区', '场次'), row('甲县', '12')] }
  const content = [item('a', { type: 'doc', content: [table] })]
  const inCell = finding('1', {}, { part: 'cell', cell: { row: 1, column: 1 }, start: 0, end: 2 })
  expect(jumpPlaceOf(inCell, content)).toEqual({ itemId: 'a', block: 0, start: 6, end: 8 })
  expect(jumpPlaceOf(finding('2'), content)).toEqual({ itemId: 'a', block: 0, start: 3, end: 5 })
  expect(jumpPlaceOf(finding('3', {}, { part: 'headline', block: null }), content)).toEqual({ itemId: 'a' })
  expect(jumpPlaceOf(finding('4', {}, { itemId: null }), content)).toBeNull()
})

test('a mark is shown with what stands around it, and alone when the words have changed', () => {
  const content = [item('a', docOf('各单位都要学习，，还要交流。'))]
  const place = { start: 7, end: 9 }
  expect(wordsAround(finding('1', {}, place), content)).toEqual({
    before: '…单位都要学习',
    after: '还要交流。',
  })
  expect(wordsAround(finding('1', { quote: '。。' }, place), content)).toEqual({ before: '', after: '' })
  expect(wordsAround(finding('1', {}, { itemId: null }), content)).toEqual({ before: '', after: '' })
})
