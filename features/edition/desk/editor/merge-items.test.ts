import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BlockNode } from '../../contract/index.ts'
import type { ItemWords } from './item-words.ts'
import { isDisputed, joinParts, mergeItems } from './merge-items.ts'

const block = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const words = (lines: readonly string[], more: Partial<ItemWords> = {}): ItemWords => ({
  ...{ kind: 'article', headline: '标题', subtitle: '', contributor: '', withheld: false },
  ...more,
  doc: { type: 'doc', content: lines.map(block) },
})
const linesOf = ({ doc }: ItemWords): string[] =>
  doc.content.map(each =>
    each.type === 'paragraph' && each.content?.[0]?.type === 'text' ? each.content[0].text : '',
  )
const merge = (base: string[], mine: string[], theirs: string[]) =>
  mergeItems(words(base), words(mine), words(theirs))

it('takes what either side changed in places of its own', () => {
  const merged = merge(['甲', '乙', '丙'], ['甲一', '乙', '丙'], ['甲', '乙', '丙', '丁'])
  expect(isDisputed(merged)).toBe(false)
  expect(linesOf(joinParts(merged, () => []))).toEqual(['甲一', '乙', '丙', '丁'])
})

it('asks where both changed the same place, and keeps either, or both', () => {
  const merged = merge(['甲', '乙'], ['甲一', '乙'], ['甲二', '乙'])
  expect(isDisputed(merged)).toBe(true)
  expect(linesOf(joinParts(merged, part => part.theirs))).toEqual(['甲二', '乙'])
  expect(linesOf(joinParts(merged, part => [...part.mine, ...part.theirs]))).toEqual(['甲一', '甲二', '乙'])
})

it('asks about what was put in at the same place, and about what one took out and the other changed', () => {
  expect(isDisputed(merge(['甲'], ['甲', '乙'], ['甲', '丙']))).toBe(true)
  expect(isDisputed(merge(['甲', '乙'], ['乙'], ['甲一', '乙']))).toBe(true)
  expect(isDisputed(merge(['甲'], ['甲', '乙'], ['甲', '乙']))).toBe(false)
})

it('merges fields one by one, and asks about those both changed', () => {
  const base = words([])
  const merged = mergeItems(
    base,
    { ...base, headline: '我的' },
    { ...base, headline: '你的', subtitle: '副题' },
  )
  expect(merged).toMatchObject({ disputed: ['headline'], fields: { headline: '我的', subtitle: '副题' } })
})

const lines = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), { maxLength: 7 })
it('is what one side wrote when the other changed nothing, and never loses a block of either', () => {
  fc.assert(
    fc.property(lines, lines, lines, (base, mine, theirs) => {
      expect(linesOf(joinParts(merge(base, mine, base), () => []))).toEqual(mine)
      expect(linesOf(joinParts(merge(base, base, theirs), () => []))).toEqual(theirs)
      const merged = merge(base, mine, theirs)
      const all = linesOf(joinParts(merged, part => [...part.mine, ...part.theirs]))
      for (const line of [...mine, ...theirs]) if (!base.includes(line)) expect(all).toContain(line)
      if (!isDisputed(merged)) return
      const here = linesOf(joinParts(merged, part => part.mine))
      for (const line of mine) if (!base.includes(line)) expect(here).toContain(line)
    }),
    { numRuns: 1000 },
  )
})
