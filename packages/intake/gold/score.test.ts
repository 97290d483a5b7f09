import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildGold } from './build-gold.ts'
import { listGoldDocuments, listHeldOutMagazines, listMagazines } from './gold-documents.ts'
import type { GoldArticle, GoldFile } from './gold-file.ts'
import { buildMagazine } from './manuscript.ts'
import { type PredictedDocument, scoreDocument } from './score.ts'
import { textAt } from './score-count.ts'

const tool = join(import.meta.dirname, '../../../../shared/tools/score-intake.mjs')

/** The document a perfect reader would give for a gold file. */
function perfect(gold: GoldFile, raw: string): PredictedDocument {
  const read = (article: GoldArticle) => {
    const body = textAt(raw, article.body.at)
    const count = article.body.paragraphs
    return {
      kind: article.kind,
      headline: article.headline?.q ?? null,
      contributor: article.contributor?.q ?? null,
      paragraphs: Array.from({ length: count }, (_, i) => (i === 0 ? body : '')),
      events: [...(article.events ?? []), ...(article.items ?? []).flatMap(item => item.events)],
    }
  }
  const columns = gold.columns
    ? gold.columns.map(column => ({ name: column.name.q, articles: column.articles.map(read) }))
    : (gold.articles ?? []).map(article => ({ name: article.column?.q ?? null, articles: [read(article)] }))
  return {
    series: gold.issue.series,
    issueNo: gold.issue.issueNo?.value ?? null,
    publisher: gold.issue.publisher?.name ?? null,
    date: gold.issue.date?.value ?? null,
    distribution: Object.entries(gold.issue.distribution).map(([to, { entries }]) => ({
      to,
      entries: entries.map(({ q }) => q),
    })),
    columns,
  }
}

/** A poor reader: every third article lost, headlines cut, half the facts wrong. */
function poor(document: PredictedDocument): PredictedDocument {
  return {
    ...document,
    series: { name: '另一种简报' },
    distribution: (document.distribution ?? []).slice(1),
    columns: (document.columns ?? []).map((column, c) => ({
      name: c % 2 ? null : column.name,
      articles: (column.articles ?? [])
        .filter((_, i) => (c + i) % 3 !== 2)
        .map(article => ({
          ...article,
          headline: article.headline?.slice(1) ?? null,
          contributor: article.contributor?.slice(1, -1) ?? null,
          paragraphs: (article.paragraphs ?? []).map(text => text.slice(0, -9)).slice(0, 3),
          events: (article.events ?? []).map((event, i) =>
            i % 2 ? event : { ...event, units: [{ name: '某县科协' }] },
          ),
        })),
    })),
  }
}

describe('scoreDocument', () => {
  test('a perfect reading scores 1 everywhere, a poor one does not', () => {
    for (const { name, raw, labels } of listGoldDocuments()) {
      const gold = buildGold(name, raw, labels)
      const { scores, misses } = scoreDocument(gold, perfect(gold, raw), raw)
      expect({ name, misses, low: Object.entries(scores).filter(([, value]) => value !== 1) }).toEqual({
        name,
        misses: [],
        low: [],
      })
      const worse = scoreDocument(gold, poor(perfect(gold, raw)), raw)
      expect(worse.scores.body).toBeLessThan(1)
      expect(worse.scores.facts).toBeLessThan(1)
      expect(worse.misses.some(miss => miss.startsWith('issue series'))).toBe(gold.issue.series !== null)
    }
  })

  test.each([...listMagazines(), ...listHeldOutMagazines()])(
    'a perfect reading of $name scores 1 everywhere',
    ({ name, manuscript }) => {
      const { raw, gold } = buildMagazine(name, manuscript)
      const { scores, misses } = scoreDocument(gold, perfect(gold, raw), raw)
      expect(misses).toEqual([])
      expect(Object.entries(scores).filter(([, value]) => value !== 1)).toEqual([])
    },
  )

  test('an article nobody labelled counts against the headline', () => {
    const gold = { labelled: 'complete', articles: [] }
    const predicted = { columns: [{ name: null, articles: [{ kind: 'article', headline: '多出的一篇' }] }] }
    expect(scoreDocument(gold, predicted, '')).toMatchObject({
      scores: { headline: 0, body: 1 },
      misses: ['headline extra 多出的一篇'],
    })
  })

  test('a planned event is not asked for', () => {
    const unit = { name: '甲县红十字会' }
    const article = { kind: 'article', headline: '标题', events: [{ modality: 'planned', units: [unit] }] }
    const gold = { labelled: 'complete', articles: [article] }
    expect(
      scoreDocument(gold, { columns: [{ name: null, articles: [{ ...article, events: [] }] }] }, '').scores
        .unit,
    ).toBe(1)
  })

  test.skipIf(!existsSync(tool))('gives the same figures as the shared tool', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jianbao-score-'))
    const [goldFile, predictedFile, rawFile] = ['gold.json', 'predicted.json', 'raw.txt'].map(file =>
      join(folder, file),
    )
    try {
      for (const { name, raw, labels } of listGoldDocuments().filter((_, i) => i % 3 === 0)) {
        const complete = buildGold(name, raw, labels)
        for (const gold of [complete, { ...complete, labelled: 'partial' }]) {
          const predicted = poor(perfect(complete, raw))
          writeFileSync(goldFile!, JSON.stringify(gold))
          writeFileSync(predictedFile!, JSON.stringify(predicted))
          writeFileSync(rawFile!, raw)
          const printed = execFileSync(
            process.execPath,
            [tool, goldFile!, predictedFile!, rawFile!, '--misses'],
            {
              encoding: 'utf8',
            },
          )
          const lines = printed.trim().split('\n')
          const scored = scoreDocument(gold, predicted, raw)
          expect(scored.scores).toEqual(JSON.parse(lines.pop()!))
          expect([...scored.misses].sort()).toEqual([...lines].sort())
        }
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
