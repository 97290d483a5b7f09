import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocuments } from '@jianbao/intake'
import { expect, test } from 'vitest'
import { countOpenDoubts, findDoubts } from './doubts.rules.ts'

const root = join(import.meta.dirname, '../../../..')
const files = globSync(['demo/archive/*.txt', 'packages/intake/gold/*.txt'], { cwd: root })
const raw = '青禾简报\n\n【动态】\n青禾县总工会成立\n5月3日，青禾县总工会召开会议，120人参加。\n'

test.each(files)('%s: every warning is a doubt, ids are unique, the least sure come first', file => {
  const readings = readDocuments(readFileSync(join(root, file), 'utf8'))
  const doubts = findDoubts(readings)
  const ids = new Set(doubts.map(doubt => doubt.id))
  expect(ids.size).toBe(doubts.length)
  for (const [at, { warnings }] of readings.entries())
    for (const { code, span } of warnings) expect(ids.has(`${at}:${code}:${span[0]}-${span[1]}`)).toBe(true)
  const sureness = doubts.map(doubt => doubt.confidence)
  expect(sureness).toEqual([...sureness].sort((a, b) => a - b))
})

test('a value the reader was not sure of is a doubt with the id of its mark, once for all its events', () => {
  const [reading] = readDocuments(raw)
  const before = findDoubts([reading!]).length
  const event = reading!.columns[0]!.articles[0]!.events[0]!
  event.units[0]!.confidence = 0.4
  reading!.columns[0]!.articles[0]!.events.push(structuredClone(event))
  const doubts = findDoubts([reading!])
  expect(doubts).toHaveLength(before + 1)
  expect(doubts.find(doubt => doubt.code === 'unit-uncertain')).toMatchObject({
    mark: 'e0.0.0.u0',
    confidence: 0.4,
    message: '单位“青禾县总工会”不能确定，请核对',
  })
})

test('a settled doubt stays in the list and is counted no more', () => {
  const readings = readDocuments(raw)
  const [first] = findDoubts(readings)
  const settled = new Set([first!.id])
  expect(findDoubts(readings, settled).find(doubt => doubt.id === first!.id)?.settled).toBe(true)
  expect(countOpenDoubts(readings, settled)).toBe(countOpenDoubts(readings) - 1)
})

test('a warning about a paragraph names it', () => {
  const readings = readDocuments(raw)
  const start = readings[0]!.columns[0]!.articles[0]!.paragraphSpans[0]![0]![0]
  readings[0]!.warnings.push({ code: 'join-uncertain', message: '请核对', span: [start, start + 3] })
  expect(findDoubts(readings).find(doubt => doubt.code === 'join-uncertain')?.mark).toBe('p0.0.0')
})
