import { describe, expect, test } from 'vitest'
import { listMagazines } from './gold-documents.ts'
import type { GoldArticle, GoldFile } from './gold-file.ts'
import { buildMagazine } from './manuscript.ts'
import { addJoins, countJoins, type JoinedDocument, noJoins, scoreJoins } from './score-joins.ts'

//           0123456789
const raw = '甲一乙一题甲二\n乙二丙'
const article = (at: [number, number][], headline: [number, number] | null = null) => ({
  kind: 'article',
  headline: headline && { at: [headline] },
  body: { at },
})
const gold = {
  labelled: 'complete',
  articles: [
    article([
      [0, 2],
      [5, 7],
    ]),
    article(
      [
        [2, 4],
        [8, 10],
      ],
      [4, 5],
    ),
    article([[10, 11]]),
  ],
}
const read = (...bodies: [number, number][][]): JoinedDocument => ({
  columns: [{ articles: bodies.map(spans => ({ spans })) }],
})
const perfect: [number, number][][] = [
  [
    [0, 2],
    [5, 7],
  ],
  [
    [2, 4],
    [8, 10],
  ],
  [[10, 11]],
]
const swapped = read([
  [0, 2],
  [8, 10],
])

describe('countJoins', () => {
  test('joins as gold has them are right', () => {
    expect(countJoins(gold, read(...perfect), raw)).toEqual({ counts: { ...noJoins, right: 2 }, misses: [] })
  })

  test('a join into another body is wrong, and what was not joined is missing', () => {
    const { counts, misses } = countJoins(gold, swapped, raw)
    expect(counts).toEqual({ right: 0, wrongFlagged: 0, wrongSilent: 1, missed: 2 })
    expect(misses).toEqual([
      'join wrong, silent: …甲一 + 乙二丙…',
      'join missing: …甲一 + 甲二乙二丙…',
      'join missing: …甲一乙一 + 乙二丙…',
    ])
  })

  test.each([
    ['at the end of the first piece', [1, 2], 'wrongFlagged'],
    ['at the start of the second piece', [8, 8], 'wrongFlagged'],
    ['over the second piece', [8, 10], 'wrongFlagged'],
    ['between them', [4, 6], 'wrongSilent'],
    ['nowhere', [0, 0], 'wrongSilent'],
  ] as const)('a warning %s: %s is %s', (_, span, verdict) => {
    const warnings = [{ code: 'join-uncertain', span }]
    expect(countJoins(gold, { ...swapped, warnings }, raw).counts[verdict]).toBe(1)
  })

  test('another warning flags no join', () => {
    const warnings = [{ code: 'no-headline', span: [1, 9] as const }]
    expect(countJoins(gold, { ...swapped, warnings }, raw).counts.wrongSilent).toBe(1)
  })

  test('a body read on into the next article makes no join, it only misses its own', () => {
    expect(countJoins(gold, read([[0, 7]]), raw).counts).toEqual({ ...noJoins, missed: 2 })
  })

  test('pieces in reversed order are a wrong join', () => {
    const reversed = read([
      [5, 7],
      [0, 2],
    ])
    expect(countJoins(gold, reversed, raw).counts).toEqual({ ...noJoins, wrongSilent: 1, missed: 2 })
  })

  test('a headline swallowed at a seam does not make the join wrong', () => {
    const swallowed = read([
      [0, 2],
      [4, 7],
    ])
    expect(countJoins(gold, swallowed, raw).counts).toEqual({ ...noJoins, right: 1, missed: 1 })
  })

  test('a few characters lost at a seam leave the join right, a whole piece does not', () => {
    const long = `甲${'一'.repeat(50)}题甲二\n乙丙`
    const wide = { labelled: 'complete', articles: [article([[0, 51], [52, 54], [56, 57]])] } // biome-ignore format: one line
    expect(countJoins(wide, read([[0, 40], [52, 54], [56, 57]]), long).counts.right).toBe(2) // biome-ignore format: one line
    expect(countJoins(wide, read([[0, 51], [56, 57]]), long).counts).toEqual({ ...noJoins, wrongSilent: 1, missed: 2 }) // biome-ignore format: one line
  })

  test('partly labelled gold judges only what touches a labelled body, and no briefs', () => {
    const [first, second] = gold.articles
    const partial = { labelled: 'partial', articles: [first!, { ...second!, kind: 'briefs' }] }
    const elsewhere = read(perfect[0]!, [
      [2, 4],
      [10, 11],
    ])
    expect(countJoins(partial, elsewhere, raw).counts).toEqual({ ...noJoins, right: 1 })
    expect(countJoins(partial, swapped, raw).counts).toEqual({ ...noJoins, wrongSilent: 1, missed: 1 })
  })
})

describe('scoreJoins', () => {
  test('a silent wrong join costs twice a flagged one', () => {
    const counts = { ...noJoins, right: 8, missed: 2 }
    expect(scoreJoins(counts)).toMatchObject({ 'joins.precision': 1, 'joins.score': 0.889 })
    expect(scoreJoins({ ...counts, wrongFlagged: 2 })).toMatchObject({
      'joins.precision': 0.8,
      'joins.score': 0.8,
    })
    expect(scoreJoins({ ...counts, wrongSilent: 1 })['joins.score']).toBe(0.8)
  })

  test('nothing to join is perfect; counts add up', () => {
    expect(scoreJoins(noJoins)).toMatchObject({ 'joins.precision': 1, 'joins.score': 1 })
    const one = { right: 1, wrongFlagged: 2, wrongSilent: 3, missed: 4 }
    expect(addJoins(one, one)).toEqual({ right: 2, wrongFlagged: 4, wrongSilent: 6, missed: 8 })
  })
})

test.each(listMagazines())(
  '$name: its own gold joins perfectly, and there is something to join',
  document => {
    const { raw, gold } = buildMagazine(document.name, document.manuscript)
    const bodies = (file: GoldFile) => file.articles!.map(({ body }: GoldArticle) => body.at)
    const { counts, misses } = countJoins(gold, read(...bodies(gold)), raw)
    expect(misses).toEqual([])
    expect(counts.right).toBeGreaterThan(4)
  },
)
