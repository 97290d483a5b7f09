import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkRuns, type Mark, segmentText } from './segment-text.ts'

const texts = fc.string({ maxLength: 120, unit: fc.constantFrom('科', '协', '\n', ' ', 'a', '😀') })
const marks = fc.array(
  fc.record({
    spans: fc.array(fc.tuple(fc.integer({ min: -5, max: 130 }), fc.integer({ min: -5, max: 130 })), {
      maxLength: 4,
    }),
    rank: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 12 },
)

/** What the runs must say, one code unit at a time. */
function marksAt(list: readonly Mark[], at: number): number[] {
  return list.flatMap((mark, index) =>
    mark.spans.some(([from, to]) => from <= at && at < to) ? [index] : [],
  )
}

describe('segmentText', () => {
  it('cuts nested and overlapping marks at each boundary, the innermost first', () => {
    const runs = segmentText(10, [
      { spans: [[0, 8]], rank: 1 },
      { spans: [[2, 5]], rank: 0 },
      { spans: [[4, 9]], rank: 0 },
    ])
    expect(runs).toEqual([
      { start: 0, end: 2, marks: [0] },
      { start: 2, end: 4, marks: [1, 0] },
      { start: 4, end: 5, marks: [1, 2, 0] },
      { start: 5, end: 8, marks: [2, 0] },
      { start: 8, end: 9, marks: [2] },
      { start: 9, end: 10, marks: [] },
    ])
  })

  it('keeps a mark whose own spans overlap until its last one ends', () => {
    const runs = segmentText(6, [
      {
        spans: [
          [0, 4],
          [2, 5],
        ],
        rank: 0,
      },
    ])
    expect(runs.filter(run => run.marks.length > 0).at(-1)).toEqual({ start: 4, end: 5, marks: [0] })
  })

  it('covers every mark exactly and joins to the text again', () => {
    fc.assert(
      fc.property(texts, marks, (text, list) => {
        const runs = segmentText(text.length, list)
        expect(runs.map(run => text.slice(run.start, run.end)).join('')).toBe(text)
        for (const run of runs)
          for (let at = run.start; at < run.end; at++)
            expect([...run.marks].sort((a, b) => a - b)).toEqual(marksAt(list, at))
      }),
    )
  })
})

describe('chunkRuns', () => {
  it('keeps the text and the marks, and ends every chunk but the last after a line break', () => {
    fc.assert(
      fc.property(texts, marks, fc.integer({ min: 1, max: 6 }), (text, list, lines) => {
        const chunks = chunkRuns(text, segmentText(text.length, list), lines)
        expect(chunks.map(chunk => text.slice(chunk.start, chunk.end)).join('')).toBe(text)
        expect(chunks.flatMap(chunk => chunk.runs.map(run => text.slice(run.start, run.end))).join('')).toBe(
          text,
        )
        for (const chunk of chunks.slice(0, -1)) expect(text[chunk.end - 1]).toBe('\n')
        for (const run of chunks.flatMap(chunk => chunk.runs))
          expect([...run.marks].sort((a, b) => a - b)).toEqual(marksAt(list, run.start))
      }),
    )
  })

  it('leaves no empty run and no empty chunk', () => {
    fc.assert(
      fc.property(texts, marks, (text, list) => {
        const chunks = chunkRuns(text, segmentText(text.length, list), 2)
        expect(chunks.every(chunk => chunk.end > chunk.start)).toBe(true)
        expect(chunks.flatMap(chunk => chunk.runs).every(run => run.end > run.start)).toBe(true)
      }),
    )
  })
})
