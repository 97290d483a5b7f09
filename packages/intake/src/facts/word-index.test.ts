import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alternatives, WordIndex } from './word-index.ts'

const words = ['科协(?!议)', '科技局', '(?<=[市县])委(?!托)', '[甲乙]组', '(?:东|西)院', '\\d+号', '科']

describe('an indexed alternation', () => {
  const index = new WordIndex(words)
  const plain = new RegExp(words.join('|'), 'gu')

  it('finds what the plain alternation finds', () => {
    const pieces = fc.constantFrom(
      '科协',
      '议',
      '科技局',
      '市',
      '委',
      '托',
      '甲',
      '组',
      '东',
      '院',
      '12',
      '号',
      '，',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), parts => {
        const text = parts.join('')
        const found: string[] = []
        for (let match = index.next(text, 0); match; match = index.next(text, match.to))
          found.push(text.slice(match.from, match.to))
        expect(found).toEqual([...text.matchAll(plain)].map(match => match[0]))
      }),
    )
  })

  it('can ask for the end of the text', () => {
    const last = new WordIndex(['科', '科协'], '$')
    expect(last.next('市科协', 0)).toEqual({ from: 1, to: 3 })
    expect(last.next('科协市', 0)).toBeNull()
  })
})

describe('alternatives', () => {
  it('divides at the outer bars only', () => {
    expect(alternatives('甲(?!乙|丙)|[|]丁|\\|戊')).toEqual(['甲(?!乙|丙)', '[|]丁', '\\|戊'])
  })
})
