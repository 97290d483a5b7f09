/** What each correction of structure does, on one invented bulletin; splits and joins are inverse. */
import { readDocuments } from '@jianbao/intake'
import type { IntakeDocument } from '@jianbao/intake/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdit } from './apply-edit.rules.ts'
import { at, edited, raw, readings, register } from './one-bulletin.fixture.ts'
import { readInventedTexts, stateOf } from './readings.fixture.ts'

const outline = ({ columns }: IntakeDocument) =>
  columns.map(({ name, articles }) => [
    name,
    articles.map(({ headline, paragraphs }) => [headline, paragraphs.length]),
  ])

test('the bulletin is read as the tests below take it', () => {
  expect(outline(readings[0]!)).toEqual([
    [
      '学教动态',
      [
        ['青禾市科协举办科普讲座', 2],
        ['青禾市农学会下乡', 1],
      ],
    ],
    ['学教短波', [[null, 2]]],
  ])
  expect(readings[0]!.columns[0]!.articles[0]!.contributor).toBe('（供稿：青禾市科协）')
})

describe('paragraphs', () => {
  test('are joined and parted again', () => {
    const joined = edited({ act: 'join-paragraphs', ...at, paragraph: 0 })
    const [article] = joined.columns[0]!.articles
    expect(article!.paragraphs).toEqual([
      '5月10日，青禾市科协在市科技馆举办科普讲座，120人参加。讲座由退休教师主讲。',
    ])
    const offset = article!.paragraphs[0]!.indexOf('讲座由')
    const parted = edited({ act: 'split-paragraph', ...at, paragraph: 0, offset }, [joined])
    expect(parted.columns).toEqual(readings[0]!.columns)
  })

  test('parting at any place and joining again changes nothing', () => {
    const texts = readInventedTexts()
    fc.assert(
      fc.property(fc.nat(texts.length - 1), fc.nat(), fc.nat(), fc.nat(), (which, a, p, o) => {
        const { raw: text, readings: all } = texts[which]!
        const places = all[0]!.columns.flatMap((column, c) =>
          column.articles.flatMap((article, i) => article.paragraphs.map((words, k) => ({ c, i, k, words }))),
        )
        const { c, i, k, words } = places[(a + p) % places.length]!
        const place = { reading: 0, column: c, article: i, paragraph: k }
        const offset = 1 + (o % Math.max(1, words.length - 1))
        const given = { raw: text, register }
        let parted: IntakeDocument
        try {
          parted = applyEdit(stateOf(all), { act: 'split-paragraph', ...place, offset }, given).state
            .readings[0]!
        } catch {
          return
        }
        expect(parted.columns[c]!.articles[i]!.paragraphs).toHaveLength(
          all[0]!.columns[c]!.articles[i]!.paragraphs.length + 1,
        )
        const joined = applyEdit(
          stateOf([parted, ...all.slice(1)]),
          { act: 'join-paragraphs', ...place },
          given,
        )
        expect(joined.state.readings[0]!.columns).toEqual(all[0]!.columns)
      }),
      { numRuns: 150 },
    )
  })

  test('are set aside as noise and put back', () => {
    const without = edited({ act: 'make-noise', ...at, paragraph: 1 })
    const noise = without.noise.length - 1
    expect(without.noise[noise]).toMatchObject({ reason: 'orphan', text: '讲座由退休教师主讲。' })
    const to = { toColumn: 0, toArticle: 0, toPosition: 1 }
    const back = edited({ act: 'restore-noise', reading: 0, noise, ...to }, [without])
    expect(back).toEqual(readings[0])
  })

  test('move within their article and to another', () => {
    const to = { toColumn: 1, toArticle: 0, toPosition: 0 }
    const moved = edited({ act: 'move-paragraph', ...at, paragraph: 1, ...to })
    expect(moved.columns[1]!.articles[0]!.paragraphs[0]).toBe('讲座由退休教师主讲。')
    expect(moved.columns[0]!.articles[0]!.paragraphs).toHaveLength(1)
    const swapped = edited({
      act: 'move-paragraph',
      ...at,
      paragraph: 0,
      toColumn: 0,
      toArticle: 0,
      toPosition: 1,
    })
    expect(swapped.columns[0]!.articles[0]!.paragraphs[0]).toBe('讲座由退休教师主讲。')
  })

  test('become the contributor; the one before is a paragraph again', () => {
    const made = edited({ act: 'make-contributor', ...at, paragraph: 1 })
    expect(made.columns[0]!.articles[0]).toMatchObject({
      contributor: '讲座由退休教师主讲。',
      paragraphs: [expect.stringContaining('5月10日'), '（供稿：青禾市科协）'],
    })
  })
})

