/** Loading what was saved gives the same pack, whatever its texts hold. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pack } from '../../contract/index.ts'
import { inYear } from './in-year.ts'
import { openPackZip } from './open-source.ts'
import { packOf } from './pack.fixture.ts'
import { readPack } from './read-pack.ts'
import { zipPack } from './write-pack.ts'

const awkward = fc.constantFrom(
  '- ',
  ': ',
  '#',
  '"',
  "'",
  '|',
  '\\',
  '{unit}',
  '%',
  '@',
  '是',
  'yes',
  '~',
  '2026-01-01',
  ' ',
  '&',
  '*',
  '!',
  '\u2028',
  '\u00a0',
  '😀',
)
const text = fc
  .array(fc.oneof(awkward, fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme' })), {
    minLength: 1,
    maxLength: 12,
  })
  .map(parts => parts.join(''))
  .filter(words => words.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(words))
const name = text.filter(words => words.length <= 60)
const words = fc.array(text, { minLength: 1, maxLength: 3 }).map(paragraphs => paragraphs.join('\n'))

const packs = fc
  .record({
    name,
    purpose: words,
    task: name,
    basis: words,
    lead: name,
    paragraphs: fc.array(text, { minLength: 1, maxLength: 4 }),
  })
  .map(({ name, purpose, task, basis, lead, paragraphs }): Pack => {
    const pack = packOf()
    return {
      ...pack,
      campaign: { ...pack.campaign, name, purpose },
      tasks: pack.tasks.map(one => ({ ...one, name: task, basis, lead })),
      commitments: pack.commitments.map(one => ({ ...one, text: paragraphs })),
      ledgers: pack.ledgers.map(one => ({ ...one, name: task })),
    }
  })

test('load, save, load again: the same pack', async () => {
  await fc.assert(
    fc.asyncProperty(packs, async pack => {
      const again = readPack(await openPackZip(zipPack(pack), 'a.zip'))
      expect(again.problems).toEqual([])
      expect(again.pack).toEqual(pack)
    }),
    { numRuns: 200 },
  )
})

test('the same pack gives the same bytes', () => {
  expect(zipPack(packOf())).toEqual(zipPack(structuredClone(packOf())))
})

test('in another year days, months and the names of the year move, the basis stays', () => {
  const pack = packOf()
  pack.campaign.basis = '2026年第3号文件'
  const next = inYear(pack, 2028)
  expect(next.campaign).toMatchObject({
    id: 'study-2028',
    name: '2028年学习',
    from: '2028-01-01',
    to: '2028-12-31',
    basis: '2026年第3号文件',
  })
  expect(next.tasks[0]!.deadline).toEqual({ every: 'month', from: '2028-01', to: '2028-03', dueDays: 5 })
  expect(next.commitments[0]!.until).toBe('2028-03-15')
  expect(inYear(next, 2026)).toEqual(pack)
  expect(inYear(pack, 2026)).toEqual(pack)
})

test('the last day of February is one in every year', () => {
  const pack = packOf()
  pack.tasks[1]!.deadline = { day: '2028-02-29' }
  expect(inYear(inYear(pack, 2026), 2027).tasks[1]!.deadline).toEqual({ day: '2029-02-28' })
})
