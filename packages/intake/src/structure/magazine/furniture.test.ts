import { describe, expect, test } from 'vitest'
import { scanLines } from '../line.ts'
import { magazineFurniture } from './furniture.ts'
import { isPersonLine, isSignature } from './names-of-people.ts'

const furnitureOf = (raw: string, series: string | null = null) =>
  magazineFurniture(scanLines(raw, 0, raw.length), series)

describe('what a magazine prints on every page', () => {
  test('name and page number, whichever comes first', () => {
    const { reasons, heads } = furnitureOf(
      '2 青石文苑\n正文一行。\n乡村纪事 3\n正文。\n4 青石文苑\n乡村纪事 5',
      '青石文苑',
    )
    expect(reasons).toEqual(['running-head', null, 'running-head', null, 'running-head', 'running-head'])
    expect([...heads]).toEqual(['乡村纪事'])
  })

  test('page ranges and letters set apart', () => {
    expect(furnitureOf('11 — 19\nX i a n g c u n\n我们村修路').reasons).toEqual(['label', 'pinyin', null])
  })

  test.each(['第3期', '5月', '12项', '参会120人', '某某镇2021年'])('%s is no running head', text => {
    expect(furnitureOf(`${text}\n${text}`).reasons).toEqual([null, null])
  })
})

describe('who wrote it', () => {
  test.each(['何一苇', '骨科 洪一秋', '青石县科协主席 何一苇'])('%s is a person', text => {
    expect(isPersonLine(text)).toBe(true)
  })
  test.each(['文_何一苇', '作者：何一苇'])('%s signs', text => expect(isSignature(text)).toBe(true))
  test.each(['青石县图书馆', '退休不退志 灯下编村史', '经验交流', '3月2日 何一苇'])('%s is none', text => {
    expect(isPersonLine(text)).toBe(false)
  })
})
