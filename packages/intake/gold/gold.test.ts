import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildGold } from './build-gold.ts'
import { listGoldDocuments, listHeldOutDocuments } from './gold-documents.ts'
import type { Segments } from './gold-file.ts'
import { squeeze } from './located-text.ts'

const documents = [...listGoldDocuments(), ...listHeldOutDocuments()]

/** Every object of a gold file that has a span. */
function listSpans(value: unknown): { q?: string; at: Segments }[] {
  if (!value || typeof value !== 'object') return []
  const own = Object.hasOwn(value, 'at') ? [value as { q?: string; at: Segments }] : []
  return [...own, ...Object.values(value).flatMap(listSpans)]
}

describe.each(documents)('$name', ({ textPath, goldPath, raw, labels }) => {
  const gold: unknown = JSON.parse(readFileSync(goldPath, 'utf8'))

  test('the committed gold is what text and labels give', () => {
    expect(gold).toEqual(buildGold(basename(textPath), raw, labels))
  })

  test('every span is inside the text, in order, and reads as its quote', () => {
    const spans = listSpans(gold)
    expect(spans.length).toBeGreaterThan(20)
    for (const { q, at } of spans) {
      for (const [from, to] of at) expect(from >= 0 && from < to && to <= raw.length).toBe(true)
      for (let i = 1; i < at.length; i++) expect(at[i]![0]).toBeGreaterThanOrEqual(at[i - 1]![1])
      if (q !== undefined)
        expect(squeeze(at.map(([from, to]) => raw.slice(from, to)).join(''))).toBe(squeeze(q))
    }
  })
})

test('every text beside a gold file is labelled', () => {
  const folders = new Set(documents.map(({ textPath }) => dirname(textPath)))
  const texts = [...folders].flatMap(folder =>
    readdirSync(folder)
      .filter(file => file.endsWith('.txt'))
      .map(file => join(folder, file)),
  )
  expect(texts.sort()).toEqual(documents.map(({ textPath }) => textPath).sort())
})

test('a label whose quote does not stand in the text is refused, naming its line', () => {
  const { name, raw, labels } = documents[0]!
  const moved = labels.replace(/^u .*$/m, 'u 不在文中的单位')
  expect(() => buildGold(name, raw, moved)).toThrow(/^line \d+ \(u 不在文中的单位\): quote not found$/)
})