describe('articles', () => {
  test('are split and joined again; the contributor goes with the part it is printed in', () => {
    const split = edited({ act: 'split-article', ...at, paragraph: 1 })
    expect(outline(split)[0]![1]).toEqual([
      ['青禾市科协举办科普讲座', 1],
      [null, 1],
      ['青禾市农学会下乡', 1],
    ])
    expect(split.columns[0]!.articles.map(article => article.contributor)).toEqual([
      null,
      '（供稿：青禾市科协）',
      null,
    ])
    const joined = edited(
      { act: 'join-articles', reading: 0, column: 0, article: 1, intoColumn: 0, intoArticle: 0 },
      [split],
    )
    expect(joined.columns).toEqual(readings[0]!.columns)
  })

  test('joined with a contributor each keep both: the first is a paragraph where it stands', () => {
    const second = { reading: 0, column: 0, article: 1 }
    const headless = edited({ act: 'drop-headline', ...second, joinBefore: false })
    const signed = edited({ act: 'make-contributor', ...second, paragraph: 0 }, [headless])
    const joined = edited({ act: 'join-articles', ...second, intoColumn: 0, intoArticle: 0 }, [signed])
    const [article] = joined.columns[0]!.articles
    expect(article!.contributor).toBe('青禾市农学会下乡')
    expect(article!.paragraphs.slice(2)).toEqual(['（供稿：青禾市科协）', expect.stringContaining('5月11日')])
  })

  test('a paragraph becomes a headline and a paragraph again', () => {
    const made = edited({ act: 'make-headline', ...at, paragraph: 1 })
    expect(outline(made)[0]![1]).toEqual([
      ['青禾市科协举办科普讲座', 1],
      ['讲座由退休教师主讲。', 0],
      ['青禾市农学会下乡', 1],
    ])
    const dropped = edited({ act: 'drop-headline', reading: 0, column: 0, article: 1, joinBefore: true }, [
      made,
    ])
    expect(dropped.columns).toEqual(readings[0]!.columns)
  })

  test('a dropped headline is the first paragraph', () => {
    const dropped = edited({ act: 'drop-headline', ...at, joinBefore: false })
    expect(dropped.columns[0]!.articles[0]).toMatchObject({ headline: null, headlineSpans: [] })
    expect(dropped.columns[0]!.articles[0]!.paragraphs[0]).toBe('青禾市科协举办科普讲座')
  })

  test('a typed headline is dropped as it is printed', () => {
    const typed = edited({ act: 'set-headline', ...at, headline: '讲座开讲' })
    expect(typed.columns[0]!.articles[0]!.headline).toBe('讲座开讲')
    const dropped = edited({ act: 'drop-headline', ...at, joinBefore: false }, [typed])
    expect(dropped.columns[0]!.articles[0]!.paragraphs[0]).toBe('青禾市科协举办科普讲座')
    const emptied = edited({ act: 'set-headline', ...at, headline: null }, [typed])
    expect(emptied.noise.at(-1)).toMatchObject({ reason: 'orphan', text: '青禾市科协举办科普讲座' })
  })

  test('an essay has no events, and has them again as an article', () => {
    const essay = edited({ act: 'set-kind', ...at, kind: 'essay' })
    expect(essay.columns[0]!.articles[0]!.events).toEqual([])
    expect(edited({ act: 'set-kind', ...at, kind: 'article' }, [essay]).columns).toEqual(readings[0]!.columns)
  })

  test('move to another column and to a new one; an emptied column goes, its name is kept as noise', () => {
    const moved = edited({
      act: 'move-article',
      reading: 0,
      column: 1,
      article: 0,
      toColumn: 0,
      toPosition: 0,
    })
    expect(outline(moved)).toEqual([
      [
        '学教动态',
        [
          [null, 2],
          ['青禾市科协举办科普讲座', 2],
          ['青禾市农学会下乡', 1],
        ],
      ],
    ])
    expect(moved.noise.at(-1)).toMatchObject({ reason: 'label', text: '学教短波' })
    const apart = edited({ act: 'move-article', ...at, toColumn: null, newColumn: '要情快报' })
    expect(outline(apart).map(([name]) => name)).toEqual(['学教动态', '要情快报', '学教短波'])
  })
})

describe('columns and masthead', () => {
  test('a paragraph becomes a column name; what follows is in that column', () => {
    const made = edited({ act: 'make-column', ...at, paragraph: 1 })
    expect(outline(made).slice(0, 2)).toEqual([
      ['学教动态', [['青禾市科协举办科普讲座', 1]]],
      ['讲座由退休教师主讲。', [['青禾市农学会下乡', 1]]],
    ])
  })

  test('a column is renamed, and unnamed with its name kept as noise', () => {
    expect(edited({ act: 'rename-column', reading: 0, column: 0, name: '要闻' }).columns[0]!.name).toBe(
      '要闻',
    )
    const unnamed = edited({ act: 'rename-column', reading: 0, column: 0, name: null })
    expect(unnamed.columns[0]).toMatchObject({ name: null, spans: [] })
    expect(unnamed.noise.at(-1)).toMatchObject({ reason: 'label', text: '学教动态' })
  })

  test('a new year of the issue is the year of its events', () => {
    const later = edited({ act: 'set-issue', reading: 0, date: '2019-05-12' })
    expect(later.date).toBe('2019-05-12')
    expect(later.columns[0]!.articles[0]!.events[0]!.dates[0]!.start).toBe('2019-05-10')
  })

  test('what was missing and is given is no doubt any more', () => {
    const bare = readDocuments('青禾市科协举办讲座\n5月10日，青禾市科协举办讲座，120人参加。\n')
    const codes = (reading: IntakeDocument) => reading.warnings.map(warning => warning.code)
    expect(codes(bare[0]!)).toContain('no-date')
    const given = applyEdit(
      stateOf(bare),
      { act: 'set-issue', reading: 0, date: '2021-05-12' },
      { raw, register },
    )
    expect(codes(given.state.readings[0]!)).not.toContain('no-date')
    expect(codes(given.state.readings[0]!)).not.toContain('year-assumed')
  })
})
