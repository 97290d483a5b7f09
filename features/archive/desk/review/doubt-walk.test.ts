import { describe, expect, it } from 'vitest'
import type { Doubt } from '../../contract/index.ts'
import { inOrder, openDoubts, stepDoubt } from './doubt-walk.ts'

const doubt = (id: string, start = 0, more: Partial<Doubt> = {}): Doubt => ({
  id,
  code: 'unit-uncertain',
  message: '',
  span: [start, start + 1],
  confidence: 0.5,
  mark: null,
  reading: 0,
  settled: false,
  ...more,
})
const list = [doubt('a', 30), doubt('b', 10), doubt('c', 20)]
const every = () => true
const step = (
  from: string | null,
  by: 1 | -1,
  lastAt = 0,
  isOpen: (d: Doubt) => boolean = every,
  of = list,
) => stepDoubt(of, isOpen, from, lastAt, by)?.id ?? null

describe('the walk through the doubts', () => {
  it('begins with the first, goes round at both ends', () => {
    expect(step(null, 1)).toBe('a')
    expect(step('a', 1)).toBe('b')
    expect(step('c', 1)).toBe('a')
    expect(step('a', -1)).toBe('c')
  })

  it('passes over what was settled', () => {
    expect(step('a', 1, 0, each => each.id !== 'b')).toBe('c')
    expect(step('a', 1, 0, each => each.id === 'a')).toBeNull()
    expect(step(null, 1, 0, () => false)).toBeNull()
    expect(step(null, 1, 0, every, [])).toBeNull()
  })

  it('goes on from where a doubt was that an edit has done away with', () => {
    const left = [list[0]!, list[2]!]
    expect(step('b', 1, 1, every, left)).toBe('c')
    expect(step('b', -1, 1, every, left)).toBe('a')
  })

  it('walks as the text stands when asked, every bulletin after the other', () => {
    const more = [...list, doubt('z', 5, { reading: 1 })]
    expect(inOrder(more, 'text').map(each => each.id)).toEqual(['b', 'c', 'a', 'z'])
    expect(inOrder(more, 'unsure')).toBe(more)
  })

  it('leaves out the settled and those on their way to be', () => {
    const settled = doubt('s', 0, { settled: true })
    expect(openDoubts([...list, settled], new Set(['b'])).map(each => each.id)).toEqual(['a', 'c'])
  })
})
